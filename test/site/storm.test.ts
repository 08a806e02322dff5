import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDice } from '../support/dice';
import { asAuthor, asReader, control } from '../support/github';
import { startSecondServer, startTestSite, type TestSite } from '../support/site';

const POSTS = 100;
const EVENTS = 1_000;

interface Delivery {
  guid: string;
  status: number | null;
}

describe('a storm of deliveries', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await startTestSite();
    await control(site.sandbox, 'POST', '/rate-limit', { limit: 10_000_000 });
  });

  afterAll(() => site.close());

  async function fetchAll(base: string, paths: string[]): Promise<Map<string, string>> {
    const pages = new Map<string, string>();
    for (const path of paths) {
      const response = await fetch(`${base}${path}`, { redirect: 'manual' });
      const location = response.headers.get('location') ?? '';
      pages.set(path, `${response.status} ${location}\n${await response.text()}`);
    }
    return pages;
  }

  /** Every delivery counts as answered once any attempt at it was. */
  async function lostDeliveries(): Promise<string[]> {
    const { deliveries } = (await control(site.sandbox, 'GET', '/deliveries')) as {
      deliveries: Delivery[];
    };
    const answered = new Map<string, boolean>();
    for (const { guid, status } of deliveries) {
      answered.set(guid, answered.get(guid) === true || (status ?? 0) === 200);
    }
    return [...answered].filter(([, isAnswered]) => !isAnswered).map(([guid]) => guid);
  }

  it('leaves every page as one built afresh', async () => {
    const author = asAuthor(site.sandbox);
    const reader = asReader(site.sandbox);
    await control(site.sandbox, 'POST', '/issues', {
      issues: Array.from({ length: POSTS }, (_, place) => ({
        title: `Post ${place + 1}`,
        body: `Text of ${place + 1}. See #${((place + 7) % POSTS) + 1}.`,
        author: 'octocat',
        createdAt: new Date(Date.UTC(2024, 0, place + 1)).toISOString(),
        labels: ['Publish', place % 2 ? 'odd' : 'even'],
      })),
    });
    const paths = new Set<string>(['/']);
    for (let page = 2; page <= 10; page += 1) paths.add(`/page/${page}`);
    for (let number = 1; number <= POSTS; number += 1) paths.add(`/post/${number}/post-${number}`);
    await fetchAll(site.url, [...paths]);

    await control(site.sandbox, 'POST', '/faults', {
      webhooks: { drop: 0.2, duplicate: 0.2, reorder: true, delayMs: 0 },
    });
    // The same storm every time.
    const roll = createDice(20_261_123);
    const comments: { number: number; id: number }[] = [];
    for (let event = 0; event < EVENTS; event += 1) {
      const number = roll(POSTS) + 1;
      const issue = `/issues/${number}`;
      const kind = roll(10);
      if (kind === 0) {
        const title = `Title ${event}`;
        paths.add(`/post/${number}/title-${event}`);
        await author.call('PATCH', issue, { title });
      } else if (kind <= 2) {
        await author.call('PATCH', issue, {
          body: `Text after event ${event}. See #${roll(POSTS) + 1}.`,
        });
      } else if (kind === 3) {
        await author.call('POST', `${issue}/labels`, { labels: ['Publish'] });
      } else if (kind === 4) {
        await author.call('DELETE', `${issue}/labels/Publish`).catch(() => null);
      } else if (kind <= 7) {
        const id = await reader.comment(number, `Comment at event ${event}`);
        comments.push({ number, id });
        paths.add(`/post/${number}/comment/${id}`);
      } else {
        const comment = comments[roll(Math.max(1, comments.length))];
        if (!comment) continue;
        const path = `/issues/comments/${comment.id}`;
        if (kind === 8)
          await reader.call('PATCH', path, { body: `Edited at ${event}` }).catch(() => null);
        else await reader.call('DELETE', path).catch(() => null);
      }
      // A reader passes by now and then, so that renders are under way when deliveries arrive.
      if (event % 5 === 0)
        void fetch(`${site.url}/post/${number}/post-${number}`).catch(() => null);
    }

    await control(site.sandbox, 'POST', '/faults', {
      webhooks: { drop: 0, duplicate: 0, reorder: false, delayMs: 0 },
    });
    let quiet = 0;
    for (let round = 0; quiet < 2 && round < 60; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const lost = await lostDeliveries();
      const redeliver = (guid: string) =>
        control(site.sandbox, 'POST', `/deliveries/${guid}/redeliver`).catch(() => null);
      for (let next = 0; next < lost.length; next += 20) {
        await Promise.all(lost.slice(next, next + 20).map(redeliver));
      }
      quiet = lost.length === 0 ? quiet + 1 : 0;
    }
    expect(await lostDeliveries()).toEqual([]);

    const second = await startSecondServer(site);
    try {
      const kept = await fetchAll(site.url, [...paths]);
      const fresh = await fetchAll(second.url, [...paths]);
      const different = [...paths].filter((path) => kept.get(path) !== fresh.get(path));
      const shown = different.map((path) => [path, kept.get(path), fresh.get(path)]);
      expect(shown).toEqual([]);
      expect([...kept.values()].filter((page) => page.startsWith('200')).length).toBeGreaterThan(
        100,
      );
    } finally {
      await second.close();
    }
  }, 600_000);
});
