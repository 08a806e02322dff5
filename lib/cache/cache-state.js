// @ts-check
/** What the page cache holds in memory, for whoever watches the process. */
import { oncePerProcess } from './once-per-process.js';

/** @typedef {{ pages: number, bytes: number }} CacheState */

/** @returns {{ read: (() => CacheState) | null }} */
function place() {
  return oncePerProcess('cache-state', () => ({ read: null }));
}

/** @param {() => CacheState} read */
export function offerCacheState(read) {
  place().read = read;
}

/** @returns {CacheState | null} null where the platform keeps the pages itself */
export function findCacheState() {
  return place().read?.() ?? null;
}
