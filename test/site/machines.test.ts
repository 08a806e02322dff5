import { mf2 } from 'microformats-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { asAuthor, control } from '../support/github';
import { startTestSite, type TestSite, until } from '../support/site';

describe('for machines', () => {
  let site: TestSite;
  let postPath = '';

  beforeAll(async () => {
    site = await startTestSite({ env: { SITE_TITLE: 'The Blog' } });
    await control(site.sandbox, 'POST', '/issues?webhooks=1', {
      issues: [
        {
          title: 'A post </script><b>',
          body: '---\ndescription: In short.\n---\n\nThe *text*.',
          createdAt: '2026-01-02T10:00:00Z',
          labels: ['Publish', 'emacs', 'C++'],
          comments: [{ author: 'hubot', body: 'Well said.', createdAt: '2026-01-03T10:00:00Z' }],
        },
        { title: 'Older', body: 'x', createdAt: '2025-01-02T10:00:00Z', labels: ['Publish'] },
      ],
    });
    await until(async () => (await fetch(`${site.url}/post/1`)).ok);
    postPath = new URL((await fetch(`${site.url}/post/1`)).url).pathname;
  });

  afterAll(() => site.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${site.url}${path}`, { headers });
  const textOf = async (path: string) => (await get(path)).text();
  const structured = async (path: string): Promise<Record<string, unknown>[]> =>
    [
      ...(await textOf(path)).matchAll(
        /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/g,
      ),
    ].map((match) => JSON.parse(match[1] ?? ''));

  it('everything is there behind a front that ends TLS', async () => {
    for (const address of ['/feed.rss', '/post/1.md', '/sitemap.xml', '/robots.txt', '/card.png']) {
      const { status } = await get(address, { 'x-forwarded-proto': 'https' });
      expect([address, status]).toEqual([address, 200]);
    }
  });

  it('a post is an h-entry with everything in it', async () => {
    const { items } = mf2(await textOf(postPath), { baseUrl: site.url });
    const entry = items.find((item) => item.type?.includes('h-entry'));
    expect(entry?.properties).toMatchObject({
      name: ['A post </script><b>'],
      published: ['2026-01-02T10:00:00.000Z'],
      updated: ['2026-01-02T10:00:00.000Z'],
      url: [`${site.url}${postPath}`],
      author: [{ type: ['h-card'], properties: { name: ['The Octocat'] } }],
    });
    expect(entry?.properties.category).toEqual(expect.arrayContaining(['emacs', 'C++']));
    expect(entry?.properties.content).toMatchObject([{ value: 'The text.' }]);
    expect(entry?.properties.comment).toMatchObject([
      {
        type: expect.arrayContaining(['h-cite']),
        properties: {
          author: [{ properties: { name: ['Hubot'] } }],
          published: ['2026-01-03T10:00:00.000Z'],
          updated: ['2026-01-03T10:00:00.000Z'],
          content: [{ value: 'Well said.' }],
        },
      },
    ]);
  });

  it('lists are h-feeds of h-entries, and an author says who they are', async () => {
    for (const path of ['/', '/tag/emacs', '/author/octocat', '/archive']) {
      const { items } = mf2(await textOf(path), { baseUrl: site.url });
      const feed = items.find((item) => item.type?.includes('h-feed'));
      const entry = feed?.children?.find((child) => child.type?.includes('h-entry'));
      expect(entry?.properties.name, path).toEqual(['A post </script><b>']);
      expect(entry?.properties.url, path).toEqual([`${site.url}${postPath}`]);
    }
    const { rels } = mf2(await textOf('/author/octocat'), { baseUrl: site.url });
    expect(rels.me?.[0]).toMatch(/\/octocat$/);
  });

  it('structured data names posts, comments, people and the way there', async () => {
    const data = await structured(postPath);
    const posting = data.find((thing) => thing['@type'] === 'BlogPosting');
    expect(posting).toMatchObject({
      '@context': 'https://schema.org',
      headline: 'A post </script><b>',
      description: 'In short.',
      url: `${site.url}${postPath}`,
      image: [expect.stringMatching(/\/card\/post\/1\.png$/)],
      inLanguage: 'en',
      publisher: { '@type': 'Organization', name: 'The Blog', url: `${site.url}/` },
      keywords: expect.arrayContaining(['emacs', 'C++']),
      datePublished: '2026-01-02T10:00:00.000Z',
      dateModified: '2026-01-02T10:00:00.000Z',
      mainEntityOfPage: `${site.url}${postPath}`,
      author: [{ '@type': 'Person', name: 'The Octocat', url: `${site.url}/author/octocat` }],
      commentCount: 1,
      comment: [
        {
          '@type': 'Comment',
          text: 'Well said.',
          dateCreated: '2026-01-03T10:00:00.000Z',
          url: expect.stringContaining('/comment/'),
          author: { '@type': 'Person', name: 'Hubot', url: expect.stringMatching(/\/hubot$/) },
        },
      ],
    });
    const [image = ''] = Array.isArray(posting?.image) ? posting.image : [];
    expect((await fetch(String(image))).headers.get('content-type')).toBe('image/png');
    expect(data.find((thing) => thing['@type'] === 'BreadcrumbList')).toMatchObject({
      itemListElement: [
        { position: 1, name: 'The Blog', item: `${site.url}/` },
        { position: 2, name: 'A post </script><b>', item: `${site.url}${postPath}` },
      ],
    });
    const types = async (path: string) => (await structured(path)).map((thing) => thing['@type']);
    expect(await types('/')).toContain('Blog');
    expect(await types('/author/octocat')).toContain('ProfilePage');
  });

  it('a post is had as Markdown, at an address of its own and by asking for it', async () => {
    const source = await textOf('/post/1.md');
    const [, yaml = '', body] = /^---\n([\s\S]*?)---\n\n([\s\S]*)$/.exec(source) ?? [];
    expect(body).toBe('The *text*.\n');
    expect(parse(yaml)).toMatchObject({
      title: 'A post </script><b>',
      url: `${site.url}${postPath}`,
      authors: ['octocat'],
      tags: ['emacs', 'C++'],
      description: 'In short.',
    });
    const asked = await get(postPath, { accept: 'text/markdown' });
    expect(asked.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(await asked.text()).toBe(source);
    const html = await get(postPath, { accept: 'text/html,text/markdown;q=0.5' });
    expect(html.headers.get('content-type')).toContain('text/html');
    for (const response of [asked, html]) {
      expect((response.headers.get('vary') ?? '').split(/,\s*/)).toContain('Accept');
    }
    expect(await html.text()).toMatch(
      /<link rel="alternate" type="text\/markdown" href="\/post\/1\.md"/,
    );
    expect((await get('/post/99.md')).status).toBe(404);
  });

  it('the sitemap, robots.txt and llms.txt lead to what there is', async () => {
    const sitemap = await textOf('/sitemap.xml');
    const urls = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1] ?? '');
    expect(urls).toEqual(
      expect.arrayContaining([`${site.url}/`, `${site.url}${postPath}`, `${site.url}/tag/emacs`]),
    );
    for (const url of urls)
      expect((await fetch(url, { redirect: 'manual' })).status, url).toBe(200);
    expect(sitemap).toContain('/older</loc><lastmod>2025-01-02T10:00:00.000Z</lastmod>');
    expect(await textOf('/robots.txt')).toContain(`Sitemap: ${site.url}/sitemap.xml`);
    expect(await textOf('/llms.txt')).toContain(`(${site.url}/post/1.md)`);
    expect((await get('/sitemap/1.xml')).status).toBe(404);
  });

  it('pages lead to feeds and name themselves', async () => {
    for (const path of ['/', '/tag/emacs', '/archive', '/tags', '/author/octocat', postPath]) {
      const html = await textOf(path);
      for (const type of ['application/rss+xml', 'application/atom+xml', 'application/feed+json']) {
        expect(html, path).toContain(`rel="alternate" type="${type}"`);
      }
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
      expect(canonical).toBe(`${site.url}${path}`);
      expect(html).toContain(`<meta property="og:url" content="${canonical}"`);
    }
  });

  it.each([
    ['/page/0', 404],
    ['/page/9999', 404],
    ['/page/x', 404],
    ['/tag/none', 404],
    ['/tag/emacs/page/0', 404],
    ['/tag/emacs/page/2', 404],
    ['/tag/emacs/page/1', 200],
    ['/tag/EMACS', 200],
    ['/tag/%E0%A4%A', 400],
    ['/author/nobody', 404],
    ['/author/OCTOCAT', 200],
    ['/series/1', 404],
    ['/series/x/y', 404],
    ['/archive/1900', 404],
    ['/archive/2026/x', 404],
    ['/search?q=%5B.*%2B%3F%28', 200],
    ['/search?q=%00%01', 200],
    [`/search?q=${'x'.repeat(10_000)}`, 200],
    ['/search?q=a&q=b', 200],
    ['/search?q=post', 200],
  ])('%s answers %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  it('a search without JavaScript finds words, parts and slips, and marks them', async () => {
    for (const query of ['text', 'tex', 'emcas', 'emacs', 'octocat', 'c%2B%2B']) {
      const html = await textOf(`/search?q=${query}`);
      expect(html, query).toContain(`href="${postPath}"`);
      expect(html, query).toContain('<mark>');
    }
    expect(await textOf('/search?q=zzxqvw')).not.toContain(`href="${postPath}"`);
  });

  it('an edited post says so, and a comment leads to its page', async () => {
    const author = asAuthor(site.sandbox);
    await author.call('PATCH', '/issues/2', { body: 'Edited.' });
    await author.comment(2, 'By the author.');
    const path = new URL((await get('/post/2')).url).pathname;
    await until(async () => (await textOf(path)).includes('By the author.'));
    const { items } = mf2(await textOf(path), { baseUrl: site.url });
    const entry = items.find((item) => item.type?.includes('h-entry'));
    expect(entry?.properties.updated).toHaveLength(1);
    expect(Date.parse(String(entry?.properties.updated?.[0]))).toBeGreaterThan(
      Date.parse(String(entry?.properties.published?.[0])),
    );
    expect(entry?.properties.comment).toMatchObject([
      { properties: { url: [expect.stringMatching(/\/post\/2\/comment\/\d+$/)] } },
    ]);
    const posting = (await structured(path)).find((thing) => thing['@type'] === 'BlogPosting');
    expect(posting?.dateModified).toBe(entry?.properties.updated?.[0]);
  });

  it('a label that is renamed takes its page along', async () => {
    const author = asAuthor(site.sandbox);
    await author.call('PATCH', '/labels/emacs', { new_name: 'editors', description: 'For text.' });
    await until(async () => (await get('/tag/editors')).ok);
    await until(async () => (await textOf('/tag/editors')).includes('For text.'));
    await until(async () => (await fetch(`${site.url}/tag/emacs`)).url.endsWith('/tag/editors'));
    await until(async () => (await textOf(postPath)).includes('/tag/editors'));
  });
});
