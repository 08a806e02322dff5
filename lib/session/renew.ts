/**
 * New tokens for old ones. A refresh token is good for one use and takes its whole pair with it, while
 * several requests of a browser may carry the same old cookie: they share one refreshing and, for a
 * while, its outcome.
 */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Client, refreshTokens, type UserTokens } from '../github/user-tokens';

/** How long an outcome is remembered, in milliseconds: until every open tab has the newer cookie. */
const REMEMBERED = 10 * 60_000;

/** Milliseconds before their end at which tokens are renewed, so that none ends on its way. */
const AHEAD = 5 * 60_000;

/** Whether tokens should be renewed. Tokens without an end never are. @param now milliseconds */
export function isDue({ expiresAt, refreshToken }: UserTokens, now: number): boolean {
  return expiresAt !== null && refreshToken !== null && expiresAt - AHEAD <= now;
}

export type Renew = (client: Client, refreshToken: string) => Promise<UserTokens>;

/** @returns rejects as `refreshTokens` does; a refusal is not remembered */
export function createRenewal(
  refresh: Renew = (client, token) => refreshTokens(client, token, Date.now()),
): Renew {
  const outcomes = new LRUCache<string, Promise<UserTokens>>({ max: 1_000, ttl: REMEMBERED });
  return (client, refreshToken) => {
    // Not even the memory needs to hold what opens a door.
    const key = createHash('sha256').update(refreshToken).digest('base64url');
    const known = outcomes.get(key);
    if (known) return known;
    const outcome = refresh(client, refreshToken);
    outcomes.set(key, outcome);
    outcome.catch(() => outcomes.delete(key));
    return outcome;
  };
}
