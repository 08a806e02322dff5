/**
 * The sample posts of the demo: one Markdown file each in `seed/`, with what the issue is like in
 * YAML above the text, and `seed/world.yml` for people, labels and series. A new file is a new post.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { seedIssues } from './bulk';
import { type Fields, isFields, nullableTextField, textField } from './rest/fields';
import { readSeedIssue } from './seed-fields';
import {
  actorFor,
  at,
  createLabel,
  createMilestone,
  createUser,
  findLabel,
  findRepository,
  findUser,
  ownerOf,
  type Store,
  silently,
  writeFile,
} from './store';

const FOLDER = fileURLToPath(new URL('./seed/', import.meta.url));

/** Fills `octocat/blog`, without webhooks. Posts are numbered by their dates. */
export function seedBlog(store: Store, folder = FOLDER): void {
  silently(store, () => {
    const issues = readPosts(folder);
    const [first] = issues;
    if (!first) return;
    at(store, first.createdAt ?? 0, () => createSurroundings(store, folder));
    at(store, first.createdAt ?? 0, () => commitFiles(store, path.join(folder, 'files')));
    seedIssues(store, blogOf(store), issues);
  });
}

function blogOf(store: Store) {
  const blog = findRepository(store, 'octocat', 'blog');
  if (!blog) throw new Error('The sandbox has no octocat/blog.');
  return blog;
}

function readPosts(folder: string) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readPost(path.join(folder, name)))
    .sort((a, b) => Date.parse(a.createdAt ?? '') - Date.parse(b.createdAt ?? ''));
}

function readPost(file: string) {
  const [, yaml, body] =
    /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? [];
  const fields: unknown = parse(yaml ?? '');
  if (!isFields(fields) || body === undefined) {
    throw new Error(`${file} should begin with YAML between two lines of ---.`);
  }
  const issue = readSeedIssue({ ...fields, body });
  if (!issue.createdAt) throw new Error(`${file} should say its createdAt.`);
  return issue;
}

function createSurroundings(store: Store, folder: string): void {
  const world: unknown = parse(readFileSync(path.join(folder, 'world.yml'), 'utf8'));
  const blog = blogOf(store);
  const owner = actorFor(ownerOf(store, blog));
  for (const [login, person] of entriesOf(world, 'people')) {
    if (findUser(store, login)) continue;
    createUser(store, {
      login,
      name: textField(person, 'name') ?? null,
      bio: textField(person, 'bio') ?? null,
    });
  }
  for (const [name, label] of entriesOf(world, 'labels')) {
    if (findLabel(store, blog, name)) continue;
    createLabel(store, owner, blog, {
      name,
      color: textField(label, 'color'),
      description: nullableTextField(label, 'description'),
    });
  }
  for (const [title, description] of Object.entries(section(world, 'milestones'))) {
    createMilestone(store, owner, blog, { title, description: String(description) });
  }
}

/** The images that posts show, committed to the repository under the paths they have in the folder. */
function commitFiles(store: Store, folder: string): void {
  if (!existsSync(folder)) return;
  const blog = blogOf(store);
  for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
    if (!statSync(path.join(folder, name)).isFile()) continue;
    writeFile(store, actorFor(ownerOf(store, blog)), blog, {
      path: name.split(path.sep).join('/'),
      content: readFileSync(path.join(folder, name)),
    });
  }
}

function section(world: unknown, name: string): Fields {
  const found = isFields(world) ? world[name] : null;
  return isFields(found) ? found : {};
}

function entriesOf(world: unknown, name: string): [string, Fields][] {
  return Object.entries(section(world, name)).map(([key, value]) => [
    key,
    isFields(value) ? value : {},
  ]);
}
