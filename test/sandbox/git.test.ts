/** The embedded GitHub's repositories, cloned by the real git. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gitEnvironment } from '../../lib/sandbox/git/mirror';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import {
  actorFor,
  createRepository,
  findRepository,
  findUser,
  writeFile,
} from '../../lib/sandbox/store';

let sandbox: Sandbox;
let folder: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  folder = await mkdtemp(join(tmpdir(), 'issuepress-clone-'));
});

afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

async function git(...args: string[]): Promise<string> {
  const env = { ...gitEnvironment(), GIT_TERMINAL_PROMPT: '0' };
  return (await promisify(execFile)('git', args, { cwd: folder, env })).stdout;
}

function octocat() {
  const user = findUser(sandbox.store, 'octocat');
  if (!user) throw new Error('There is no octocat.');
  return actorFor(user);
}

describe('the repository of the blog', () => {
  test('is cloned without a token, with the issue template on its default branch', async () => {
    await git('clone', '--quiet', `${sandbox.url}/octocat/blog.git`, 'blog');
    const template = join(folder, 'blog/.github/ISSUE_TEMPLATE/new-post.md');
    expect(await readFile(template, 'utf8')).toContain('Publish');
    expect((await git('-C', 'blog', 'branch', '--show-current')).trim()).toBe('main');
  });

  test('brings new files with the next pull, on top of what was there', async () => {
    const blog = findRepository(sandbox.store, 'octocat', 'blog');
    if (!blog) throw new Error('There is no blog.');
    const content = Buffer.from([0, 255, 10, 13]);
    writeFile(sandbox.store, octocat(), blog, {
      path: 'images/été "1".png',
      content,
      message: 'Add an image',
    });
    await git('-C', 'blog', 'pull', '--quiet', '--ff-only');
    expect(await readFile(join(folder, 'blog/images/été "1".png'))).toEqual(content);
    expect(await git('-C', 'blog', 'log', '-1', '--format=%an: %s')).toBe(
      'octocat: Add an image\n',
    );
  });

  test('cannot be pushed to', async () => {
    const push = git('-C', 'blog', 'push', '--quiet', 'origin', 'HEAD:refs/heads/other');
    await expect(push).rejects.toThrow();
  });

  test('is not there where it is private, or missing', async () => {
    createRepository(sandbox.store, { owner: octocat().user, name: 'diary', private: true });
    for (const name of ['diary', 'nothing']) {
      const response = await fetch(
        `${sandbox.url}/octocat/${name}.git/info/refs?service=git-upload-pack`,
      );
      expect(response.status).toBe(404);
    }
  });
});

test('closing the sandbox leaves nothing on the disk', async () => {
  const own = `issuepress-git-${process.pid}-`;
  const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith(own));
  const before = folders();
  const other = await startSandbox();
  await fetch(`${other.url}/octocat/blog.git/info/refs?service=git-upload-pack`);
  const [made] = folders().filter((name) => !before.includes(name));
  expect(made).toBeDefined();
  await other.close();
  expect(existsSync(join(tmpdir(), made ?? ''))).toBe(false);
});
