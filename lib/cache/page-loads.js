// @ts-check
/**
 * When what stands on a page was read, so that a render which began before a change and ends after it
 * is not kept.
 */
import { LRUCache } from 'lru-cache';
import { nextVersion } from './clock.js';
import { oncePerProcess } from './once-per-process.js';
import { canonicalPath } from './page-path.js';

/**
 * @typedef {object} PageLoads
 * @property {LRUCache<string, Map<string, number>>} loads by path: what came out, and when the newest
 *   load with that result began
 * @property {LRUCache<string, number>} changes when what a page shows changed, by path
 */

/** Longer than any render takes; milliseconds. */
const REMEMBERED = 120_000;
/** Different results of one page that are told apart. */
const MOST_RESULTS = 8;

/** @returns {PageLoads} */
function pageLoads() {
  return oncePerProcess('page-loads', () => ({
    loads: new LRUCache({ max: 10_000, ttl: REMEMBERED }),
    changes: new LRUCache({ max: 50_000, ttl: REMEMBERED }),
  }));
}

/**
 * Before anything that a page shows is read.
 * @param {string} path percent-encoded
 * @returns {(result: string) => void} to be told what came out: a revision, `gone`, or where it moved
 */
export function beginLoad(path) {
  const begun = nextVersion();
  return (result) => {
    const { loads } = pageLoads();
    const name = canonicalPath(path);
    const results = loads.get(name) ?? new Map();
    const newest = Math.max(begun, results.get(result) ?? 0);
    results.delete(result);
    results.set(result, newest);
    for (const oldest of results.keys()) {
      if (results.size <= MOST_RESULTS) break;
      results.delete(oldest);
    }
    loads.set(name, results);
  };
}

/**
 * A page that cannot be rendered shows what it showed before, or what is known anyway: nothing was read
 * for it.
 * @param {string} path percent-encoded
 * @param {string} result as `beginLoad` is told
 */
export function noteShownAgain(path, result) {
  const { loads } = pageLoads();
  const name = canonicalPath(path);
  loads.set(name, new Map(loads.get(name)).set(result, 0));
}

/**
 * What pages show is about to be another: what was read of them before this moment is not worth keeping.
 * @param {readonly string[]} paths
 * @returns {number} the version from which on a page knows of the change
 */
export function noteChange(paths) {
  const { changes } = pageLoads();
  const turn = nextVersion();
  for (const path of paths) changes.set(canonicalPath(path), turn);
  return turn;
}

/**
 * Whether a page's content was read before it last changed.
 * @param {string} name as `canonicalPath` gives it
 * @param {string | null} result as `beginLoad` was told
 */
export function isOutdated(name, result) {
  const changed = pageLoads().changes.get(name);
  const begun = begunAt(name, result);
  return changed !== undefined && begun !== undefined && begun < changed;
}

/**
 * When the newest load of a page began that gave this result; 0 where none did, see `noteShownAgain`.
 * @param {string} name as `canonicalPath` gives it
 * @param {string | null} result as `beginLoad` was told
 */
export function begunAt(name, result) {
  return result === null ? undefined : pageLoads().loads.get(name)?.get(result);
}
