/** Files of the default branch as git objects: `object(expression: "HEAD:README.md")`, `ref`. */
import { createHash } from 'node:crypto';
import type { Repository, RepositoryFile } from '../../model';
import { findFile, listFiles, type Store } from '../../store';
import { repositoryUrl } from '../addresses';
import type { Fields } from '../types';

export interface Ref {
  ref: string;
  repository: Repository;
}

export interface Commit {
  commitOf: Repository;
}

export interface Tree {
  /** Without slashes at the ends; empty for the root. */
  directory: string;
  repository: Repository;
}

export interface Blob {
  file: RepositoryFile;
  repository: Repository;
}

interface TreeEntry {
  path: string;
  object: Tree | Blob;
}

/** Null for a repository without files, which has no branch yet. */
export function defaultBranch(store: Store, repository: Repository): Ref | null {
  if (listFiles(store, repository).length === 0) return null;
  return { ref: repository.defaultBranch, repository };
}

/** Understands `HEAD:path`, `main:path`, a bare branch and a blob's id. */
export function findGitObject(
  store: Store,
  repository: Repository,
  expression: string | null,
  oid: string | null,
): Commit | Tree | Blob | null {
  if (oid) {
    const file = listFiles(store, repository).find(({ sha }) => sha === oid);
    return file ? { file, repository } : null;
  }
  const [revision = '', path] = (expression ?? 'HEAD').split(/:(.*)/s);
  const branch = revision.replace(/^(refs\/heads\/|origin\/)/, '');
  if (branch !== 'HEAD' && branch !== repository.defaultBranch) return null;
  if (path === undefined) return { commitOf: repository };
  const clean = path.replace(/^\/+|\/+$/g, '');
  const file = findFile(store, repository, clean);
  if (file) return { file, repository };
  const tree = { directory: clean, repository };
  return entriesOf(store, tree).length > 0 ? tree : null;
}

export const refFields: Fields<Ref> = {
  id: ({ ref, repository }) => oidOf(`ref ${repository.id} ${ref}`),
  name: ({ ref }) => ref,
  prefix: () => 'refs/heads/',
  repository: ({ repository }) => repository,
  target: ({ repository }): Commit => ({ commitOf: repository }),
};

export const commitFields: Fields<Commit> = {
  id: ({ commitOf }, _, { store }) => `C_${commitOid(store, commitOf)}`,
  oid: ({ commitOf }, _, { store }) => commitOid(store, commitOf),
  abbreviatedOid: ({ commitOf }, _, { store }) => commitOid(store, commitOf).slice(0, 7),
  message: ({ commitOf }, _, { store }) => lastCommit(store, commitOf)?.message ?? '',
  messageHeadline: ({ commitOf }, _, { store }) =>
    (lastCommit(store, commitOf)?.message ?? '').split('\n')[0],
  committedDate: ({ commitOf }) => commitOf.pushedAt,
  authoredDate: ({ commitOf }) => commitOf.pushedAt,
  repository: ({ commitOf }) => commitOf,
  tree: ({ commitOf }): Tree => ({ directory: '', repository: commitOf }),
};

export const treeFields: Fields<Tree> = {
  id: (tree, _, { store }) => `T_${treeOid(store, tree)}`,
  oid: (tree, _, { store }) => treeOid(store, tree),
  abbreviatedOid: (tree, _, { store }) => treeOid(store, tree).slice(0, 7),
  repository: ({ repository }) => repository,
  entries: (tree, _, { store }) => entriesOf(store, tree),
};

export const treeEntryFields: Fields<TreeEntry> = {
  name: ({ path }) => path.split('/').at(-1),
  path: ({ path }) => path,
  type: ({ object }) => ('file' in object ? 'blob' : 'tree'),
  mode: ({ object }) => ('file' in object ? 0o100644 : 0o40000),
  oid: ({ object }, _, { store }) => ('file' in object ? object.file.sha : treeOid(store, object)),
  size: ({ object }) => ('file' in object ? contentOf(object).length : 0),
  extension: ({ path }) => /\.[^./]*$/.exec(path)?.[0] ?? '',
  isGenerated: () => false,
  object: ({ object }) => object,
  repository: ({ object }) => object.repository,
};

export const blobFields: Fields<Blob> = {
  id: ({ file }) => `B_${file.sha}`,
  oid: ({ file }) => file.sha,
  abbreviatedOid: ({ file }) => file.sha.slice(0, 7),
  byteSize: (blob) => contentOf(blob).length,
  isBinary: (blob) => contentOf(blob).includes(0),
  isTruncated: () => false,
  text: (blob) => (contentOf(blob).includes(0) ? null : contentOf(blob).toString('utf8')),
  repository: ({ repository }) => repository,
  commitUrl: ({ repository }, _, { store }) =>
    `${repositoryUrl(store, repository)}/commit/${commitOid(store, repository)}`,
};

function contentOf({ file }: Blob): Buffer {
  return Buffer.from(file.base64, 'base64');
}

function entriesOf(store: Store, { directory, repository }: Tree): TreeEntry[] {
  const prefix = directory === '' ? '' : `${directory}/`;
  const entries = new Map<string, TreeEntry>();
  for (const file of listFiles(store, repository)) {
    if (!file.path.startsWith(prefix)) continue;
    const [name = '', ...rest] = file.path.slice(prefix.length).split('/');
    const path = prefix + name;
    const object = rest.length === 0 ? { file, repository } : { directory: path, repository };
    entries.set(path, { path, object });
  }
  return [...entries.values()];
}

function lastCommit(store: Store, repository: Repository) {
  return store.commits.findLast(({ repositoryId }) => repositoryId === repository.id);
}

/** Stable for the same files, and nothing more: the real ids are only in the git repository. */
function treeOid(store: Store, { directory, repository }: Tree): string {
  const files = listFiles(store, repository).filter(({ path }) => path.startsWith(directory));
  return oidOf(files.map(({ path, sha }) => `${path} ${sha}`).join('\n'));
}

/** Of the default branch's tip. */
export function commitOid(store: Store, repository: Repository): string {
  return oidOf(`commit ${treeOid(store, { directory: '', repository })}`);
}

function oidOf(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
