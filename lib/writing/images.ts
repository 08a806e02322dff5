/**
 * Images that are pasted into a post: what they are is read from their first bytes, whatever their
 * name says, and where they go from their content, so that the same image is committed once.
 */
import { createHash } from 'node:crypto';

export type ImageKind = 'png' | 'jpg' | 'gif' | 'webp' | 'avif';

/** What a file is. `svg` can hold scripts; `other` is nothing a browser shows as an image. */
export function imageKind(bytes: Buffer): ImageKind | 'svg' | 'other' {
  const starts = (hex: string, at = 0) =>
    bytes.subarray(at, at + hex.length / 2).toString('hex') === hex;
  if (starts('89504e470d0a1a0a')) return 'png';
  if (starts('ffd8ff')) return 'jpg';
  if (starts('474946383761') || starts('474946383961')) return 'gif';
  if (starts('52494646') && starts('57454250', 8)) return 'webp';
  if (starts('66747970', 4) && /avi[fs]/.test(bytes.subarray(8, 32).toString('latin1'))) {
    return 'avif';
  }
  return /<svg[\s>]/i.test(bytes.subarray(0, 4096).toString('utf8')) ? 'svg' : 'other';
}

/**
 * Where an image is kept in the repository: `images/2026/11/harbour-1a2b3c4d.png`.
 * @param name as the file was called, from anybody
 */
export function imagePath(name: string, bytes: Buffer, kind: ImageKind, now: Date): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const stem = name
    .normalize('NFKD')
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const month = String(now.getUTCMonth() + 1).padStart(2, '0');
  return `images/${now.getUTCFullYear()}/${month}/${stem || 'image'}-${hash}.${kind}`;
}
