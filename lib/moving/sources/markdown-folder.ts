/**
 * Posts in a folder of Markdown files: Hugo's, Jekyll's, Docusaurus', a Next.js starter's, or our own
 * export. Which of them it is need not be said; what differs is read in every notation.
 */
import { existsSync, readdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { EMPTY_POST, type MovedPost, type PostFiles } from '../moved-post';
import { MovingError } from '../moving-error';
import { isOwnExport, readDiscussion } from './discussion-file';
import {
  dateOf,
  type FrontMatter,
  namesOf,
  peopleOf,
  readFrontMatter,
  textOf,
} from './front-matter';
import { toGitHubMarkdown } from './notations';

/** Where generators keep their posts, below a project's folder. */
const POST_FOLDERS = [
  ['_posts', '_drafts'],
  ['posts'],
  ['content/posts'],
  ['content/post'],
  ['content/blog'],
  ['src/content/blog'],
  ['src/content/posts'],
  ['data/blog'],
  ['blog'],
  ['content'],
];

/** Where generators keep images, below a project's folder. */
const STATIC_FOLDERS = ['static', 'public', 'assets', 'src/assets', '.'];

/**
 * @param folder a project's folder, or the one that holds its posts
 * @returns the posts, oldest first
 * @throws MovingError when there are none, or some cannot be read
 */
export async function readMarkdownFolder(folder: string): Promise<MovedPost[]> {
  const chosen = POST_FOLDERS.map((names) => names.map((name) => join(folder, name)))
    .map((paths) => paths.filter((path) => existsSync(path)))
    .find((paths) => paths.length > 0) ?? [folder];
  const project = projectOf(resolve(folder));
  const roots = STATIC_FOLDERS.map((name) => join(project, name));
  const files = (await Promise.all(chosen.map(listMarkdown))).flat().sort();
  if (files.length === 0) {
    throw new MovingError(
      `There are no Markdown files in ${folder}. Give the folder that holds the posts.`,
    );
  }
  const own = await isOwnExport(folder);
  const posts = await readEach(files, (file) => readPost(file, { folder, project, roots, own }));
  return posts.sort((one, other) => (one.date ?? '').localeCompare(other.date ?? ''));
}

/** @throws MovingError that names all files to mend, so that nobody has to come back for each */
async function readEach(
  files: readonly string[],
  read: (file: string) => Promise<MovedPost | null>,
): Promise<MovedPost[]> {
  const sentences: string[] = [];
  const posts = await Promise.all(
    files.map((file) =>
      read(file).catch((error: unknown) => {
        if (!(error instanceof MovingError)) throw error;
        sentences.push(error.message);
        return null;
      }),
    ),
  );
  if (sentences.length > 0) throw new MovingError(sentences.sort().join('\n'));
  return posts.filter((post) => post !== null);
}

/** What only the folder of a whole project holds. */
const PROJECT_FILES =
  /^(?:hugo\.|config\.(?:toml|ya?ml)$|_config\.yml$|docusaurus\.config\.|package\.json$|\.git$)/;

/** The project around a folder: nothing outside of it belongs to its posts. */
function projectOf(folder: string): string {
  const parents = [folder, join(folder, '..'), join(folder, '../..')];
  const holdsProject = (path: string) => readdirSync(path).some((name) => PROJECT_FILES.test(name));
  return parents.find(holdsProject) ?? folder;
}

async function listMarkdown(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(?:md|mdx|markdown)$/i.test(entry.name))
    .filter((entry) => !/^(?:readme|license|changelog|contributing)\.|^_/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const steps = relative(folder, file).split(sep);
      return !steps.some((step) => step === 'node_modules' || /^[._](?!posts$|drafts$)/.test(step));
    });
}

interface Folder extends Omit<PostFiles, 'file'> {
  folder: string;
  own: boolean;
}

async function readPost(
  file: string,
  { folder, project, roots, own }: Folder,
): Promise<MovedPost | null> {
  const name = relative(folder, file).split(sep).join('/');
  const data = readFrontMatter(await readFile(file, 'utf8'), name);
  const { title, text } = own
    ? { title: textOf(data, 'title') ?? name, text: data.text }
    : titleOf(data, name);
  if (!text.trim() && data.values.size === 0) return null;
  const discussion = await readDiscussion(file);
  return {
    ...EMPTY_POST,
    key: `file:${name}`,
    title,
    body: own ? text.trim() : toGitHubMarkdown(text),
    date:
      dateOf(data, 'date', 'published', 'publishedat', 'publisheddate', 'pubdate') ?? dateIn(name),
    tags: namesOf(data, 'tags', 'tag', 'categories', 'category'),
    series: textOf(data, 'series'),
    draft: isDraft(data) || /(?:^|\/)_drafts\//.test(name),
    slug: lastStep(textOf(data, 'slug', 'permalink', 'url')) ?? slugIn(name),
    description: textOf(data, 'description', 'summary', 'excerpt', 'subtitle'),
    canonical: textOf(data, 'canonical', 'canonicalurl'),
    cover: textOf(data, 'cover', 'image', 'coverimage', 'heroimage', 'thumbnail'),
    language: textOf(data, 'language', 'lang', 'locale'),
    authors: peopleOf(data, 'authors', 'author'),
    own,
    comments: discussion.comments,
    reactions: discussion.reactions,
    files: { file: resolve(file), project, roots },
  };
}

/** The title of the data, or the text's own first heading, or the file's name. */
function titleOf(data: FrontMatter, name: string): { title: string; text: string } {
  const named = textOf(data, 'title');
  const heading = /^\s*#[ \t]+(.+?)[ \t#]*(?:\n|$)/.exec(data.text);
  const first = heading?.[1]?.trim();
  const text =
    heading && (!named || first === named) ? data.text.slice(heading[0].length) : data.text;
  const words = (slugIn(name) ?? basename(name)).replace(/[-_]+/g, ' ').trim();
  return { title: named ?? first ?? words.charAt(0).toUpperCase() + words.slice(1), text };
}

function isDraft({ values }: FrontMatter): boolean {
  return String(values.get('draft')) === 'true' || String(values.get('published')) === 'false';
}

/** `2019-01-02-name.md`, `2019-01-02-name/index.md`, `2019/01-02-name.md`, `2019/01/02/name.md`. */
const DATED = /(?:^|\/)(\d{4})[-/](\d{2})[-/](\d{2})(?:[-/]|$)/;

function dateIn(name: string): string | null {
  const [, year, month, day] = DATED.exec(name.replace(/\.[^./]+$/, '')) ?? [];
  const time = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return year && !Number.isNaN(time.getTime()) ? time.toISOString() : null;
}

function slugIn(name: string): string | null {
  const stem = name.replace(/(?:\/index)?\.[^./]+$/i, '');
  return lastStep(stem.replace(DATED, '/')) ?? lastStep(stem);
}

function lastStep(address: string | null): string | null {
  const steps = (address ?? '').split('/').filter((step) => step && !step.startsWith(':'));
  return steps.at(-1)?.replace(/\.html?$/, '') ?? null;
}
