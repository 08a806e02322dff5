/** Two instances of one blog that share a Redis, and what becomes of them without it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiCalls, asAuthor, asReader, control, type GitHubUser } from '../support/github';
import { readPage } from '../support/page';
import { HAS_REDIS, type Redis, startRedis } from '../support/redis';
import {
  type SecondServer,
  startSecondServer,
  startTestSite,
  type TestSite,
  until,
} from '../support/site';

if (!HAS_REDIS) console.warn('redis-server is not here, so that nothing is tested with it.');

/** Deliveries come to the first, and readers of these tests mostly to the second. */
describe.skipIf(!HAS_REDIS)('two instances with a Redis', () => {
  let redis: Redis;
  let first: TestSite;
  let second: SecondServer;
  let author: GitHubUser;
  let reader: GitHubUser;

  beforeAll(async () => {
    redis = await startRedis();
    first = await startTestSite({ env: { REDIS_URL: redis.url } });
    second = await startSecondServer(first);
    author = asAuthor(first.sandbox);
    reader = asReader(first.sandbox);
  });

  afterAll(async () => {
    await second?.close();
    await first?.close();
    await redis?.kill();
  });

  const page = (path: string, of: { url: string } = second) => readPage(`${of.url}${path}`);
  const status = async (path: string, of: { url: string } = second) =>
    (await fetch(`${of.url}${path}`, { redirect: 'manual' })).status;
  const redisState = async (of: { url: string }) =>
    (await (await fetch(`${of.url}/api/health`)).json()).redis;
  const bothHave = (state: string) =>
    until(async () => (await redisState(first)) === state && (await redisState(second)) === state);

  async function publish(title: string, labels: string[] = []): Promise<string> {
    const number = await author.createIssue({
      title,
      body: 'Text.',
      labels: ['Publish', ...labels],
    });
    const path = `/post/${number}/${title.toLowerCase().replaceAll(' ', '-')}`;
    await until(async () => (await status(path, first)) === 200);
    await until(async () => (await status(path)) === 200);
    return path;
  }

  const numberIn = (path: string) => Number(path.split('/')[2]);
  /** How long a page took, in milliseconds. */
  async function timed(path: string): Promise<{ ms: number; status: number }> {
    const begun = performance.now();
    const answer = await fetch(`${second.url}${path}`);
    await answer.text();
    return { ms: performance.now() - begun, status: answer.status };
  }

  it('show on both what a delivery told one: the post, lists, feeds, search and cards', async () => {
    const path = await publish('Shared by all', ['common']);
    expect((await page('/')).entries).toContain('Shared by all');
    await until(async () => (await page('/tag/common')).entries.join() === 'Shared by all');
    const text = async (address: string) => (await fetch(`${second.url}${address}`)).text();
    expect(await text('/feed.atom')).toContain('Shared by all');
    await author.call('PATCH', `/issues/${numberIn(path)}`, {
      title: 'Known to all',
      body: 'New.',
    });
    const moved = path.replace('shared-by-all', 'known-to-all');
    await until(async () => (await page(moved)).content === 'New.');
    await until(async () => (await status(path)) === 308);
    await until(async () => (await text('/feed.atom')).includes('Known to all'));
    await until(async () => (await text('/search.json')).includes('Known to all'));
    await until(async () => (await page('/')).entries.includes('Known to all'));
    await until(async () => (await page('/tag/common')).entries.join() === 'Known to all');
    const card = async (of: { url: string }) =>
      (await fetch(`${of.url}/card/post/${numberIn(path)}.png`)).headers.get('etag');
    expect(await card(second)).toBe(await card(first));
  });

  it('ask GitHub once for both', async () => {
    const path = await publish('Asked once');
    await page(path);
    // The bot's comment has a delivery of its own.
    let [calls, before] = [0, -1];
    for (; calls !== before; await new Promise((resolve) => setTimeout(resolve, 2_000))) {
      before = calls;
      calls = (await apiCalls(first.sandbox)).count;
    }
    await control(first.sandbox, 'DELETE', '/requests');
    for (let turn = 0; turn < 20; turn += 1) {
      expect((await page(path)).name).toBe('Asked once');
      expect(await status('/feed.rss')).toBe(200);
    }
    expect(await control(first.sandbox, 'GET', '/requests')).toMatchObject({ count: 0 });
  });

  it('tell readers of either, while they read', async () => {
    const path = await publish('Live on both');
    const query = new URLSearchParams({ path, revision: 'none' });
    const stop = new AbortController();
    const live = await fetch(`${second.url}/api/live?${query}`, { signal: stop.signal });
    let heard = '';
    const listening = (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of live.body ?? []) heard += decoder.decode(chunk);
    })().catch(() => null);
    await until(() => heard.includes('data:'));
    const before = heard;
    await reader.comment(numberIn(path), 'Heard on both');
    await until(() => heard.length > before.length && heard.slice(before.length).includes('data:'));
    expect((await page(path)).comments).toEqual(['Heard on both']);
    stop.abort();
    await listening;
  });

  it('take away on both, for good', async () => {
    const path = await publish('Taken away');
    await author.call('DELETE', `/issues/${numberIn(path)}/labels/Publish`);
    await until(async () => (await status(path)) === 404);
    await redis.flush();
    expect(await status(path)).toBe(404);
    expect(await status(path, first)).toBe(404);
    await second.restart('SIGKILL');
    expect(await status(path)).toBe(404);
    await redis.kill();
    await second.restart('SIGKILL');
    expect(await status(path)).toBe(404);
    expect(await status(path, first)).toBe(404);
    await redis.start();
    await bothHave('ok');
    expect(await status(path)).toBe(404);
  });

  it('serve while Redis is frozen, and know everything once it is back', async () => {
    const path = await publish('Frozen over');
    await timed(path);
    redis.freeze();
    const answers = [];
    for (let turn = 0; turn < 30; turn += 1) answers.push(await timed(path));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    const times = answers.map(({ ms }) => Math.round(ms)).sort((one, other) => other - one);
    console.info(`Redis frozen: the slowest of 30 pages took ${times[0]} ms, then ${times[1]} ms.`);
    await bothHave('failing');
    await author.call('PATCH', `/issues/${numberIn(path)}`, { body: 'Written in the ice.' });
    await until(async () => (await page(path, first)).content === 'Written in the ice.');
    redis.thaw();
    await bothHave('ok');
    await until(async () => (await page(path)).content === 'Written in the ice.');
  });

  it('serve while Redis is dead, and share again when it is back', async () => {
    const path = await publish('Killed');
    const other = await publish('Killed too');
    await redis.kill();
    expect((await timed(path)).status).toBe(200);
    await bothHave('failing');
    await author.call('DELETE', `/issues/${numberIn(other)}/labels/Publish`);
    await until(async () => (await status(other, first)) === 404);
    expect(await status('/post/4711/never-was')).toBe(404);
    await redis.start();
    await bothHave('ok');
    await until(async () => (await status(other)) === 404);
    await reader.comment(numberIn(path), 'Shared again');
    await until(async () => (await page(path)).comments.includes('Shared again'));
  });
});
