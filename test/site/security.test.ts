import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, startTestSite, type TestSite, until } from '../support/site';
import { startTlsFront, type TlsFront } from '../support/tls-front';

const run = promisify(execFile);

/** Texts that must never leave the server. */
const SECRETS = {
  GITHUB_WEBHOOK_SECRET: 'webhook-secret-2b9e6f1c',
  CRON_SECRET: 'cron-secret-77d0a3f8',
  GITHUB_CLIENT_ID: 'Iv1.8a61f9b3a7aba766',
  GITHUB_CLIENT_SECRET: 'client-secret-90aa41c6',
  SESSION_SECRET: 'session-secret-of-at-least-32-characters',
  METRICS_TOKEN: 'metrics-token-15c2d8e4',
  ERROR_WEBHOOK_URL: 'http://127.0.0.1:9/hook-8d1f33',
};

let site: TestSite;

beforeAll(async () => {
  const secure = { SITE_URL: 'https://localhost', GITHUB_SERVER_URL: 'https://github.com' };
  site = await startTestSite({ seed: true, env: { ...SECRETS, ...secure } });
});

afterAll(() => site.close());

const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(`${site.url}${address}`, { headers, redirect: 'manual' });

/** Pages and documents of every kind, with the statuses that show that they are of it. */
const DOCUMENTS: [kind: string, address: string, status: number][] = [
  ['the front page', '/', 200],
  ['a post', '/post/1/start-here-this-blog-is-a-list-of-issues', 200],
  ['a redirect', '/post/1', 308],
  ['a list', '/tags', 200],
  ['the archive', '/archive', 200],
  ['a search', '/search?q=emacs', 200],
  ['a page that is not there', '/post/99999/nothing', 404],
  ['an address that is not there', '/no/such/address', 404],
  ['a preview without its key', '/preview/1', 404],
  ['a feed', '/feed.rss', 200],
  ['a feed in JSON', '/feed.json', 200],
  ['a feed that is not there', '/tag/none-of-that-name/feed.atom', 404],
  ['a source', '/post/1.md', 200],
  ['the sitemap', '/sitemap.xml', 200],
  ['robots.txt', '/robots.txt', 200],
  ['the search index', '/search.json', 200],
  ['a card', '/card.png', 200],
  ['a route', '/api/health', 200],
  ['a refused route', '/api/cron', 401],
  ['the webhook', '/api/webhook', 405],
  ['a route that is not there', '/api/none-of-that-name', 404],
  ['a picture of ours', '/favicon.svg', 200],
];

