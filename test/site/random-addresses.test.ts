/** What a visitor costs who asks for what does not exist. */
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDice } from '../support/dice';
import { apiCalls, asAuthor, control } from '../support/github';
import { startTestSite, type TestSite, until } from '../support/site';

const ADDRESSES = 10_000;
const AT_ONCE = 16;

describe('a visitor who guesses addresses', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await startTestSite({ seed: true, env: { RECONCILE_SECONDS: '60' } });
    await until(async () => (await fetch(`${site.url}/`)).status === 200);
  });

  afterAll(() => site?.close());

  /** The same guesses every time. */
  function guesses(): string[] {
    const roll = createDice(20_261_123);
    const word = () => roll(2 ** 30).toString(36);
    const kinds = [
      () => `/post/${roll(100_000)}`,
      () => `/post/${roll(400)}/${word()}`,
      () => `/post/${1 + roll(20)}/${word()}`,
      () => `/post/${1 + roll(20)}/comment/${roll(10_000)}`,
      () => `/post/${roll(9_999)}/comment/${roll(10_000)}`,
      () => `/post/${roll(100_000)}/revisions`,
      () => `/post/${roll(100_000)}.md`,
      () => `/post/${roll(100_000)}/feed.rss`,
      () => `/tag/${word()}`,
      () => `/tag/${word()}/feed.atom`,
      () => `/author/${word()}`,
      () => `/series/${roll(5_000)}/${word()}`,
      () => `/page/${2 + roll(5_000)}`,
      () => `/archive/${1_900 + roll(200)}`,
      () => `/search?q=${word()}`,
      () => `/card/post/${roll(5_000)}.png`,
      () => `/card/comment/${1 + roll(20)}-${roll(10_000)}.png`,
      () => `/preview/${roll(400)}?token=${word()}`,
      () => `/${word()}/${word()}`,
      () => `/sitemap/${2 + roll(500)}.xml`,
    ];
    return Array.from({ length: ADDRESSES }, () => kinds[roll(kinds.length)]?.() ?? '/');
  }

  it('costs GitHub fewer than 20 calls, no memory to speak of, and nothing on disk', async () => {
    const cache = site.settings.CACHE_DIRECTORY ?? '';
    const filesNow = async () =>
      (await readdir(cache, { recursive: true, withFileTypes: true })).filter((one) =>
        one.isFile(),
      );
    const before = (await filesNow()).length;
    await control(site.sandbox, 'DELETE', '/requests');
    const waiting = guesses();
    const statuses = new Map<number, number>();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
          const answer = await fetch(`${site.url}${path}`, { redirect: 'manual' });
          await answer.arrayBuffer();
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        }
      }),
    );
    const { count, requests } = await apiCalls(site.sandbox);
    const written = (await filesNow()).length - before;
    const { cache: held } = await (await fetch(`${site.url}/api/health`)).json();
    const operations = requests.map(({ operation, path }) => operation ?? path).join(', ');
    console.info(
      `${ADDRESSES} random addresses: ${count} calls (${operations}), ${written} files, ` +
        `${held.pages} pages in memory, answers ${JSON.stringify([...statuses])}`,
    );
    expect(count).toBeLessThan(20);
    expect(written).toBeLessThan(50);
    expect(held.pages).toBeLessThan(100);
    expect(statuses.get(404)).toBeGreaterThan(ADDRESSES / 2);
  }, 900_000);

  it('does not stand in the way of a post that nobody told of', async () => {
    await control(site.sandbox, 'POST', '/faults', { webhooks: { drop: 1 } });
    const number = await asAuthor(site.sandbox).createIssue({ title: 'New', labels: ['Publish'] });
    await until(async () => (await fetch(`${site.url}/post/${number}/new`)).status === 200, 90_000);
  });
});
