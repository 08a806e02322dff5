/** The images of an export: fetched from GitHub once each, and named by what is in them. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { imageKind } from '../writing/images';

export interface ImageStore {
  /**
   * @returns where the image lies, seen from a post; the address itself where it stays on the web:
   * images of other sites, and those that do not come
   */
  keep(address: string): Promise<string>;
  readonly warnings: string[];
  count(): number;
}

/** Bytes. */
const LARGEST = 25 * 1024 * 1024;

/** @param folder made when the first image comes */
export function createImageStore(folder: string, serverUrl: string, apiUrl: string): ImageStore {
  const known = new Map<string, Promise<string>>();
  const files = new Set<string>();
  const warnings: string[] = [];
  const hosts = [
    new URL(serverUrl).host,
    new URL(apiUrl).host,
    'raw.githubusercontent.com',
    'user-images.githubusercontent.com',
  ];

  async function fetchImage(address: string): Promise<string> {
    const bytes = await download(address);
    const kind = bytes && imageKind(bytes);
    if (!bytes || !kind || kind === 'other' || kind === 'svg') {
      warnings.push(
        `${address} stays an address: ${bytes ? 'it is no image that is kept' : 'it did not come'}.`,
      );
      return address;
    }
    const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${kind}`;
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, name), bytes);
    files.add(name);
    return `../images/${name}`;
  }

  return {
    warnings,
    count: () => files.size,
    keep(address) {
      if (!URL.canParse(address) || !hosts.includes(new URL(address).host)) {
        return Promise.resolve(address);
      }
      const before = known.get(address);
      if (before) return before;
      const kept = fetchImage(address);
      known.set(address, kept);
      return kept;
    },
  };
}

/** Without the token: where an address leads, only its host knows. */
async function download(address: string): Promise<Buffer | null> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) });
    const length = Number(answer.headers.get('content-length') ?? 0);
    if (!answer.ok || length > LARGEST) return null;
    const bytes = Buffer.from(await answer.arrayBuffer());
    return bytes.length > LARGEST ? null : bytes;
  } catch {
    return null;
  }
}
