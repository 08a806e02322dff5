/** How much is left to each of many clients: so many in a minute, and so many at once. */
import { LRUCache } from 'lru-cache';

/** Clients that are remembered at a time; whoever comes from more has more than a limit against it. */
const REMEMBERED = 10_000;

export interface Allowance {
  /** @returns milliseconds until this client may ask; 0 for now */
  wait(client: string, now: number): number;
  take(client: string, now: number): void;
}

/** A bucket for each client, full at first, that fills again over a minute. */
export function createAllowance(perMinute: number): Allowance {
  const perRequest = 60_000 / perMinute;
  /** When a client's bucket will be full again, in milliseconds. */
  const fullAt = new LRUCache<string, number>({ max: REMEMBERED });
  return {
    wait(client, now) {
      const used = Math.max(0, (fullAt.get(client) ?? 0) - now);
      return Math.max(0, used + perRequest - 60_000);
    },
    take(client, now) {
      fullAt.set(client, Math.max(now, fullAt.get(client) ?? 0) + perRequest);
    },
  };
}
