// @ts-check
/**
 * Tells, inside one process, that readers now get another version of a page. The page cache speaks
 * and open pages listen. Kept on `globalThis`, because Next loads the cache outside its bundles.
 */
import { EventEmitter } from 'node:events';
import { LRUCache } from 'lru-cache';
import { canonicalPath } from './page-path.js';

/**
 * @typedef {object} PageChanges
 * @property {EventEmitter} emitter emits a page's path, with its revision
 * @property {LRUCache<string, string>} revisions the last revision of each page, by path
 */

const KEY = Symbol.for('issuepress.page-changes');

/** @returns {PageChanges} */
function shared() {
  const known = Reflect.get(globalThis, KEY);
  if (known) return known;
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  /** @type {LRUCache<string, string>} */
  const revisions = new LRUCache({ max: 20_000 });
  const created = { emitter, revisions };
  Reflect.set(globalThis, KEY, created);
  return created;
}

/**
 * @param {string} path or Next's name for it in the cache; percent-encoded or not
 * @param {string | null} revision `gone` where the page is not there any more; null where the page
 *   has none
 */
export function announcePage(path, revision) {
  if (!revision) return;
  const { emitter, revisions } = shared();
  const key = canonicalPath(path);
  if (revisions.get(key) === revision) return;
  revisions.set(key, revision);
  emitter.emit(key, revision);
}

/**
 * @param {string} path
 * @param {(revision: string) => void} listener called with the new revision
 * @returns {() => void} stops listening
 */
export function onPageChange(path, listener) {
  const { emitter } = shared();
  const key = canonicalPath(path);
  emitter.on(key, listener);
  return () => emitter.off(key, listener);
}

/**
 * @param {string} path
 * @returns {string | null} null where the page was not rendered since the start
 */
export function currentRevision(path) {
  return shared().revisions.get(canonicalPath(path)) ?? null;
}
