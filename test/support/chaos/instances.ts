/** Two instances of one blog behind nginx, with a Redis, and the ways to tell what they know. */

import { findRepository } from '../../../lib/sandbox/store';
import { hooksOf, updateHook } from '../../../lib/sandbox/webhooks/hooks';
import { control } from '../github';
import { type Nginx, startNginxInFront } from '../nginx';
import { type Redis, startRedis } from '../redis';
import { type SecondServer, startSecondServer, startTestSite, type TestSite, until } from '../site';

export interface Instances {
  redis: Redis;
  first: TestSite;
  second: SecondServer;
  nginx: Nginx;
  /** Resolves once no delivery is under way and both found nothing left that they do not show. */
  settle(): Promise<void>;
  /** What both say of Redis. */
  bothSayOfRedis(state: 'ok' | 'failing'): Promise<void>;
  /** Deliveries that did not come back yet. */
  underWay(): number;
  close(): Promise<void>;
}

/** GitHub counts in seconds, so that a change is known for certain a little later; milliseconds. */
const CERTAIN = 5_000;

/** Deliveries go to nginx, and so to either instance. */
export async function startInstances(): Promise<Instances> {
  const redis = await startRedis();
  const env = { REDIS_URL: redis.url, RECONCILE_SECONDS: '2' };
  const first = await startTestSite({ env });
  const second = await startSecondServer(first);
  const nginx = await startNginxInFront([first.url, second.url]);
  const { store } = first.sandbox;
  const repository = findRepository(store, 'octocat', 'blog');
  for (const hook of repository ? hooksOf(store, repository) : []) {
    updateHook(store, hook, { url: `${nginx.url}/api/webhook` });
  }
  await control(first.sandbox, 'POST', '/rate-limit', { limit: 10_000_000 });

  const health = async (url: string) => (await fetch(`${url}/api/health`)).json();
  const both = (is: (health: Record<string, never>) => boolean) =>
    until(async () => is(await health(first.url)) && is(await health(second.url)), 240_000, 250);
  const underWay = () =>
    [...store.deliveries.values()].filter(({ outcome }) => outcome === 'pending').length;

  return {
    redis,
    first,
    second,
    nginx,
    underWay,
    bothSayOfRedis: (state) => both(({ redis: said }) => said === state),
    async settle() {
      await until(() => underWay() === 0, 240_000);
      const since = Date.now() + CERTAIN;
      await both(({ reconciled }) => {
        const { at, found, failed, left } = Object(reconciled);
        return Date.parse(at) > since && found === 0 && failed === 0 && left === 0;
      });
    },
    async close() {
      await nginx.close();
      await second.close();
      await first.close();
      await redis.kill();
    },
  };
}
