/** How often one address may ask. Pages are cheap and are not limited; what computes something is. */
import type { IncomingMessage } from 'node:http';
import type { NextApiHandler } from 'next';
import { readConfig } from '../config';
import { createAllowance } from './allowance';
import { createClientFinder, type FindClient } from './client-address';

export interface Limit {
  /** Requests of one address in a minute; so many may also come at once. */
  perMinute: number;
  /** Which answers count, once they are given. Default: every request, before it is answered. */
  counts?: (status: number) => boolean;
}

/** For what asks for a secret: whoever does not know it may not try many. */
export function isRefused(status: number): boolean {
  return status === 401;
}

/**
 * One limit, for whatever is asked. Whom no address tells apart, such as everybody behind a proxy that
 * does not say for whom it asks, is not limited: one reader must never lock out the others.
 */
export interface Limiter {
  /** @returns seconds until whoever asks may ask again; 0 for now */
  wait(request: IncomingMessage): number;
  count(request: IncomingMessage): void;
}

export function createLimiter(perMinute: number): Limiter {
  const allowance = createAllowance(perMinute);
  return {
    wait(request) {
      const client = clientOf(request);
      return client === null ? 0 : Math.ceil(allowance.wait(client, Date.now()) / 1_000);
    },
    count(request) {
      const client = clientOf(request);
      if (client !== null) allowance.take(client, Date.now());
    },
  };
}

let findClient: FindClient | null = null;

/** @returns what tells a client from others; null where nothing does */
export function clientOf(request: IncomingMessage): string | null {
  findClient ??= createClientFinder(readConfig().trustedProxies);
  return findClient(request);
}

/** An API route that answers 429 to an address that asks too often. */
export function limited(limit: Limit, handler: NextApiHandler): NextApiHandler {
  const limiter = createLimiter(limit.perMinute);
  return async (request, response) => {
    const wait = limiter.wait(request);
    if (wait > 0) {
      response
        .setHeader('Retry-After', wait)
        .setHeader('Cache-Control', 'no-store')
        .status(429)
        .json({ error: 'Too many requests; try again in a moment.' });
      return;
    }
    if (!limit.counts) limiter.count(request);
    await handler(request, response);
    if (limit.counts?.(response.statusCode)) limiter.count(request);
  };
}
