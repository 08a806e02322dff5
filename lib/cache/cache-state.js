// @ts-check
/**
 * What the page cache holds in memory, for whoever watches the process. Kept on `globalThis`, because
 * Next loads the cache outside its bundles.
 */

/** @typedef {{ pages: number, bytes: number }} CacheState */

const KEY = Symbol.for('issuepress.cache-state');

/** @param {() => CacheState} read */
export function offerCacheState(read) {
  Reflect.set(globalThis, KEY, read);
}

/** @returns {CacheState | null} null where the platform keeps the pages itself */
export function findCacheState() {
  return Reflect.get(globalThis, KEY)?.() ?? null;
}
