/** An image that somebody pastes into a post: checked, and committed to the repository as theirs. */
import { GitHubForbiddenError, GitHubNotFoundError } from '../github/errors';
import { writeNewFile } from '../github/write-file';
import type { Blog } from '../posts/blog';
import type { Participant } from '../session/participant';
import { fieldsOf } from '../unknown-fields';
import { largestImage } from './get-options';
import { imageKind, imagePath } from './images';
import { refusal } from './refusals';
import type { UploadedImage } from './shapes';

/** A little room for the name around the image, which Base64 makes a third longer. */
export const LARGEST_UPLOAD = Math.ceil((largestImage(true) * 4) / 3) + 4_096;

/**
 * @param sent `{ name, data }`, the file's name and its bytes in Base64, from anybody
 * @throws GitHubError, Refusal
 */
export async function uploadImage(
  { config }: Blog,
  { github }: Pick<Participant, 'github'>,
  sent: unknown,
): Promise<UploadedImage> {
  const { language } = config.site;
  const { name, bytes } = readImage(sent) ?? { name: '', bytes: null };
  if (!bytes) throw refusal(422, 'invalid', language);
  if (bytes.length > largestImage(config.pushes)) throw refusal(413, 'image-too-large', language);
  const kind = imageKind(bytes);
  if (kind === 'svg') throw refusal(415, 'image-svg', language);
  if (kind === 'other') throw refusal(415, 'image-type', language);
  const path = imagePath(name, bytes, kind, new Date());
  try {
    await writeNewFile(github, path, bytes, `Add ${path}`);
  } catch (error) {
    // GitHub hides what one may not write to.
    if (error instanceof GitHubForbiddenError || error instanceof GitHubNotFoundError) {
      throw refusal(403, 'may-not-upload', language);
    }
    throw error;
  }
  const { owner, name: repository } = github.repository;
  return { url: `${config.serverUrl}/${owner}/${repository}/raw/HEAD/${path}` };
}

function readImage(sent: unknown): { name: string; bytes: Buffer } | null {
  const { name, data } = fieldsOf(sent);
  if (typeof name !== 'string' || typeof data !== 'string') return null;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data)) return null;
  return { name, bytes: Buffer.from(data, 'base64') };
}
