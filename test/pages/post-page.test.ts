import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { offerKeptPages } from '../../lib/cache/kept-pages';
import { offerLastShown } from '../../lib/cache/last-shown';
import { GitHubError } from '../../lib/github/errors';
import { loadPostPage } from '../../lib/pages/post-page';
import { getBlog } from '../../lib/posts/blog';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import { DEMO_TOKENS } from '../../lib/sandbox/world';
import { asAuthor, control } from '../support/github';

describe("a post's former address", () => {
  let sandbox: Sandbox;
  const isMoved = { kind: 'moved', path: '/post/1/today' };

  beforeAll(async () => {
    sandbox = await startSandbox();
    await asAuthor(sandbox).createIssue({ title: 'Today', labels: ['Publish'] });
    vi.stubEnv('GITHUB_REPOSITORY', 'octocat/blog');
    vi.stubEnv('GITHUB_TOKEN', DEMO_TOKENS.bot);
    vi.stubEnv('GITHUB_API_URL', sandbox.url);
    vi.stubEnv('GITHUB_WEBHOOK_SECRET', 'a secret for tests');
    vi.stubEnv('CACHE_DIRECTORY', 'test/.output/post-page');
    globalThis.issuepressBlog = undefined;
  });

  afterEach(() => know([], []));

  afterAll(async () => {
    vi.unstubAllEnvs();
    globalThis.issuepressBlog = undefined;
    await sandbox.close();
  });

  /** What is kept, and what was shown at all. */
  function know(kept: readonly string[], shown: readonly string[]): void {
    const nothing = async () => {};
    const has = async (path: string) => kept.includes(path);
    offerKeptPages({ has, forget: nothing, forgetBelow: nothing });
    offerLastShown(async (path) => (shown.includes(path) ? { kind: 'gone' } : null));
  }

  const [today, yesterday] = ['/post/1/today', '/post/1/yesterday'];
  const load = () => loadPostPage('1', ['yesterday'], false);

  it('leads to the present one', async () => {
    await getBlog()?.index.sync(0);
    know([], [yesterday]);
    expect(await load()).toEqual(isMoved);
  });

  it('costs GitHub nothing where it was only guessed', async () => {
    await control(sandbox, 'DELETE', '/requests');
    know([], []);
    expect(await load()).toEqual(isMoved);
    expect(await control(sandbox, 'GET', '/requests')).toMatchObject({ count: 0 });
  });

  it('does not lead to a page that nobody has while GitHub does not answer', async () => {
    await control(sandbox, 'POST', '/faults', { api: { mode: 'down' } });
    getBlog()?.issues.forget();
    know([], [yesterday]);
    await expect(load()).rejects.toThrow(GitHubError);
    know([today], [yesterday]);
    expect(await load()).toEqual(isMoved);
    know([], [today, yesterday]);
    expect(await load()).toEqual(isMoved);
  });
});
