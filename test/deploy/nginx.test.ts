/** What `deploy/nginx.conf` tells the site of whoever asks; the site here only repeats it. */
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasNginx, type Nginx, startNginxInFront } from '../support/nginx';

/** One address of each location. */
const ADDRESSES = [
  '/post/1/a-title',
  '/setup',
  '/_next/static/chunks/a.js',
  '/_next/image?url=a',
  '/api/live',
  '/api/webhook',
  '/api/uploads',
  '/api/session',
];

describe.skipIf(!hasNginx)('the nginx of deploy/', () => {
  let site: Server;
  let nginx: Nginx;

  beforeAll(async () => {
    site = createServer(({ headers }, response) => {
      response.setHeader('cache-control', 'no-store');
      response.end(JSON.stringify(headers));
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    nginx = await startNginxInFront(originOf(site));
  });

  afterAll(async () => {
    await nginx?.close();
    site?.closeAllConnections();
    await new Promise((resolve) => site?.close(resolve));
  });

  it.each(ADDRESSES)('tells the site who asks, and by which name: %s', async (address) => {
    const told = await ask(nginx, address, { host: 'blog.example:8080' });
    expect(told).toMatchObject({
      host: 'blog.example:8080',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
    });
    // The connection to the site is kept.
    expect(told.connection).not.toBe('close');
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0', undefined],
    ['br; q=0.0,gzip ;q=0', undefined],
    ['identity', undefined],
  ])('asks for one encoding of those that may be: %s', async (accepted, encoding) => {
    for (const address of ['/', '/api/session']) {
      const told = await ask(nginx, address, { 'accept-encoding': accepted });
      expect(told['accept-encoding']).toBe(encoding);
    }
  });
});

function originOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

/** @returns what the site was told */
function ask(
  nginx: Nginx,
  address: string,
  headers: Record<string, string> = {},
): Promise<IncomingHttpHeaders> {
  return new Promise((resolve, reject) => {
    // `fetch` would send its own Host.
    request(`${nginx.url}${address}`, { headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve(JSON.parse(text)));
    })
      .on('error', reject)
      .end();
  });
}
