/** What goes over the wire: the same bytes for everybody, in the best form that each understands. */
import { get as ask, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStream } from '../support/event-stream';
import { asAuthor } from '../support/github';
import { startTestSite, type TestSite, until } from '../support/site';

let site: TestSite;

beforeAll(async () => {
  site = await startTestSite({ seed: true });
});

afterAll(() => site.close());

interface Wire {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Without a client that unpacks by itself. */
function fetchWire(
  path: string,
  accepted?: string,
  { method = 'GET', known = '' } = {},
): Promise<Wire> {
  const headers = {
    ...(accepted !== undefined && { 'accept-encoding': accepted }),
    ...(known && { 'if-none-match': known }),
  };
  return new Promise((resolve, reject) => {
    const request = ask(`${site.url}${path}`, { headers, method }, async (response) => {
      const { statusCode: status = 0 } = response;
      resolve({ status, headers: response.headers, body: await buffer(response) });
    });
    request.on('error', reject);
  });
}

const ADDRESSES = ['/', '/tags', '/archive', '/author/octocat', '/search?q=emacs'];

describe.each(ADDRESSES)('%s', (path) => {
  it('is the same in every encoding', async () => {
    const plain = await fetchWire(path);
    expect(plain.status).toBe(200);
    expect(plain.headers['content-encoding']).toBeUndefined();
    for (const [accepted, encoding, unpack] of [
      ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['br;q=0, gzip', 'gzip', gunzipSync],
    ] as const) {
      const wire = await fetchWire(path, accepted);
      expect(wire.headers['content-encoding']).toBe(encoding);
      expect(wire.headers.vary).toMatch(/Accept-Encoding/i);
      expect(unpack(wire.body).equals(plain.body)).toBe(true);
      expect(wire.body.length).toBeLessThan(plain.body.length / 2);
    }
    const odd = await fetchWire(path, 'identity, compress');
    expect(odd.body.equals(plain.body)).toBe(true);
  });
});

it('gets smaller once the page has been asked for', async () => {
  const { path } = await firstPost();
  const first = await fetchWire(path, 'br');
  await until(async () => (await fetchWire(path, 'br')).body.length < first.body.length);
  const later = await fetchWire(path, 'br');
  expect(later.headers['content-length']).toBe(String(later.body.length));
  expect(brotliDecompressSync(later.body).equals(brotliDecompressSync(first.body))).toBe(true);
});

it('never shows what was kept of a page that changed', async () => {
  const { number, path } = await firstPost();
  await fetchWire(path, 'br');
  await asAuthor(site.sandbox).call('PATCH', `/issues/${number}`, { body: 'Another text.' });
  const text = async (accepted: string, unpack: (body: Buffer) => Buffer) =>
    String(unpack((await fetchWire(path, accepted)).body));
  await until(async () => (await text('br', brotliDecompressSync)).includes('Another text.'));
  expect(await text('gzip', gunzipSync)).toContain('Another text.');
});

it('is missing where a page is missing, compressed too', async () => {
  const { status, headers, body } = await fetchWire('/post/99999/nothing', 'br');
  expect([status, headers['content-encoding']]).toEqual([404, 'br']);
  expect(String(brotliDecompressSync(body))).toContain('</html>');
});

it('answers 304, and HEAD without a body', async () => {
  const { headers } = await fetchWire('/', 'br');
  const again = await fetchWire('/', 'br', { known: headers.etag ?? '' });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  const head = await fetchWire('/', 'br', { method: 'HEAD' });
  expect([head.status, head.headers.etag, head.body.length]).toEqual([200, headers.etag, 0]);
});

it('holds back no events, and compresses scripts and styles, but no pictures', async () => {
  const stream = await openStream(site.url, '/');
  stream.close();
  const html = await (await fetch(site.url)).text();
  const [, sheet = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(html) ?? [];
  const plain = await fetchWire(sheet);
  const quick = await fetchWire(sheet, 'gzip, br');
  await until(async () => (await fetchWire(sheet, 'br')).body.length < quick.body.length);
  for (const wire of [quick, await fetchWire(sheet, 'br')]) {
    expect(wire.headers['content-encoding']).toBe('br');
    expect(wire.headers['cache-control']).toContain('immutable');
    expect(brotliDecompressSync(wire.body).equals(plain.body)).toBe(true);
  }
  const part = await fetch(`${site.url}${sheet}`, { headers: { range: 'bytes=0-9' } });
  expect([part.status, await part.text()]).toEqual([206, String(plain.body.subarray(0, 10))]);
  expect((await fetchWire('/card.png', 'gzip, br')).headers['content-encoding']).toBeUndefined();
});

async function firstPost(): Promise<{ number: number; path: string }> {
  const number = await asAuthor(site.sandbox).createIssue({
    title: 'On bytes',
    body: 'The first text, which goes on and on. '.repeat(60),
    labels: ['Publish'],
  });
  const path = `/post/${number}/on-bytes`;
  await until(async () => (await fetch(`${site.url}${path}`)).ok);
  return { number, path };
}
