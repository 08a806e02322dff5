/**
 * A text is sent once, however often its button is pressed: whoever asks again with the same key gets
 * the first one's answer. Kept in memory; what outlives the process is looked up on GitHub.
 */
import { LRUCache } from 'lru-cache';
import type { SavedPost } from './shapes';

export interface Once<Result> {
  /** @param key names the text and its author @throws what the work throws; then it may be tried again */
  do(key: string, work: () => Promise<Result>): Promise<Result>;
}

const REMEMBERED = 1_000;
const LIFETIME = 60 * 60 * 1_000;

declare global {
  /** On `globalThis`, because Next gives every route its own copy of a module. */
  var issuepressSent: Once<SavedPost> | undefined;
}

/** The posts that this process has sent. */
export function sentOnce(): Once<SavedPost> {
  globalThis.issuepressSent ??= createOnce();
  return globalThis.issuepressSent;
}

export function createOnce<Result>(): Once<Result> {
  const begun = new LRUCache<string, Promise<Result>>({ max: REMEMBERED, ttl: LIFETIME });
  return {
    do(key, work) {
      const known = begun.get(key);
      if (known) return known;
      const working = work();
      begun.set(key, working);
      working.catch(() => begun.delete(key));
      return working;
    },
  };
}
