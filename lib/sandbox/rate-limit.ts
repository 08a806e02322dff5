/** Counts what each token's user has spent of the hour's calls. The clock is the machine's. */
import type { Actor } from './model';
import type { Store } from './store';

export type Resource = 'core' | 'graphql';

export interface RateStatus {
  limit: number;
  used: number;
  remaining: number;
  /** Seconds since 1970. */
  reset: number;
  resource: Resource;
}

const HOUR = 3_600;

/** What is left, without spending anything. */
export function rateStatus(store: Store, actor: Actor | null, resource: Resource): RateStatus {
  const { limit, remaining } = store.rateLimit;
  const { used, reset } = usageOf(store, actor, resource);
  const left = Math.max(0, (remaining ?? limit) - used);
  return { limit, used: limit - left, remaining: left, reset, resource };
}

/** Spends a call (REST) or points (GraphQL). Null if there was nothing left to spend. */
export function spend(
  store: Store,
  actor: Actor | null,
  resource: Resource,
  points = 1,
): RateStatus | null {
  if (rateStatus(store, actor, resource).remaining < points) return null;
  usageOf(store, actor, resource).used += points;
  return rateStatus(store, actor, resource);
}

/** Gives a call back: an unchanged answer (304) costs nothing. */
export function refund(store: Store, actor: Actor | null, resource: Resource): void {
  const usage = usageOf(store, actor, resource);
  usage.used = Math.max(0, usage.used - 1);
}

/** Sets the limit, or only what remains of it, and forgets what was spent. */
export function setRateLimit(
  store: Store,
  settings: { limit?: number | undefined; remaining?: number | null | undefined },
): void {
  store.rateLimit = {
    limit: settings.limit ?? store.rateLimit.limit,
    remaining: settings.remaining ?? null,
  };
  store.usage.clear();
}

export function rateHeaders(status: RateStatus): Record<string, string> {
  return {
    'x-ratelimit-limit': String(status.limit),
    'x-ratelimit-remaining': String(status.remaining),
    'x-ratelimit-used': String(status.used),
    'x-ratelimit-reset': String(status.reset),
    'x-ratelimit-resource': status.resource,
  };
}

function usageOf(store: Store, actor: Actor | null, resource: Resource) {
  const key = `${resource}:${actor?.user.id ?? 'anonymous'}`;
  const now = Math.floor(Date.now() / 1000);
  const current = store.usage.get(key);
  if (current && current.reset > now) return current;
  const fresh = { used: 0, reset: now + HOUR };
  store.usage.set(key, fresh);
  return fresh;
}
