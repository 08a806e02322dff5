/** What a moved post shows from its own folder: found there, and committed to the repository. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { decodeAddress } from '../decode-address';
import type { GitHub } from '../github/client';
import { writeNewFile } from '../github/write-file';
import { imageKind, imagePath } from '../writing/images';
import type { MovedPost } from './moved-post';
import type { Pace } from './pace';
import { rewriteMarkdown } from './rewrite-markdown';

/** @returns where the file of an address lies; null where it is an address of the web, or missing */
export function findFile(address: string, { files }: MovedPost): string | null {
  if (!files || /^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(address)) return null;
  const path = decodeAddress(address.replace(/[?#].*$/, '').replace(/^@site\//, '/'));
  if (!path) return null;
  const candidates = path.startsWith('/')
    ? files.roots.map((root) => join(root, path))
    : [join(dirname(files.file), path), ...files.roots.map((root) => join(root, path))];
  return (
    candidates
      .flatMap(spellings)
      .find((path) => path.startsWith(`${files.project}${sep}`) && existsSync(path)) ?? null
  );
}

/** Jekyll's links name posts without saying how their files end. */
function spellings(path: string): string[] {
  const stem = /^(.*)\.(?:md|mdx|markdown)$/.exec(path)?.[1];
  if (!stem) return [path];
  return [path, `${stem}.markdown`, `${stem}.mdx`, `${stem}.md`];
}

/** The addresses of images that lie beside the post, each with its file. */
export function localImages(post: MovedPost): Map<string, string> {
  const found = new Map<string, string>();
  const look = (address: string) => {
    const file = findFile(address, post);
    if (file) found.set(address, file);
  };
  if (post.cover) look(post.cover);
  for (const text of [post.body, ...post.comments.map(({ body }) => body)]) {
    rewriteMarkdown(text, {
      address(address, kind) {
        if (kind === 'image') look(address);
        return null;
      },
    });
  }
  return found;
}

export interface CommittedImages {
  /** The address in the post → the address on GitHub. */
  addresses: Map<string, string>;
  warnings: string[];
}

/**
 * Commits a post's images. An image that was committed before has the same name, and is left alone.
 * @param known the files that this run has committed already, with their addresses
 * @throws GitHubError
 */
export async function commitImages(
  github: GitHub,
  serverUrl: string,
  post: MovedPost,
  pace: Pace,
  known: Map<string, string>,
): Promise<CommittedImages> {
  const result: CommittedImages = { addresses: new Map(), warnings: [] };
  for (const [address, file] of localImages(post)) {
    const bytes = await readFile(file);
    const kind = imageKind(bytes);
    if (kind === 'svg' || kind === 'other') {
      const why = kind === 'svg' ? 'SVG can hold scripts' : 'it is no image that browsers show';
      result.warnings.push(`${post.title}: ${address} stays where it is (${why}).`);
      continue;
    }
    // By the post's own date, so that a second run finds the same name.
    const path = imagePath(basename(file), bytes, kind, new Date(post.date ?? 0));
    const { owner, name } = github.repository;
    const url = `${serverUrl}/${owner}/${name}/raw/HEAD/${path}`;
    if (!known.has(path)) {
      await pace.take(() => writeNewFile(github, path, bytes, `Add ${path}`));
      known.set(path, url);
    }
    result.addresses.set(address, url);
  }
  return result;
}
