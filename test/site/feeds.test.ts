import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { parseFeed } from '@rowanmanning/feed-parser';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiCalls, asAuthor, asReader, control, type GitHubUser } from '../support/github';
import { openNewsboat } from '../support/newsboat';
import { freePort, startTestSite, type TestSite, until } from '../support/site';

describe('a WebSub hub', () => {
  it('is named by the feeds and told of news, and its absence fails nothing', async () => {
    const told: string[] = [];
    const hub = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        told.push(...new URLSearchParams(body).getAll('hub.url'));
        response.writeHead(204).end();
      });
    });
    const port = await freePort();
    await new Promise<void>((resolve) => hub.listen(port, '127.0.0.1', resolve));
    const hubUrl = `http://127.0.0.1:${port}`;
    const site = await startTestSite({ env: { WEBSUB_HUB: hubUrl } });
    const author = asAuthor(site.sandbox);
    const publish = (title: string) =>
      author.createIssue({ title, body: 'x', labels: ['Publish', 'news'] });
    await fetch(`${site.url}/`);
    await publish('Told');
    const expected = ['/feed.atom', '/tag/news/feed.rss', '/author/octocat/feed.json'];
    await until(() => expected.every((path) => told.includes(`${site.url}${path}`)));
    for (const format of ['rss', 'atom']) {
      const response = await fetch(`${site.url}/feed.${format}`);
      expect(response.headers.get('link')).toContain(`<${hubUrl}>; rel="hub"`);
      expect(await response.text()).toMatch(/rel="hub"/);
    }
    await new Promise((resolve) => hub.close(resolve));
    const number = await publish('Untold');
    await until(async () => (await fetch(`${site.url}/post/${number}`)).ok);
    await site.close();
  });
});

