/** A blog in the worst twenty minutes of its life, and what its readers see of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENTS, LISTS, QUESTIONS, SEARCHES } from '../support/chaos/addresses';
import { countAnnouncements } from '../support/chaos/announcements';
import { type BlogEvents, createBlogEvents } from '../support/chaos/blog-events';
import { answersOf, differences, foundInBrowsers } from '../support/chaos/compare';
import { type Instances, startInstances } from '../support/chaos/instances';
import { readSteadily, type SteadyReader } from '../support/chaos/steady-reader';
import { type Watch, watchForThePast } from '../support/chaos/watch';
import { createDice } from '../support/dice';
import { control } from '../support/github';
import { hasNginx } from '../support/nginx';
import { HAS_REDIS } from '../support/redis';
import { startSecondServer } from '../support/site';

const POSTS = 100;
const EVENTS = 2_000;
/** Milliseconds between two events: twenty minutes' worth of them in one. */
const PACE = 30;
const READ = 100;

describe.skipIf(!HAS_REDIS || !hasNginx)('two instances behind nginx, with a Redis', () => {
  let site: Instances;
  let events: BlogEvents;
  let reader: SteadyReader;
  let watch: Watch;

  beforeAll(async () => {
    site = await startInstances();
    events = createBlogEvents(site.first.sandbox, 20_261_129, POSTS);
    await site.settle();
    watch = watchForThePast(events.chronicle);
    const numbers = Array.from({ length: READ - LISTS.length - DOCUMENTS.length }, (_, n) => n + 1);
    const posts = numbers.map((number) => `/post/${number}/post-${number}`);
    reader = readSteadily(site.nginx.url, [...LISTS, ...DOCUMENTS, ...posts], watch.look);
    await reader.round();
    watch.expect(events.chronicle.standings());
  });

  afterAll(async () => {
    await reader?.stop();
    await site?.close();
  });

  const roll = createDice(20_261_130);
  const fail = (faults: object) => control(site.first.sandbox, 'POST', '/faults', faults);

  /** Somebody asks for any address there ever was, so that pages of all sorts are kept. */
  function passBy(): void {
    const addresses = events.chronicle.addresses();
    const address = addresses[roll(addresses.length)];
    void fetch(`${site.nginx.url}${address}`, { redirect: 'manual' }).catch(() => null);
  }

  /** @param count how many events there are to be by then */
  async function goOn(count: number): Promise<void> {
    while (events.count() < count) {
      events.next();
      passBy();
      await new Promise((resolve) => setTimeout(resolve, PACE));
    }
  }

  /** From then on nothing may be older than it is now. @returns how long that took, in milliseconds */
  async function settle(): Promise<number> {
    const standings = events.chronicle.standings();
    const begun = Date.now();
    await site.settle();
    const took = Date.now() - begun;
    await reader.round();
    watch.expect(standings);
    return took;
  }

  /** Of pages that an instance has to ask Redis for, or render. @returns milliseconds */
  async function slowestPage(): Promise<number> {
    let slowest = 0;
    for (let number = 1; number <= 30; number += 1) {
      const begun = performance.now();
      await fetch(`${site.second.url}/post/${number}`).then((response) => response.text());
      slowest = Math.max(slowest, performance.now() - begun);
    }
    return Math.round(slowest);
  }

  it('go through 2,000 events, most of what can fail, and serve every reader', async () => {
    const { first, redis } = site;
    await fail({ webhooks: { drop: 0.2, duplicate: 0.2, reorder: true } });
    await goOn(500);
    await fail({ api: { mode: 'down' } });
    await goOn(800);
    await fail({ api: { mode: 'ok' } });
    await goOn(1_000);
    const settledAfterOutage = await settle();

    redis.freeze();
    const slowest = await slowestPage();
    await goOn(1_250);
    redis.thaw();
    await goOn(1_350);
    await first.restart('SIGKILL', () => goOn(1_500));
    await goOn(1_600);
    await redis.kill();
    await goOn(1_850);
    await redis.start();
    await goOn(EVENTS);
    await fail({ webhooks: { drop: 0, duplicate: 0, reorder: false } });
    const settledInTheEnd = await settle();
    await reader.round();
    await reader.stop();

    console.info(
      `${events.count()} events; ${reader.visits()} pages read, ${reader.errors.length} errors, ` +
        `${reader.circles()} circles; settled ${settledAfterOutage} and ${settledInTheEnd} ms after ` +
        `the last event; with Redis frozen the slowest page took ${slowest} ms.`,
    );
    expect(reader.errors).toEqual([]);
    expect(watch.older).toEqual([]);
  }, 600_000);

  it('show in the end, at every address there ever was, what a server built afresh shows', async () => {
    const addresses = [...LISTS, ...DOCUMENTS, ...SEARCHES, ...events.chronicle.addresses()];
    const afresh = { REDIS_URL: '', RECONCILE_SECONDS: '0' };
    const third = await startSecondServer(site.first, afresh);
    try {
      const answers = await answersOf(third.url, addresses);
      for (const one of [site.first, site.second]) {
        expect(differences(await answersOf(one.url, addresses), answers)).toEqual([]);
        for (const words of QUESTIONS) {
          const found = await foundInBrowsers(one.url, words);
          expect(found).toEqual(await foundInBrowsers(third.url, words));
        }
      }
    } finally {
      await third.close();
    }
  }, 300_000);

  it('have told each author once where the post is', () => {
    const counts = countAnnouncements(site.first.sandbox);
    const standings = events.chronicle.standings();
    const wrong = events.chronicle.present().filter((number) => {
      const count = counts.get(number) ?? 0;
      return standings.get(number)?.isPublic ? count !== 1 : count > 1;
    });
    expect(wrong).toEqual([]);
  });
});
