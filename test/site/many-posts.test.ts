import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { apiCalls, asAuthor, control } from '../support/github';
import { startTestSite, type TestSite, until } from '../support/site';

/** One more than what browsers are sent the search index of. */
const COUNT = 3_001;

describe('a blog of more than 3,000 posts', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await startTestSite();
    for (let from = 0; from < COUNT; from += 500) {
      await control(site.sandbox, 'POST', '/issues', {
        issues: Array.from({ length: Math.min(500, COUNT - from) }, (_, place) => ({
          title: `Post ${from + place}`,
          body: from + place === 1_234 ? 'A needle, 议题, in it.' : 'Hay.',
          createdAt: new Date(Date.UTC(2016, 0, 1) + (from + place) * 86_400_000).toISOString(),
          labels: ['Publish', 'common', `rare-${(from + place) % 50}`],
        })),
      });
    }
    await site.restart('SIGKILL');
    await until(async () => (await fetch(`${site.url}/`)).ok, 120_000);
  }, 300_000);

  afterAll(() => site.close());

  const textOf = async (path: string) => (await fetch(`${site.url}${path}`)).text();
  const linkedPosts = (html: string) => new Set(html.match(/href="\/post\/\d+\/[^"/]+"/g)).size;

  it('shows one page of posts on every page', async () => {
    for (const path of ['/', '/page/2', '/tag/common', '/author/octocat/page/7']) {
      expect(linkedPosts(await textOf(path)), path).toBe(10);
    }
    for (const path of ['/archive', '/archive/2017', '/archive/page/31']) {
      const count = linkedPosts(await textOf(path));
      expect(count, path).toBeGreaterThan(0);
      expect(count, path).toBeLessThanOrEqual(100);
    }
    expect(linkedPosts(await textOf('/tags'))).toBe(0);
    expect((await textOf('/feed.json')).length).toBeLessThan(100_000);
    expect((await textOf('/sitemap.xml')).match(/<loc>/g)?.length).toBeGreaterThan(COUNT);
  });

  it('searches on the server, also as you type', async () => {
    expect(JSON.parse(await textOf('/search.json'))).toEqual({ ask: '/api/search' });
    for (const query of ['needle', 'neelde', 'need', '议题']) {
      const answer = JSON.parse(await textOf(`/api/search?${new URLSearchParams({ q: query })}`));
      expect(answer.found[0], query).toMatchObject({ title: 'Post 1234' });
    }
    const odd = ['', '.*[', '\u0000', 'x'.repeat(10_000), '%F0', '\ud800'];
    for (const query of odd) {
      const answer = await fetch(`${site.url}/api/search?${new URLSearchParams({ q: query })}`);
      expect(answer.status).toBe(200);
      expect((await answer.json()).found.length).toBeLessThanOrEqual(40);
    }
    expect(await (await fetch(`${site.url}/api/search`)).json()).toEqual({ found: [] });

    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`${site.url}/archive`, { waitUntil: 'networkidle' });
      await page.keyboard.press('/');
      await page.getByRole('combobox').fill('needel');
      await page.getByRole('option').first().waitFor();
      expect(await page.getByRole('option').first().textContent()).toContain('Post 1234');
    } finally {
      await browser.close();
    }
  });

  it('costs GitHub at most five calls for any one edit, the bot included', async () => {
    const author = asAuthor(site.sandbox);
    /** The calls of one edit with everything that follows from it. */
    async function callsFor(edit: () => Promise<unknown>): Promise<string[]> {
      await settled();
      await control(site.sandbox, 'DELETE', '/requests');
      await edit();
      await settled();
      const { requests } = await apiCalls(site.sandbox);
      return requests.flatMap(({ operation }) => (operation ? [operation] : []));
    }
    async function settled(): Promise<void> {
      for (let before = -1, now = 0; before !== now; ) {
        before = now;
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        now = (await apiCalls(site.sandbox)).requests.length + site.output().length;
      }
    }
    const edits: Record<string, () => Promise<unknown>> = {
      'a text': () => author.call('PATCH', '/issues/1500', { body: 'Edited.' }),
      'a title': () => author.call('PATCH', '/issues/1500', { title: 'Edited' }),
      'a tag': () => author.call('POST', '/issues/1500/labels', { labels: ['rare-7'] }),
      'a comment': () => author.comment(1500, 'Well.'),
      'a new post': () =>
        author.createIssue({ title: 'New', body: 'x', labels: ['Publish', 'rare-1'] }),
      'a withdrawal': () => author.call('DELETE', '/issues/1501/labels/Publish'),
    };
    await author.call('PATCH', '/issues/1500', { body: 'The first delivery finds all before it.' });
    for (const [name, edit] of Object.entries(edits)) {
      const calls = await callsFor(edit);
      console.info(`${name}: ${calls.join(', ')}`);
      expect(calls.length, name).toBeGreaterThan(0);
      // Opened, and labelled twice: three deliveries, which share calls where they come together.
      expect(calls.length, name).toBeLessThanOrEqual(name === 'a new post' ? 7 : 5);
    }
  }, 300_000);
});
