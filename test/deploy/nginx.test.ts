/** What `deploy/nginx.conf` tells the site of whoever asks, and what it keeps; the site here is a small one. */
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasNginx, type Nginx, startNginxInFront } from '../support/nginx';
import { until } from '../support/site';

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
    site = await startRepeater();
    nginx = await startNginxInFront(originOf(site));
  });

  afterAll(async () => {
    await nginx?.close();
    await end(site);
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

describe.skipIf(!hasNginx)('what the nginx of deploy/ keeps', () => {
  let site: Server;
  let nginx: Nginx;
  let text = 'as it was';
  let asked = 0;
  let release: () => void = () => {};
  let held: Promise<void> = Promise.resolve();

  beforeAll(async () => {
    site = createServer(async (_, response) => {
      asked += 1;
      await held;
      response.end(text);
    });
    await listen(site);
    nginx = await startNginxInFront(originOf(site));
  });

  afterAll(async () => {
    release();
    await nginx?.close();
    await end(site);
  });

  it('is shown to nobody once its second is over, however many ask at once', async () => {
    const read = async () => (await fetch(`${nginx.url}/post/1`)).text();
    expect(await read()).toBe('as it was');
    text = 'as it is';
    held = new Promise((resolve) => {
      release = resolve;
    });
    // It is counted in whole ones.
    await pause(2_100);
    asked = 0;
    const answers: string[] = [];
    const readers = [1, 2, 3].map(async () => answers.push(await read()));
    await until(() => asked === 3 || answers.length > 0);
    release();
    await Promise.all(readers);
    expect(answers).toEqual(['as it is', 'as it is', 'as it is']);
  });
});

describe.skipIf(!hasNginx)('the nginx of deploy/ behind another front', () => {
  const CLIENTS = ['203.0.113.4', '2001:db8::4'];
  const forged = {
    'x-forwarded-for': '203.0.113.66',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'evil.example',
  };
  let site: Server;
  let near: Nginx;
  /** For which this machine is somewhere out there. */
  let far: Nginx;

  beforeAll(async () => {
    site = await startRepeater();
    near = await startNginxInFront(originOf(site));
    far = await startNginxInFront(originOf(site), '', (configuration) =>
      configuration.replaceAll('127.0.0.0/8', '198.51.100.0/24'),
    );
  });

  afterAll(async () => {
    await near?.close();
    await far?.close();
    await end(site);
  });

  it.each(ADDRESSES)('takes over what a front nearby says: %s', async (address) => {
    for (const client of CLIENTS) {
      const headers = {
        'x-forwarded-for': client,
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'blog.example',
      };
      expect(await ask(near, address, headers)).toMatchObject(headers);
    }
  });

  it('believes fronts, and none of what a client told them', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.66, 203.0.113.4, 10.0.0.7' };
    const told = await ask(near, '/', headers);
    expect(told['x-forwarded-for']).toBe('203.0.113.4');
    expect(told['x-forwarded-proto']).toBe('http');
    expect(told).not.toHaveProperty('x-forwarded-host');
  });

  it.each(ADDRESSES)('takes nothing over of what anybody else says: %s', async (address) => {
    const told = await ask(far, address, { ...forged, host: 'blog.example' });
    expect(told).toMatchObject({
      host: 'blog.example',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
    });
    expect(told).not.toHaveProperty('x-forwarded-host');
  });

  it('limits each client of a front by itself, and nobody whom the front does not name', async () => {
    expect(await refusals(near, () => ({ 'x-forwarded-for': '203.0.113.5' }))).toBeGreaterThan(0);
    const other = await status(near, { 'x-forwarded-for': '203.0.113.6' });
    expect(other).toBe(200);
    expect(await refusals(near, () => ({}))).toBe(0);
    expect(await refusals(near, () => ({ 'x-forwarded-for': '10.0.0.7' }))).toBe(0);
  });

  it('limits whoever gives themselves another address each time', async () => {
    const another = (turn: number) => ({ 'x-forwarded-for': `203.0.113.${turn % 250}` });
    expect(await refusals(far, another)).toBeGreaterThan(0);
  });
});

/** More than may come at once, and within the time in which so many more may come. */
const MANY = 500;

/** @returns how many of many requests are refused */
async function refusals(nginx: Nginx, headers: (turn: number) => Record<string, string>) {
  const turns = Array.from({ length: MANY }, (_, turn) => status(nginx, headers(turn)));
  return (await Promise.all(turns)).filter((one) => one === 429).length;
}

async function status(nginx: Nginx, headers: Record<string, string>): Promise<number> {
  const response = await fetch(`${nginx.url}/api/session`, { headers });
  await response.arrayBuffer();
  return response.status;
}

/** A site that answers with the headers it was asked with. */
async function startRepeater(): Promise<Server> {
  const site = createServer(({ headers }, response) => {
    response.setHeader('cache-control', 'no-store');
    response.end(JSON.stringify(headers));
  });
  await listen(site);
  return site;
}

async function listen(site: Server): Promise<void> {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
}

async function end(site: Server | undefined): Promise<void> {
  site?.closeAllConnections();
  await new Promise((resolve) => (site ? site.close(resolve) : resolve(null)));
}

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
