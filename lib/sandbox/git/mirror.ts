/**
 * Bare git repositories on disk that follow the store's files: each time the files differ from what
 * the last commit holds, another commit is put on top, so that clones can fetch as from GitHub.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Repository, RepositoryFile } from '../model';
import type { Store } from '../store/core';

export interface GitMirror {
  /** The directory of an up-to-date bare repository. */
  update(repository: Repository): Promise<string>;
  /** Removes everything from the disk. */
  close(): Promise<void>;
}

export function createGitMirror(store: Store): GitMirror {
  let root: Promise<string> | null = null;
  const held = new Map<number, string>();
  let queue: Promise<unknown> = Promise.resolve();

  async function bringUpToDate(repository: Repository): Promise<string> {
    root ??= mkdtemp(join(tmpdir(), `issuepress-git-${process.pid}-`));
    const directory = join(await root, `${repository.id}.git`);
    const files = filesOf(store, repository);
    const fingerprint = createHash('sha256')
      .update(files.map(({ path, sha }) => `${path}\0${sha}\n`).join(''))
      .digest('hex');
    const before = held.get(repository.id);
    if (before === fingerprint) return directory;
    const branch = repository.defaultBranch;
    if (before === undefined)
      await git(['init', '--quiet', '--bare', `--initial-branch=${branch}`, directory]);
    const commit = describeCommit(store, repository, files, before !== undefined);
    await git([`--git-dir=${directory}`, 'fast-import', '--quiet'], commit);
    held.set(repository.id, fingerprint);
    return directory;
  }

  return {
    update(repository) {
      // One at a time: two clients that fetch at once must not both write the same commit.
      const turn = queue.then(() => bringUpToDate(repository));
      queue = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      await queue;
      if (root) await rm(await root, { recursive: true, force: true });
      root = null;
      held.clear();
    },
  };
}

function filesOf(store: Store, repository: Repository): RepositoryFile[] {
  return Array.from(store.data.files.values())
    .filter(({ repositoryId }) => repositoryId === repository.id)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A commit that replaces the whole tree, as `git fast-import` reads it. */
function describeCommit(
  store: Store,
  repository: Repository,
  files: RepositoryFile[],
  onTop: boolean,
): Buffer {
  const latest = store.commits.findLast(({ repositoryId }) => repositoryId === repository.id);
  const author = store.data.users.get(latest?.authorId ?? repository.ownerId);
  const login = author?.login ?? 'ghost';
  const seconds = Math.floor(Date.parse(latest?.at ?? repository.createdAt) / 1000);
  const message = Buffer.from(latest?.message ?? 'Initial commit');
  const branch = `refs/heads/${repository.defaultBranch}`;
  const parts: (string | Buffer)[] = [
    `commit ${branch}\n`,
    `committer ${login} <${author?.id ?? 0}+${login}@users.noreply.github.com> ${seconds} +0000\n`,
    `data ${message.length}\n`,
    message,
    '\n',
    ...(onTop ? [`from ${branch}^0\n`] : []),
    'deleteall\n',
  ];
  for (const { path, base64 } of files) {
    const content = Buffer.from(base64, 'base64');
    parts.push(`M 100644 inline ${quotePath(path)}\ndata ${content.length}\n`, content, '\n');
  }
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

function quotePath(path: string): string {
  return `"${path.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}

function git(args: string[], input?: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { stdio: ['pipe', 'ignore', 'pipe'], env: gitEnvironment() });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`git ${args.join(' ')} ended with ${code}: ${complaint.trim()}`));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** Git as on a bare machine: no configuration of whoever runs this, no repository around it. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const { PATH, TMPDIR, NODE_ENV } = process.env;
  return {
    NODE_ENV,
    PATH,
    ...(TMPDIR && { TMPDIR }),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
}
