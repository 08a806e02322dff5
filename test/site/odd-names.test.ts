import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asAuthor, control, type GitHubUser } from '../support/github';
import { startTestSite, type TestSite, until } from '../support/site';

/** Names that mean something to an address, to HTML, to XML or to a file system. */
const NAMES = [
  ...[
    'c++',
    '.net',
    'c#',
    '日本語',
    '🎉',
    '%2F',
    'a/b',
    '100%',
    '..',
    '?',
    '&amp;',
    '<b>"\'',
    'feed.rss',
  ],
  ...['page', 'x'.repeat(50), '語'.repeat(50), 'مدونة', 'two words'],
];

describe('names of all sorts', () => {
  let site: TestSite;
  let author: GitHubUser;

  beforeAll(async () => {
    site = await startTestSite();
    author = asAuthor(site.sandbox);
    await control(site.sandbox, 'POST', '/issues?webhooks=1', {
      issues: NAMES.map((name, place) => ({
        title: `Post ${place}`,
        body: 'Text.',
        labels: ['Publish', name],
        milestone: name,
      })),
    });
    await until(async () => (await get(`/post/${NAMES.length}`)).ok);
  });

  afterAll(() => site.close());

  const get = (path: string) => fetch(`${site.url}${path}`);
  const textOf = async (path: string) => (await get(path)).text();
  const unescaped = (text: string) => text.replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
  /** The addresses below a folder that a page links to. */
  async function linksBelow(folder: string, page: string): Promise<string[]> {
    const links = [...(await textOf(page)).matchAll(/href="([^"]+)"/g)].map(
      (link) => link[1] ?? '',
    );
    const asMeant = links.map(unescaped);
    const isPage = (link: string) =>
      !/\/feed\.(rss|atom|json)$/.test(link.replace(/^\/tag\/[^/]+/, ''));
    return [...new Set(asMeant.filter((link) => link.startsWith(`/${folder}/`) && isPage(link)))];
  }

  it.each(NAMES.map((name, place) => [name, place + 1] as const))(
    'a tag and a series may be called %s',
    async (_, number) => {
      const page = new URL((await get(`/post/${number}`)).url).pathname;
      for (const folder of ['tag', 'series']) {
        const [link = ''] = await linksBelow(folder, page);
        const answer = await fetch(`${site.url}${link}`, { redirect: 'manual' });
        expect(answer.status, link).toBe(200);
        expect(await answer.text()).toContain(`href="${page}"`);
        if (folder === 'series') continue;
        for (const format of ['rss', 'atom', 'json']) {
          const feed = await textOf(`${link}/feed.${format}`);
          expect(feed, link).toContain(`/post/${number}/`);
        }
        const card =
          /<meta property="og:image" content="([^"]+)"/.exec(await textOf(link))?.[1] ?? '';
        expect((await fetch(unescaped(card))).headers.get('content-type'), card).toBe('image/png');
        expect(await textOf('/sitemap.xml')).toContain(`<loc>${site.url}${link}</loc>`);
      }
    },
  );

  it('labels whose addresses are alike are one tag, which has the posts of both', async () => {
    await control(site.sandbox, 'POST', '/issues?webhooks=1', {
      issues: ['Deep Sea', 'deep-sea', 'deep-sea'].map((label, place) => ({
        title: `Alike ${place}`,
        body: 'x',
        labels: ['Publish', label],
      })),
    });
    const titles = async () =>
      [...(await textOf('/tag/deep-sea')).matchAll(/Alike \d/g)].map((found) => found[0]);
    await until(async () => new Set(await titles()).size === 3);
    expect(await linksBelow('tag', '/tags')).toContain('/tag/deep-sea');
    expect((await textOf('/tags')).match(/href="\/tag\/deep-sea"/g)).toHaveLength(1);
    for (const path of ['/tag/Deep-Sea', '/tag/deep%20sea', '/tag/DEEP%20SEA']) {
      expect(new URL((await get(path)).url).pathname).toBe('/tag/deep-sea');
    }
  });

  it('an author may get another name, and go', async () => {
    await control(site.sandbox, 'POST', '/issues?webhooks=1', {
      issues: ['First', 'Second'].map((title) => ({
        title: `${title} of hubot`,
        body: 'x',
        author: 'hubot',
        createdAt: '2020-01-01T00:00:00Z',
        labels: ['Publish'],
      })),
    });
    await until(async () => (await textOf('/author/hubot')).includes('Second of hubot'));
    const number = Number(
      /\/post\/(\d+)\/second-of-hubot/.exec(await textOf('/author/hubot'))?.[1],
    );

    await control(site.sandbox, 'PATCH', '/users/hubot', { login: 'hubert' });
    await author.call('PATCH', `/issues/${number}`, { body: 'Edited.' });
    await until(async () => (await textOf('/author/hubert')).includes('Second of hubot'));
    expect(await linksBelow('author', `/post/${number}`)).toContain('/author/hubert');

    await control(site.sandbox, 'DELETE', '/users/hubert');
    await author.call('PATCH', `/issues/${number}`, { body: 'Edited again.' });
    await until(async () => (await textOf('/author/ghost')).includes('Second of hubot'));
    const page = await textOf(`/post/${number}`);
    expect(page).toContain('ghost');
    expect(page).not.toContain('hubert');
    for (const path of [
      '/author/ghost/feed.rss',
      '/card/author/ghost.png',
      `/card/post/${number}.png`,
    ]) {
      expect((await get(path)).status, path).toBe(200);
    }
    await until(async () => (await get('/author/hubert')).status === 404);
  });
});
