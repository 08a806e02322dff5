/** What a source is: a folder, a file or an address, in whichever of the formats it turns out to be. */
import { readFile, stat } from 'node:fs/promises';
import type { MovedPost } from '../moved-post';
import { MovingError } from '../moving-error';
import { readFeed } from './feed';
import { isGhost, readGhost } from './ghost';
import { readMarkdownFolder } from './markdown-folder';
import { findMediumPosts, readMedium } from './medium';
import { readWordPress } from './wordpress';

/**
 * @param source a path, or the address of a feed
 * @returns its posts, oldest first
 * @throws MovingError which says what was found instead
 */
export async function readSource(source: string): Promise<MovedPost[]> {
  if (/^https?:\/\//i.test(source)) return readText(await download(source), source);
  const found = await stat(source).catch(() => null);
  if (!found) {
    throw new MovingError(
      `There is nothing at ${source}. Give a folder of Markdown files, an export file, or the address of a feed.`,
    );
  }
  if (found.isDirectory()) {
    const medium = await findMediumPosts(source);
    return medium ? readMedium(medium) : readMarkdownFolder(source);
  }
  if (/\.zip$/i.test(source)) {
    throw new MovingError(`${source} is an archive. Unpack it and give the folder.`);
  }
  return readText(await readFile(source, 'utf8'), source);
}

function readText(text: string, name: string): MovedPost[] {
  if (/^\s*[{[]/.test(text)) {
    const parsed = parseJson(text, name);
    return isGhost(parsed) ? readGhost(parsed, name) : readFeed(text, name);
  }
  return /<wp:post_type>/.test(text) ? readWordPress(text, name) : readFeed(text, name);
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MovingError(`${name} begins like JSON and is not. Was the download complete?`);
  }
}

async function download(address: string): Promise<string> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) }).catch(() => null);
  if (!answer?.ok) {
    throw new MovingError(`${address} answered ${answer?.status ?? 'nothing'}, not with a feed.`);
  }
  return answer.text();
}
