import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asAuthor, control } from '../support/github';
import { readPage } from '../support/page';
import { startTestSite, type TestSite, until } from '../support/site';

const MODES = ['401', '403', 'rate-limited', 'secondary', '502', 'down', 'garbage', 'empty'];

describe('while GitHub fails', () => {
  let site: TestSite;
  let number = 0;
  let commentId = 0;

  beforeAll(async () => {
    site = await startTestSite();
    const author = asAuthor(site.sandbox);
    number = await author.createIssue({ title: 'Still here', body: 'Text.', labels: ['Publish'] });
    await until(async () => (await readPage(`${site.url}/post/${number}`)).status === 200);
    commentId = await author.comment(number, 'A comment.');
    await until(async () => (await readPage(`${site.url}/post/${number}`)).comments.length === 1);
    await readPage(`${site.url}/post/${number}/comment/${commentId}`);
  });

  afterAll(() => site.close());

  const fail = (mode: string) => control(site.sandbox, 'POST', '/faults', { api: { mode } });
  const page = (path: string) => readPage(`${site.url}${path}`);

  it.each(MODES)(
    'with %s, every page that was built stays, also when told to refresh',
    async (mode) => {
      await fail(mode);
      const deliveries = await control(site.sandbox, 'GET', '/deliveries');
      const guid = /"guid":"([^"]+)"/.exec(JSON.stringify(deliveries))?.[1];
      await control(site.sandbox, 'POST', `/deliveries/${guid}/redeliver`).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await page('/')).entries).toEqual(['Still here']);
      expect((await page(`/post/${number}/still-here`)).comments).toEqual(['A comment.']);
      expect((await page(`/post/${number}/comment/${commentId}`)).status).toBe(200);
      await fail('ok');
    },
  );

  it.each(MODES)(
    'with %s, a page never built says so with a 5xx and recovers by itself',
    async (mode) => {
      // Nobody is told of it, so that nothing builds its page.
      const created = await control(site.sandbox, 'POST', '/issues', {
        issues: [
          { title: `Unseen ${mode}`, body: 'Text.', author: 'octocat', labels: ['Publish'] },
        ],
      });
      const fresh = /\d+/.exec(JSON.stringify(created))?.[0];
      await fail(mode);
      const path = `/post/${fresh}/unseen-${mode}`;
      const failed = await page(path);
      expect(failed.status).toBeGreaterThanOrEqual(500);
      expect(failed.html).toMatch(/<main.*perhaps because GitHub does not answer.*<.main>/s);
      expect(failed.html).toContain('Is this your blog? ‘npm run doctor’ names the cause');
      await fail('ok');
      await until(async () => (await page(path)).status === 200);
    },
  );

  it('a post that only lists have shown is there without its comments, until GitHub answers', async () => {
    const issue = {
      title: 'Listed alone',
      body: 'Known **text**.',
      author: 'octocat',
      labels: ['Publish'],
      comments: [{ author: 'hubot', body: 'Only GitHub knows.' }],
    };
    const created = await control(site.sandbox, 'POST', '/issues', { issues: [issue] });
    const fresh = Number(/\d+/.exec(JSON.stringify(created))?.[0]);
    const path = `/post/${fresh}/listed-alone`;
    // Whoever asks for the next one has the list read.
    await until(async () => {
      await page(`/post/${fresh + 1}`);
      return (await (await fetch(`${site.url}/feed.json`)).text()).includes('Listed alone');
    });
    await fail('down');
    const known = await page(path);
    expect(known.status).toBe(200);
    expect(known.html).toContain('Known <strong>text</strong>.');
    expect(known.html).toMatch(/<section id="discussion".*<p[^>]*>1 comment</s);
    expect(known.comments).toEqual([]);
    await fail('ok');
    await until(async () => (await page(path)).comments.length === 1);
  });

  it('the state of GitHub, cache and last delivery can be watched, without a secret', async () => {
    const health = async () => (await fetch(`${site.url}/api/health`)).text();
    const read = async () => JSON.parse(await health());
    expect(await read()).toMatchObject({
      status: 'ok',
      github: { repository: 'octocat/blog', state: 'ok', failure: null },
      lastDelivery: { event: expect.any(String), status: expect.any(Number) },
    });
    expect((await read()).cache.pages).toBeGreaterThan(0);
    await fail('401');
    await page('/post/9999/never-asked-for');
    expect(await read()).toMatchObject({
      status: 'ok',
      github: { state: 'failing', failure: 'GitHubUnauthorizedError' },
    });
    expect(await health()).not.toMatch(/token|secret/i);
    await fail('ok');
  });

  it('a server started meanwhile serves what it had', async () => {
    await fail('down');
    await site.restart();
    expect((await page('/')).status).toBe(200);
    expect((await page(`/post/${number}/still-here`)).comments).toEqual(['A comment.']);
    await fail('ok');
  });

  it('never logs a token', () => {
    expect(site.output()).not.toContain('bot-token');
  });
});

describe('a site without settings', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await startTestSite({ env: { GITHUB_REPOSITORY: '', GITHUB_TOKEN: '' } });
  });

  afterAll(() => site.close());

  it('answers with what to set, and has no posts', async () => {
    const home = await readPage(`${site.url}/`);
    expect(home.status).toBe(200);
    expect(home.html).toContain('GITHUB_REPOSITORY');
    expect(home.html).toContain('GITHUB_TOKEN');
    expect(home.html).not.toContain('/feed.');
    expect((await readPage(`${site.url}/post/1`)).status).toBe(404);
    // Where the header leads, there is a page.
    expect((await readPage(`${site.url}/archive`)).status).toBe(200);
    expect((await readPage(`${site.url}/archive/2026`)).status).toBe(404);
    const health = await fetch(`${site.url}/api/health`);
    expect(await health.json()).toMatchObject({ status: 'unconfigured', github: null });
  });
});