describe('the feeds', () => {
  let site: TestSite;
  let author: GitHubUser;

  beforeAll(async () => {
    site = await startTestSite();
    author = asAuthor(site.sandbox);
    await control(site.sandbox, 'POST', '/issues?webhooks=1', {
      issues: [
        {
          title: 'Tom & Jerry <b>bold</b> ]]> "quoted" \u0007\u000b',
          body: 'A bell \u0007, a `]]>`, a [link](/docs) and **bold** & more.\n\n- [ ] to do',
          createdAt: '2026-01-02T10:00:00Z',
          labels: ['Publish', 'c++', '日本語', 'a/b', 'less < more & "so"'],
          comments: [
            { author: 'hubot', body: 'First <i>comment</i>', createdAt: '2026-01-03T10:00:00Z' },
          ],
        },
        {
          title: 'Second',
          body: 'Another.',
          author: 'hubot',
          createdAt: '2026-01-01T10:00:00Z',
          labels: ['Publish', 'c++'],
        },
      ],
    });
    await until(async () => (await (await get('/feed.json')).text()).includes('Tom'));
  });

  afterAll(() => site.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${site.url}${path}`, { headers, redirect: 'manual' });
  const parsed = async (path: string) => parseFeed(await (await get(path)).text());
  const titles = async (path: string): Promise<string[]> => {
    const response = await get(path);
    if (!response.ok) return [];
    const feed = path.endsWith('.json') ? await response.json() : parseFeed(await response.text());
    return feed.items.map((item: { title: string }) => item.title);
  };

  it.each(['rss', 'atom'])('hold the whole posts, as %s', async (format) => {
    const feed = await parsed(`/feed.${format}`);
    expect(feed.meta.type).toBe(format);
    expect(feed.url).toBe(`${site.url}/`);
    const [first, second] = feed.items;
    expect(second?.title).toBe('Second');
    expect(first?.title).toContain('Tom & Jerry');
    expect(first?.id).toBe(`${site.url}/post/1`);
    expect(first?.url).toMatch(`${site.url}/post/1/tom`);
    expect(first?.published?.toISOString()).toBe('2026-01-02T10:00:00.000Z');
    expect(first?.content).toContain('<strong>bold</strong> &');
    expect(first?.content).toMatch(/☐ +to do/);
    expect(first?.content).not.toMatch(/(href|src)="\//);
    expect(first?.authors.map((person) => person.name)).toEqual(['The Octocat']);
    expect(first?.categories.map((category) => category.term)).toEqual(
      expect.arrayContaining(['c++', '日本語', 'less < more & "so"']),
    );
  });

  it('have what RSS, Atom and JSON Feed require', async () => {
    const rss = await (await get('/feed.rss')).text();
    expect(rss).toMatch(/<channel>\s*<title>[^<]+<\/title>\s*<link>.+<\/link>\s*<description>/);
    expect(rss).toContain(`<atom:link href="${site.url}/feed.rss" rel="self"`);
    expect(rss).toContain('<guid isPermaLink="false">');
    expect(rss).toMatch(/<pubDate>\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT<\/pubDate>/);
    const atom = await (await get('/feed.atom')).text();
    for (const element of ['id', 'title', 'updated', 'published', 'author', 'content']) {
      expect(atom).toMatch(new RegExp(`<entry>[\\s\\S]*<${element}[ >][\\s\\S]*</entry>`));
    }
    for (const code of [0, 7, 11]) expect(rss + atom).not.toContain(String.fromCharCode(code));
    const schema = JSON.parse(await readFile('test/fixtures/json-feed-1.1.schema.json', 'utf8'));
    const validate = new Ajv({ allErrors: true }).compile(schema);
    for (const path of ['/feed.json', '/tag/c%2B%2B/feed.json', '/post/1/feed.json']) {
      validate(await (await get(path)).json());
      expect(validate.errors, path).toBeNull();
    }
  });

  it('have their types, and say that nothing changed', async () => {
    for (const [format, type] of [
      ['rss', 'application/rss+xml'],
      ['atom', 'application/atom+xml'],
      ['json', 'application/feed+json'],
    ]) {
      const first = await get(`/feed.${format}`);
      expect(first.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
      const etag = first.headers.get('etag') ?? '';
      const modified = first.headers.get('last-modified') ?? '';
      expect(Date.parse(modified)).toBeLessThanOrEqual(Date.now());
      expect((await get(`/feed.${format}`, { 'if-none-match': etag })).status).toBe(304);
      expect((await get(`/feed.${format}`, { 'if-modified-since': modified })).status).toBe(304);
      expect((await get(`/feed.${format}`, { 'if-none-match': '"other"' })).status).toBe(200);
      const encoding = async (accepted: string) =>
        (await get(`/feed.${format}`, { 'accept-encoding': accepted })).headers.get(
          'content-encoding',
        );
      expect(await encoding('gzip')).toBe('gzip');
      expect(await encoding('gzip;q=0')).toBeNull();
    }
  });

  it('are there for tags, authors and comments, and for nothing else', async () => {
    for (const path of ['/tag/c++', '/tag/c%2B%2B']) {
      expect(await titles(`${path}/feed.rss`)).toHaveLength(2);
    }
    for (const path of ['/tag/a%2Fb', '/tag/%E6%97%A5%E6%9C%AC%E8%AA%9E', '/author/octocat']) {
      expect(await titles(`${path}/feed.atom`), path).toHaveLength(1);
    }
    expect(await titles('/author/hubot/feed.json')).toEqual(['Second']);
    const comments = await parsed('/post/1/feed.atom');
    expect(comments.items.map((item) => item.content)).toEqual([
      expect.stringContaining('<i>comment</i>'),
    ]);
    for (const path of ['/tag/none', '/author/nobody', '/post/99', '/post/0', '/series/1']) {
      expect((await get(`${path}/feed.rss`)).status, path).toBe(404);
    }
    expect((await fetch(`${site.url}/feed.rss`, { method: 'POST' })).status).toBe(405);
  });

  it('cost GitHub nothing while nothing changes', async () => {
    const paths = ['/feed.rss', '/tag/c++/feed.json', '/post/1/feed.atom', '/tag/none/feed.rss'];
    await Promise.all(paths.map((path) => get(path)));
    await control(site.sandbox, 'DELETE', '/requests');
    for (const path of [...paths, '/sitemap.xml', '/post/1.md', '/search.json', '/tag/x']) {
      await get(path);
    }
    expect(await apiCalls(site.sandbox)).toMatchObject({ count: 0 });
  });

  it('follow edits, titles, comments and withdrawals', async () => {
    const reader = asReader(site.sandbox);
    const number = await author.createIssue({
      title: 'Fresh',
      body: 'New.',
      labels: ['Publish', 'fresh'],
    });
    await until(async () => (await titles('/feed.rss')).includes('Fresh'));
    await author.call('PATCH', `/issues/${number}`, { title: 'Fresher', body: 'Newer.' });
    await until(async () => (await titles('/tag/fresh/feed.atom')).includes('Fresher'));
    const [item] = (await parsed('/tag/fresh/feed.atom')).items;
    expect(item).toMatchObject({ id: `${site.url}/post/${number}` });
    expect(item?.content).toContain('Newer.');
    await reader.comment(number, 'Well said.');
    await until(async () => (await titles(`/post/${number}/feed.rss`)).length === 1);
    const before = (await get('/feed.rss')).headers.get('etag') ?? '';
    await author.call('DELETE', `/issues/${number}/labels/Publish`);
    await until(async () => !(await titles('/feed.rss')).includes('Fresher'));
    expect((await get('/feed.rss', { 'if-none-match': before })).status).toBe(200);
    for (const path of [`/post/${number}/feed.rss`, `/post/${number}.md`, '/tag/fresh/feed.rss']) {
      expect((await get(path)).status, path).toBe(404);
    }
  });

  it('follow posts that they only refer to', async () => {
    const other = await author.createIssue({ title: 'Referred to', body: 'x' });
    const body = `See octocat/blog#${other}.`;
    await author.createIssue({ title: 'Referring', body, labels: ['Publish', 'referring'] });
    const paths = ['rss', 'atom', 'json'].map((format) => `/tag/referring/feed.${format}`);
    const allLead = async (to: string) => {
      const feeds = await Promise.all(paths.map(async (path) => (await get(path)).text()));
      return feeds.every((feed) => feed.includes(to));
    };
    const issue = `/octocat/blog/issues/${other}`;
    await until(() => allLead(issue));
    await author.call('POST', `/issues/${other}/labels`, { labels: ['Publish'] });
    await until(() => allLead(`${site.url}/post/${other}/referred-to`));
    await author.call('PATCH', `/issues/${other}`, { title: 'Called otherwise' });
    await until(() => allLead(`${site.url}/post/${other}/called-otherwise`));
    await author.call('DELETE', `/issues/${other}/labels/Publish`);
    await until(() => allLead(issue));
  });

  it('are read by newsboat, which sees a new title as the same article', async () => {
    const number = await author.createIssue({
      title: 'For newsboat',
      body: 'Read me.',
      labels: ['Publish', 'boat'],
    });
    for (const format of ['rss', 'atom']) {
      await author.call('PATCH', `/issues/${number}`, { title: 'For newsboat', body: 'Read me.' });
      await until(async () => (await titles('/tag/boat/feed.json')).includes('For newsboat'));
      const newsboat = await openNewsboat(`${site.url}/feed.${format}`);
      const count = (await titles(`/feed.${format}`)).length;
      expect(await newsboat.reload()).toBe(count);
      expect(await newsboat.has('Read me.')).toBe(true);
      const edited = { title: `Renamed ${format}`, body: `Edited ${format}.` };
      await author.call('PATCH', `/issues/${number}`, edited);
      await until(async () => (await titles('/tag/boat/feed.json')).includes(`Renamed ${format}`));
      expect(await newsboat.reload()).toBe(count);
      expect(await newsboat.has(`Renamed ${format}`)).toBe(true);
      expect(await newsboat.has(`Edited ${format}.`)).toBe(true);
      await newsboat.close();
    }
    const newsboat = await openNewsboat(`${site.url}/feed.rss`);
    const count = await newsboat.reload();
    await author.call('DELETE', `/issues/${number}/labels/Publish`);
    await until(async () => !(await titles('/feed.rss')).includes('Renamed atom'));
    // What was downloaded stays with the reader; whoever subscribes now does not get it.
    expect(await newsboat.reload()).toBe(count);
    const another = await openNewsboat(`${site.url}/feed.rss`);
    expect(await another.reload()).toBe(count - 1);
    await Promise.all([newsboat.close(), another.close()]);
  });
});
