/** `npm run dev` does what the demo does: deliveries are carried out, and open pages hear of them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, beforeAll, it } from 'vitest';
import { NEXT } from '../support/build-site';
import { asAuthor } from '../support/github';
import { freePort, startTestSite, type TestSite, until, WEBHOOK_SECRET } from '../support/site';

let site: TestSite;
let server: ChildProcess;
let address = '';

beforeAll(async () => {
  site = await startTestSite();
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  server = spawn(
    process.execPath,
    [NEXT, 'dev', '--port', String(port), '--hostname', '127.0.0.1'],
    {
      env: {
        ...site.settings,
        NODE_ENV: 'development',
        SITE_URL: address,
        CACHE_DIRECTORY: `${site.settings.CACHE_DIRECTORY}-dev`,
      },
      stdio: 'ignore',
    },
  );
  const health = () => fetch(`${address}/api/health`).catch(() => null);
  await until(async () => (await health())?.ok === true, 90_000);
  await asAuthor(site.sandbox).call('POST', '/hooks', {
    config: { url: `${address}/api/webhook`, secret: WEBHOOK_SECRET, content_type: 'json' },
    events: ['issues', 'issue_comment'],
  });
});

afterAll(async () => {
  server.kill('SIGTERM');
  await site.close();
});

it('carries deliveries out, and tells open pages', async () => {
  const author = asAuthor(site.sandbox);
  const number = await author.createIssue({ title: 'Open', body: 'First', labels: ['Publish'] });
  const path = `/post/${number}/open`;
  await until(async () => (await fetch(address + path)).ok);
  const listening = new AbortController();
  const query = new URLSearchParams({ path, revision: 'of-a-page-that-was-open' });
  const { body } = await fetch(`${address}/api/live?${query}`, { signal: listening.signal });
  const heard: string[] = [];
  const ending = (async () => {
    for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) heard.push(chunk);
  })().catch(() => {});
  // What the page shows now, which is not what was open.
  await until(() => heard.join('').includes('data:'));
  const before = heard.join('');
  await author.call('PATCH', `/issues/${number}`, { body: 'Second' });
  await until(() => heard.join('').slice(before.length).includes('data:'));
  await until(async () => (await (await fetch(address + path)).text()).includes('Second'));
  listening.abort();
  await ending;
});