it.each(DOCUMENTS)('sends every header with %s', async (_, address, status) => {
  const response = await get(address);
  expect(response.status).toBe(status);
  const { headers } = response;
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self' /);
  expect(headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
  expect(headers.get('content-security-policy')).not.toMatch(/unsafe|http:/);
  expect(headers.get('strict-transport-security')).toBe('max-age=63072000');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe(
    // Its address holds a key.
    address.startsWith('/preview/') ? 'no-referrer' : 'strict-origin-when-cross-origin',
  );
  expect(headers.get('permissions-policy')).toContain('camera=()');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  const isForOthers = /^\/(?:card|feed|tag\/.*feed|post\/1\.md|.*\.(?:xml|txt|json)$)/.test(
    address,
  );
  expect(headers.get('cross-origin-resource-policy')).toBe(
    isForOthers ? 'cross-origin' : 'same-origin',
  );
  expect(headers.get('x-powered-by')).toBeNull();
});

it('sends what concerns files with scripts, styles and fonts', async () => {
  const { document } = parseHTML(await (await get('/')).text());
  const boot = document.querySelector<HTMLElement>('#boot');
  const files = [
    boot?.dataset.src?.split(' ')[0],
    boot?.dataset.reader,
    document.querySelector('link[rel="stylesheet"]')?.getAttribute('href'),
    document.querySelector('link[as="font"]')?.getAttribute('href'),
  ];
  for (const file of files) {
    const { status, headers } = await get(file ?? 'missing');
    expect(status).toBe(200);
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  }
});

it('gives the frame of diagrams a policy of its own, without an origin', async () => {
  const { headers } = await get('/vendor/mermaid/frame.html');
  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'.*sandbox allow-scripts/,
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

it('sends no HSTS where the site has no certificate', async () => {
  const plain = await startTestSite();
  const { headers } = await fetch(`${plain.url}/`);
  expect(headers.get('strict-transport-security')).toBeNull();
  expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
  await plain.close();
});

describe('every route', () => {
  const from = (client: string) => ({ 'x-forwarded-for': client });

  it.each([
    ['/api/search?q=a', 240],
    ['/search?q=a', 60],
    ['/api/health', 120],
    ['/card.png', 120],
    ['/feed.rss', 600],
    ['/robots.txt', 600],
  ])(
    '%s answers 429 to whoever asks more than %i times a minute, and to nobody else',
    async (address, most) => {
      const greedy = from(`203.0.113.${most % 250}`);
      const answers: Response[] = [];
      const refused = () => answers.find(({ status }) => status === 429);
      // A few may become free meanwhile.
      while (answers.length < most * 3 && !refused()) {
        const asked = Array.from({ length: 40 }, async () => {
          const response = await get(address, greedy);
          await response.arrayBuffer();
          return response;
        });
        answers.push(...(await Promise.all(asked)));
      }
      expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(most);
      expect(Number(refused()?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      expect(refused()?.headers.get('cache-control')).toContain('no-store');
      expect((await get(address, from('203.0.113.77'))).status).toBe(200);
      // Nobody can tell readers apart behind a proxy that does not say for whom it asks.
      expect((await get(address)).status).toBe(200);
    },
  );

  it('/api/live lets nobody hold all connections', async () => {
    const address = '/api/live?path=%2F&revision=1';
    const open = new AbortController();
    const signal = open.signal;
    const follow = (client: string) =>
      fetch(`${site.url}${address}`, { headers: from(client), signal });
    // One that nobody holds is closed when it is cleared away.
    const held: Response[] = [];
    for (let count = 0; count < 251; count += 1) held.push(await follow('203.0.113.201'));
    const statuses = held.map(({ status }) => status);
    expect([...new Set(statuses.slice(0, 250))]).toEqual([200]);
    expect(statuses.at(-1)).toBe(429);
    expect((await follow('203.0.113.202')).status).toBe(200);
    open.abort();
    await until(async () => (await get(address, from('203.0.113.201'))).status === 200);
  });

  it.each(['/api/webhook', '/api/cron'])('%s lets nobody try secrets for ever', async (address) => {
    const guess = () =>
      fetch(`${site.url}${address}`, {
        method: 'POST',
        body: '{}',
        headers: {
          ...from('203.0.113.99'),
          authorization: 'Bearer a guess',
          'x-hub-signature-256': `sha256=${'0'.repeat(64)}`,
        },
      });
    const statuses: number[] = [];
    for (let count = 0; count < 200 && !statuses.includes(429); count += 1) {
      statuses.push((await guess()).status);
    }
    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
  });

  it('is limited, or behind the door of participants', async () => {
    const files = await readdir('pages/api', { recursive: true });
    const unguarded: string[] = [];
    for (const file of files.filter((name) => name.endsWith('.ts'))) {
      const source = await readFile(path.join('pages/api', file), 'utf8');
      // `reactionRoute` is a participant's, too.
      if (!/\b(?:limited|participantRoute)\(|reactionRoute/.test(source)) unguarded.push(file);
      // A route that reads a body itself has a bound, or says so to Next.
      if (!/bodyParser: (?:false|\{ sizeLimit)/.test(source))
        unguarded.push(`${file} parses bodies`);
    }
    expect(unguarded).toEqual([]);
    expect(files.length).toBeGreaterThan(7);
  });

  it('answers a body that nobody asked for without reading it', async () => {
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(`${site.url}/api/health`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': 1_000_000_000 },
      });
      request.on('response', (response) => {
        resolve(response.statusCode);
        request.destroy();
      });
      request.on('error', reject);
      request.write('{');
    });
    expect(status).toBe(200);
  });
});

it('tells nobody a secret, on any page, document or script', async () => {
  const secrets = [...Object.values(SECRETS), 'bot-token'].filter(
    // The client id is public: it stands in the address of GitHub's own form.
    (secret) => secret !== SECRETS.GITHUB_CLIENT_ID,
  );
  const { document } = parseHTML(await (await get('/')).text());
  const boot = document.querySelector<HTMLElement>('#boot');
  const build = /"buildId":"([^"]+)"/.exec(document.toString())?.[1];
  const scripts = await readdir('.next/static', { recursive: true });
  const addresses = [
    ...DOCUMENTS.map(([, address]) => address),
    `/_next/data/${build}/index.json`,
    `/_next/data/${build}/post/1/start-here-this-blog-is-a-list-of-issues.json`,
    ...(boot?.dataset.src?.split(' ') ?? []),
    ...scripts.filter((file) => file.endsWith('.js')).map((file) => `/_next/static/${file}`),
    '/setup',
    '/new',
  ];
  expect(addresses.length).toBeGreaterThan(40);
  const told: string[] = [];
  for (const address of addresses) {
    const response = await get(address);
    const text = (await response.text()) + JSON.stringify([...response.headers]);
    told.push(
      ...secrets.filter((secret) => text.includes(secret)).map((s) => `${s} in ${address}`),
    );
  }
  expect(told).toEqual([]);
  expect(secrets.filter((secret) => site.output().includes(secret))).toEqual([]);
});

describe("MDN's HTTP Observatory", () => {
  let folder: string;
  let front: TlsFront;
  let plain: Server;
  let httpPort: number;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'observatory-'));
    front = await startTlsFront(site.url, folder);
    httpPort = await freePort();
    // As every server in front does that has a certificate; see deploy/nginx.conf.
    plain = createServer((request, response) => {
      response.writeHead(308, { location: `https://${front.host}${request.url}` }).end();
    }).listen(httpPort, 'localhost');
  });

  afterAll(async () => {
    plain.close();
    await front.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('finds nothing to improve', async () => {
    const { stdout } = await run(
      process.execPath,
      [
        '--import',
        'tsx',
        'test/support/observe.ts',
        String(httpPort),
        front.host.split(':')[1] ?? '',
      ],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: front.authority } },
    );
    const { grade, score, tests } = JSON.parse(stdout);
    console.info(`The Observatory gives ${score} points, ${grade}.`);
    const results: [string, { pass: boolean; modifier: number }][] = Object.entries(tests);
    expect(results.filter(([, { pass, modifier }]) => !pass || modifier < 0)).toEqual([]);
    expect(grade).toBe('A+');
    expect(results).toHaveLength(10);
    expect(tests['content-security-policy'].result).toBe(
      'csp-implemented-with-no-unsafe-default-src-none',
    );
  });
});
