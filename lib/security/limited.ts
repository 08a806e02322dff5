/** How often one address may ask. Pages are cheap and are not limited; what computes something is. */
import { LRUCache } from 'lru-cache';
import type { NextApiHandler } from 'next';
import { readConfig } from '../config';
import { createClientFinder, type FindClient } from './client-address';

export interface Limit {
  /** Requests of one address in a minute; so many may also come at once. */
  perMinute: number;
  /** Which answers count. Default: all. */
  counts?: (status: number) => boolean;
}

/** For what asks for a secret: whoever does not know it may not try many. */
export function isRefused(status: number): boolean {
  return status === 401;
}

/** Addresses that are remembered at a time; whoever comes from more has more than a limit against it. */
const REMEMBERED = 10_000;

/**
 * An API route that answers 429 to an address that asks too often. Whom no address tells apart, such
 * as everybody behind a proxy that does not say for whom it asks, is not limited: one reader must
 * never lock out the others.
 */
export function limited(limit: Limit, handler: NextApiHandler): NextApiHandler {
  const { counts = () => true } = limit;
  const allowance = createAllowance(limit.perMinute);
  let findClient: FindClient | null = null;
  return async (request, response) => {
    findClient ??= createClientFinder(readConfig().trustedProxies);
    const client = findClient(request);
    const wait = client === null ? 0 : allowance.wait(client, Date.now());
    if (wait > 0) {
      response
        .setHeader('Retry-After', Math.ceil(wait / 1_000))
        .setHeader('Cache-Control', 'no-store')
        .status(429)
        .json({ error: 'Too many requests; try again in a moment.' });
      return;
    }
    if (client !== null && !limit.counts) allowance.take(client, Date.now());
    await handler(request, response);
    if (client !== null && limit.counts && counts(response.statusCode)) {
      allowance.take(client, Date.now());
    }
  };
}

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
