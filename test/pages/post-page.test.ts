import { once } from 'node:events';
import { createServer } from 'node:http';
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
  /** What this server is asked to render, and whether it can. */
  const rendered: string[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    rendered.push(request.url ?? '');
    if (status === 200) know([today], [yesterday]);
    response.writeHead(status).end();
  });
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
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    vi.stubEnv('__NEXT_PRIVATE_ORIGIN', `http://127.0.0.1:${Object(server.address()).port}`);
    await getBlog()?.index.sync(0);
  });

  afterEach(() => know([], []));

  afterAll(async () => {
    vi.unstubAllEnvs();
    globalThis.issuepressBlog = undefined;
    server.close();
    await sandbox.close();
  });

  /** What is kept, and what was shown at all. */
  function know(kept: readonly string[], shown: readonly string[]): void {
    const has = async (path: string) => kept.includes(path);
    const forget = async (path: string) => know(without(kept, path), shown);
    offerKeptPages({ has, forget, forgetBelow: async () => {} });
    offerLastShown(async (path) => (shown.includes(path) ? { kind: 'page', props: {} } : null));
  }
  const without = (paths: readonly string[], path: string) => paths.filter((one) => one !== path);

  const [today, yesterday] = ['/post/1/today', '/post/1/yesterday'];
  const load = () => loadPostPage('1', ['yesterday'], false);

  it('leads to the present one, which is there by then', async () => {
    know([], [yesterday]);
    expect(await load()).toEqual(isMoved);
    expect(rendered.splice(0)).toEqual([today]);
  });

  it('has nothing rendered where it was only guessed', async () => {
    know([], []);
    expect(await load()).toEqual(isMoved);
    expect(rendered).toEqual([]);
  });

  it('does not lead to a page that nobody has while that cannot be rendered', async () => {
    status = 500;
    know([], [yesterday]);
    await expect(load()).rejects.toThrow(GitHubError);
    know([today], [yesterday]);
    expect(await load()).toEqual(isMoved);
    know([], [today, yesterday]);
    expect(await load()).toEqual(isMoved);
  });

  it('has the present one rendered anew where that still leads back', async () => {
    status = 200;
    rendered.length = 0;
    know([today, yesterday], [yesterday]);
    offerLastShown(async (path) =>
      path === today ? { kind: 'moved', to: yesterday } : { kind: 'page', props: {} },
    );
    expect(await load()).toEqual(isMoved);
    expect(rendered).toEqual([today]);
  });

  it.each(['page', 'list'])(
    'leads to where the post is, though the %s knows of it only as it was before',
    async (behind) => {
      const author = asAuthor(sandbox);
      const number = await author.createIssue({ title: `Old ${behind}`, labels: ['Publish'] });
      const at = (slug: string) => loadPostPage(String(number), [slug], false);
      await getBlog()?.index.sync(0);
      if (behind === 'page') expect(await at('old-page')).toMatchObject({ kind: 'page' });
      await author.call('PATCH', `/issues/${number}`, { title: 'Later' });
      // The one second that GitHub counts in may still be the same.
      if (behind === 'page') await getBlog()?.index.sync(0);
      for (const _turn of ['at first', 'from then on']) {
        expect(await at(`old-${behind}`)).toEqual({ kind: 'moved', path: `/post/${number}/later` });
        expect(await at('later')).toMatchObject({
          kind: 'page',
          props: { post: { title: 'Later' } },
        });
      }
    },
  );

  it('is the present one where another instance knew of it first, and costs guessers no call', async () => {
    const author = asAuthor(sandbox);
    const number = await author.createIssue({ title: 'Before', labels: ['Publish'] });
    const at = (slug: string) => loadPostPage(String(number), [slug], false);
    await getBlog()?.index.sync(0);
    await author.call('PATCH', `/issues/${number}`, { title: 'After' });
    const led = { kind: 'moved', path: `/post/${number}/before` };
    await control(sandbox, 'DELETE', '/requests');
    expect(await at('after')).toEqual(led);
    expect(await control(sandbox, 'GET', '/requests')).toMatchObject({ count: 0 });
    await control(sandbox, 'POST', '/faults', { api: { mode: 'down' } });
    know([`/post/${number}/before`], [`/post/${number}/after`]);
    expect(await at('after')).toEqual(led);
    await control(sandbox, 'POST', '/faults', { api: { mode: 'ok' } });
    expect(await at('after')).toMatchObject({ kind: 'page', props: { post: { title: 'After' } } });
  });

  it('shows what is known of a post whose page was never shown while GitHub fails', async () => {
    const author = asAuthor(sandbox);
    const canonicalUrl = 'https://elsewhere.example/unseen';
    const body = `---\ncanonical: ${canonicalUrl}\n---\n## A *text*`;
    const issue = { title: 'Unseen', body, labels: ['Publish'] };
    const number = await author.createIssue(issue);
    const at = `/post/${number}/unseen`;
    const ask = (isTold = false) => loadPostPage(String(number), ['unseen'], isTold);
    await author.comment(number, 'A comment.');
    await getBlog()?.index.sync(0);
    await control(sandbox, 'POST', '/faults', { api: { mode: 'down' } });
    know([], []);
    const html = expect.stringContaining('<em>text</em>');
    const post = { html, canonicalUrl, commentCount: 1, comments: [] };
    expect(await ask()).toMatchObject({ isRecalled: true, props: { post } });
    offerLastShown(async () => ({ kind: 'moved', to: `/post/${number}` }));
    expect(await ask(), 'what led to another title').toMatchObject({ isRecalled: true });
    await expect(ask(true), 'a delivery tries again').rejects.toThrow(GitHubError);
    for (const last of [
      { kind: 'page', props: {} },
      { kind: 'gone' },
      { kind: 'moved', to: '/post/9/x' },
    ] as const) {
      offerLastShown(async (path) => (path === at ? last : null));
      await expect(ask(), `what was shown stays: ${last.kind}`).rejects.toThrow(GitHubError);
    }
    await control(sandbox, 'POST', '/faults', { api: { mode: 'ok' } });
    know([], []);
    const comments = [{ excerpt: 'A comment.' }];
    expect(await ask()).toMatchObject({ isRecalled: false, props: { post: { comments } } });
    await control(sandbox, 'POST', '/faults', { api: { mode: 'down' } });
    getBlog()?.issues.forget(number);
    expect(await ask()).toMatchObject({ isRecalled: true, props: { post: { comments } } });
    await control(sandbox, 'POST', '/faults', { api: { mode: 'ok' } });
  });
});
