/**
 * What is left of the hour's calls, as GitHub tells with every answer. Source: "Rate limits and query
 * limits for the GraphQL API" in GitHub's docs.
 */

export interface Allowance {
  /** Points an hour. */
  limit: number;
  remaining: number;
  /** When all of them are there again, in milliseconds. */
  resetAt: number;
}

/** The part of the hour's points that is kept for deliveries. */
const RESERVE = 0.1;

/** @returns null where the answer tells nothing */
export function allowanceIn(headers: Headers): Allowance | null {
  const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) => {
    const value = headers.get(`x-ratelimit-${name}`);
    return value === null ? Number.NaN : Number(value);
  });
  if (limit === undefined || remaining === undefined || reset === undefined) return null;
  const isTold = [limit, remaining, reset].every(Number.isFinite);
  return isTold ? { limit, remaining, resetAt: reset * 1_000 } : null;
}

/** Whether readers should make do with what is known, so that deliveries can be carried out. */
export function isLow(allowance: Allowance | null, now: number = Date.now()): boolean {
  if (!allowance || now >= allowance.resetAt) return false;
  return allowance.remaining < allowance.limit * RESERVE;
}
