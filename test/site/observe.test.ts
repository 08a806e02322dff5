import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStream } from '../support/event-stream';
import { asAuthor, control } from '../support/github';
import { freePort, startTestSite, type TestSite, until } from '../support/site';

const TOKEN = 'a token for metrics';

describe('whoever watches the site', () => {
  let site: TestSite;
  let hook: Server;
  let number: number;
  const told: Record<string, unknown>[] = [];

  beforeAll(async () => {
    const port = await freePort();
    hook = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += String(chunk);
      });
      request.on('end', () => {
        told.push({ ...JSON.parse(body), type: request.headers['content-type'] });
        response.end();
      });
    }).listen(port, '127.0.0.1');
    site = await startTestSite({
      env: { METRICS_TOKEN: TOKEN, ERROR_WEBHOOK_URL: `http://127.0.0.1:${port}/hook-1f2e3d` },
    });
    number = await asAuthor(site.sandbox).createIssue({
      title: 'Watched',
      body: 'Text.',
      labels: ['Publish'],
    });
    await until(async () => (await fetch(`${site.url}/post/${number}`)).ok);
  });

  afterAll(async () => {
    await site.close();
    hook.close();
  });

  const metrics = (authorization?: string) =>
    fetch(`${site.url}/api/metrics`, authorization ? { headers: { authorization } } : {});

  async function readMetric(name: string): Promise<number> {
    const text = await (await metrics(`Bearer ${TOKEN}`)).text();
    const line = text.split('\n').find((one) => one.startsWith(`${name} `) || one.startsWith(name));
    return Number(line?.split(' ').at(-1));
  }

  it('sees the counts with the token, and nothing without it', async () => {
    await until(async () => (await readMetric('issuepress_delivery_seconds_count')) > 0);
    expect((await metrics()).status).toBe(401);
    expect((await metrics('Bearer another')).status).toBe(401);
    const response = await metrics(`Bearer ${TOKEN}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const text = await response.text();
    expect(text).toContain('# TYPE issuepress_deliveries_total counter');
    expect(text).toMatch(/^issuepress_deliveries_total\{event="issues",status="200"\} \d+$/m);
    expect(text).toMatch(/^issuepress_posts 1$/m);
    expect(text).toMatch(/^issuepress_github_up 1$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(text).not.toContain(TOKEN);
  });

  it('sees how many pages are open', async () => {
    expect(await readMetric('issuepress_open_pages')).toBe(0);
    const stream = await openStream(site.url, '/');
    expect(await readMetric('issuepress_open_pages')).toBe(1);
    stream.close();
    await until(async () => (await readMetric('issuepress_open_pages')) === 0);
  });

  it('finds one line of JSON for each delivery', async () => {
    await until(() => site.output().includes('"delivery"'));
    const lines = site
      .output()
      .split('\n')
      .filter((line) => line.includes('"delivery"'))
      .map((line) => JSON.parse(line));
    expect(lines[0]).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      delivery: expect.any(String),
      event: expect.any(String),
      status: 200,
      paths: expect.any(Number),
      ms: expect.any(Number),
    });
    const deliveries = JSON.stringify(await control(site.sandbox, 'GET', '/deliveries'));
    for (const { delivery } of lines) expect(deliveries).toContain(delivery);
  });

  it('is told of an error with its request, and of no secret', async () => {
    // Issues that nobody told the site of have no page to fall back on.
    const made = await control(site.sandbox, 'POST', '/issues', {
      issues: [{ title: 'Unseen', body: 'Text.', author: 'octocat', labels: ['Publish'] }],
    });
    const unseen = /\d+/.exec(JSON.stringify(made))?.[0];
    await control(site.sandbox, 'POST', '/faults', { api: { mode: '502' } });
    const failed = await fetch(`${site.url}/post/${unseen}/unseen?key=a-key-for-nobody`, {
      headers: { cookie: 'session=a-cookie-for-nobody' },
    });
    expect(failed.status).toBe(500);
    await control(site.sandbox, 'POST', '/faults', { api: { mode: 'ok' } });
    await until(() => told.length > 0);
    expect(told[0]).toMatchObject({
      type: 'application/json',
      method: 'GET',
      route: '/post/[number]/[[...slug]]',
      name: expect.stringContaining('GitHub'),
      times: 1,
    });
    const all = JSON.stringify(told);
    expect(all).not.toMatch(/for-nobody|bot-token|a token for metrics|a secret for tests|hook-1f/);
    expect(await readMetric('issuepress_errors_total')).toBeGreaterThanOrEqual(1);
    expect(site.output()).not.toContain('hook-1f2e3d');
  });
});

describe('a site without a token for metrics', () => {
  it('has no metrics', async () => {
    const site = await startTestSite();
    const bearer = (token: string) =>
      fetch(`${site.url}/api/metrics`, { headers: { authorization: `Bearer ${token}` } });
    expect((await bearer('')).status).toBe(404);
    expect((await bearer('undefined')).status).toBe(404);
    await site.close();
  });
});
