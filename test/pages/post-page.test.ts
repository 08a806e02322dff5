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

  afterEach(() => {
    offerLastShown(async () => null);
    keep([]);
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    globalThis.issuepressBlog = undefined;
    await sandbox.close();
  });

  function keep(paths: readonly string[]): void {
    const nothing = async () => {};
    const has = async (path: string) => paths.includes(path);
    offerKeptPages({ has, forget: nothing, forgetBelow: nothing });
  }

  it('leads to the present one', async () => {
    expect(await loadPostPage('1', ['yesterday'], false)).toEqual(isMoved);
  });

  it('does not lead to a page that nobody has while GitHub does not answer', async () => {
    await control(sandbox, 'POST', '/faults', { api: { mode: 'down' } });
    await expect(getBlog()?.index.sync(0)).rejects.toThrow(GitHubError);
    const load = () => loadPostPage('1', ['yesterday'], false);
    await expect(load()).rejects.toThrow(GitHubError);
    keep(['/post/1/today']);
    expect(await load()).toEqual(isMoved);
    keep([]);
    offerLastShown(async (path) => (path === '/post/1/today' ? { kind: 'gone' } : null));
    expect(await load()).toEqual(isMoved);
  });
});
