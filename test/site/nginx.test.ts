import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStream } from '../support/event-stream';
import { asAuthor, asReader, control } from '../support/github';
import { hasNginx, type Nginx, startNginxInFront } from '../support/nginx';
import { readPage } from '../support/page';
import { signIn } from '../support/sign-in';
import { startTestSite, type TestSite, until } from '../support/site';

describe.skipIf(!hasNginx)('behind the nginx of deploy/', () => {
  let site: TestSite;
  let nginx: Nginx;
  let number: number;
  let path: string;

  beforeAll(async () => {
    site = await startTestSite();
    nginx = await startNginxInFront(site.url);
    number = await publish('Kept for a second', 'The first text.');
    path = `/post/${number}/kept-for-a-second`;
  });

  afterAll(async () => {
    await nginx.close();
    await site.close();
  });

  async function publish(title: string, body: string): Promise<number> {
    const created = await asAuthor(site.sandbox).createIssue({ title, body, labels: ['Publish'] });
    await until(async () => (await fetch(`${site.url}/post/${created}`)).ok);
    return created;
  }

  const page = (address = path) => readPage(`${nginx.url}${address}`);
  const kept = async (address: string, headers: Record<string, string> = {}) =>
    (await fetch(`${nginx.url}${address}`, { headers, redirect: 'manual' })).headers.get('x-cache');

  /** The status of a delivery of this issue that came after the others. */
  async function delivered(action: string): Promise<void> {
    await until(async () => {
      const log = JSON.stringify(await control(site.sandbox, 'GET', '/deliveries'));
      return new RegExp(`"action":"${action}","number":${number},"status":200`).test(log);
    });
  }

  it('keeps pages, lists, feeds and what is not there, and no answer that is not for all', async () => {
    for (const address of [path, '/', '/feed.rss', '/post/99999/nothing', '/card.png']) {
      // A second may end between the two.
      await until(async () => {
        await kept(address);
        return (await kept(address)) === 'HIT';
      });
    }
    expect(await kept('/search?q=a')).toBe('MISS');
    expect(await kept('/search?q=a')).toBe('MISS');
    expect(await kept(path, { authorization: 'Bearer a' })).toBe('BYPASS');
  });

  it('keeps each encoding of the page apart, and the Markdown', async () => {
    const ask = (headers: Record<string, string>) => fetch(`${nginx.url}${path}`, { headers });
    for (let turn = 0; turn < 2; turn += 1) {
      const plain = await ask({ 'accept-encoding': 'identity' });
      expect(plain.headers.get('content-encoding')).toBeNull();
      const text = await plain.text();
      for (const [accepted, encoding] of [
        ['gzip, deflate, br, zstd', 'br'],
        ['gzip, deflate', 'gzip'],
      ] as const) {
        const compressed = await ask({ 'accept-encoding': accepted });
        expect(compressed.headers.get('content-encoding')).toBe(encoding);
        expect(await compressed.text()).toBe(text);
      }
      const markdown = await ask({ accept: 'text/markdown' });
      expect(markdown.headers.get('content-type')).toContain('text/markdown');
      const html = await ask({ accept: 'text/html,*/*;q=0.8' });
      expect(html.headers.get('content-type')).toContain('text/html');
      expect(html.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  it('answers 304 to who has the page already', async () => {
    const { headers } = await fetch(`${nginx.url}${path}`);
    const etag = headers.get('etag');
    expect(etag).toBeTruthy();
    const again = await fetch(`${nginx.url}${path}`, { headers: { 'if-none-match': etag ?? '' } });
    expect(again.status).toBe(304);
  });

  it('shows a change soon after the webhook, while readers go on reading', async () => {
    let isReading = true;
    const reading = (async () => {
      while (isReading) await page();
    })();
    await asAuthor(site.sandbox).call('PATCH', `/issues/${number}`, { body: 'The second text.' });
    await delivered('edited');
    const begun = Date.now();
    await until(async () => (await page()).content === 'The second text.');
    const waited = Date.now() - begun;
    isReading = false;
    await reading;
    console.info(`A change was seen through nginx ${waited} ms after the webhook was answered.`);
  });

  it('passes events on as they come', async () => {
    const stream = await openStream(nginx.url, path);
    const known = stream.revisions.length;
    await asReader(site.sandbox).comment(number, 'Heard through nginx.');
    await until(() => stream.revisions.length > known);
    await until(async () => (await page()).comments.includes('Heard through nginx.'));
    stream.close();
  });

  it('has no more of what is unpublished', async () => {
    const other = await publish('Soon gone', 'Text.');
    expect((await page(`/post/${other}/soon-gone`)).status).toBe(200);
    await asAuthor(site.sandbox).call('DELETE', `/issues/${other}/labels/Publish`);
    await until(async () => (await fetch(`${site.url}/post/${other}/soon-gone`)).status === 404);
    await until(async () => (await page(`/post/${other}/soon-gone`)).status === 404);
  });

  it('lets through what GitHub sends, and no more than that', async () => {
    const send = (bytes: number) =>
      fetch(`${nginx.url}/api/webhook`, {
        method: 'POST',
        body: 'a'.repeat(bytes),
        headers: { 'x-hub-signature-256': 'sha256=0' },
      }).then((response) => response.status);
    expect(await send(2_000_000)).toBe(401);
    const status = await send(26 * 1024 * 1024).catch(() => 413);
    expect(status).toBe(413);
  });

  it('serves readers of a front that ends TLS, each with limits of their own', async () => {
    const from = (client: string) => ({
      'x-forwarded-for': client,
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'blog.example',
    });
    const statusOf = async (address: string, client: string) =>
      (await fetch(`${nginx.url}${address}`, { headers: from(client), redirect: 'manual' })).status;
    for (const address of [path, '/feed.atom', `/post/${number}.md`, '/search.json', '/card.png']) {
      expect([address, await statusOf(address, '203.0.113.4')]).toEqual([address, 200]);
    }
    const asked = Array.from({ length: 200 }, () => statusOf('/api/health', '203.0.113.4'));
    expect(await Promise.all(asked)).toContain(429);
    expect(await statusOf('/api/health', '203.0.113.5')).toBe(200);
  });

  it('takes pictures as large as the site does, and no larger ones', async () => {
    const author = await signIn(site, 'author');
    const upload = (bytes: number) => {
      const data = Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(bytes)]).toString('base64');
      return author.send('POST', `${nginx.url}/api/uploads`, { name: 'large.gif', data });
    };
    const taken = await upload(9 * 1024 * 1024);
    expect([taken.status, await taken.json()]).toEqual([
      201,
      { url: expect.stringMatching(/large-\w+\.gif$/) },
    ]);
    const status = await upload(12 * 1024 * 1024).then(
      (response) => response.status,
      () => 413,
    );
    expect(status).toBe(413);
  });

  it('serves the last page while the site is down, and the new one when it is back', async () => {
    await page('/');
    await page();
    await site.restart('SIGTERM', async () => {
      // Longer than a page is kept.
      await new Promise((resolve) => setTimeout(resolve, 2_100));
      expect((await page('/')).status).toBe(200);
      expect((await page()).content).toBe('The second text.');
      await asAuthor(site.sandbox).call('PATCH', `/issues/${number}`, { body: 'The third text.' });
    });
    await asReader(site.sandbox).comment(number, 'Back again.');
    await until(async () => (await page()).content === 'The third text.');
  });
});
