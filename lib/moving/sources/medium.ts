/** Posts of Medium's export: an HTML file each, in the folder `posts` of the unpacked archive. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseHTML } from 'linkedom';
import { EMPTY_POST, type MovedPost } from '../moved-post';
import { MovingError } from '../moving-error';
import { slugOf } from './feed';
import { toTime } from './front-matter';
import { htmlToMarkdown } from './html-to-markdown';

/** Where the posts lie; null where the folder is not Medium's. */
export async function findMediumPosts(folder: string): Promise<string | null> {
  for (const path of [join(folder, 'posts'), folder]) {
    const names = await readdir(path).catch(() => []);
    if (names.some((name) => /^(?:draft|\d{4}-\d\d-\d\d)_.*\.html$/.test(name))) return path;
  }
  return null;
}

/** @param folder see `findMediumPosts` @throws MovingError when no file is a post */
export async function readMedium(folder: string): Promise<MovedPost[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.html')).sort();
  const posts = await Promise.all(
    names.map(async (name) => toPost(await readFile(join(folder, name), 'utf8'), name)),
  );
  const found = posts.filter((post) => post !== null);
  if (found.length === 0) throw new MovingError(`No file in ${folder} is a post of Medium's.`);
  return found.sort((one, other) => (one.date ?? '').localeCompare(other.date ?? ''));
}

function toPost(html: string, name: string): MovedPost | null {
  const { document } = parseHTML(html);
  const content = document.querySelector('[data-field="body"], .e-content');
  const title = document.querySelector('.p-name, title')?.textContent?.trim();
  if (!content || !title) return null;
  // The text begins with its title once more, and each section with a rule.
  for (const rule of content.querySelectorAll('.section-divider')) rule.remove();
  const first = content.querySelector('h1, h2, h3, h4');
  if (first?.textContent?.trim() === title) first.remove();
  const canonical = document.querySelector('.p-canonical')?.getAttribute('href') ?? null;
  const time = document.querySelector('.dt-published')?.getAttribute('datetime');
  return {
    ...EMPTY_POST,
    key: `medium:${/([\da-f]{8,})\.html$/.exec(name)?.[1] ?? basename(name, '.html')}`,
    title,
    body: htmlToMarkdown(content.innerHTML),
    date: toTime(time) ?? toTime(/^\d{4}-\d\d-\d\d/.exec(name)?.[0]),
    draft: name.startsWith('draft_'),
    slug: slugOf(canonical)?.replace(/-[\da-f]{8,}$/, '') ?? null,
    description: document.querySelector('.p-summary')?.textContent?.trim() || null,
  };
}
