// @ts-check
/**
 * Tells, inside one process, that readers now get another version of a page. The page cache speaks
 * and open pages listen.
 */
import { EventEmitter } from 'node:events';
import { LRUCache } from 'lru-cache';
import { oncePerProcess } from './once-per-process.js';
import { canonicalPath } from './page-path.js';

/**
 * @typedef {object} PageChanges
 * @property {EventEmitter} emitter emits a page's path, with its revision
 * @property {LRUCache<string, string>} revisions the last revision of each page, by path
 */

/** @returns {PageChanges} */
function pageChanges() {
  return oncePerProcess('page-changes', () => {
    const emitter = new EventEmitter();
    emitter.setMaxListeners(0);
    return { emitter, revisions: new LRUCache({ max: 20_000 }) };
  });
}

/**
 * @param {string} path or Next's name for it in the cache; percent-encoded or not
 * @param {string | null} revision `gone` where the page is not there any more; null where the page
 *   has none
 */
export function announcePage(path, revision) {
  if (!revision) return;
  const { emitter, revisions } = pageChanges();
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
  const { emitter } = pageChanges();
  const key = canonicalPath(path);
  emitter.on(key, listener);
  return () => emitter.off(key, listener);
}

/**
 * @param {string} path
 * @returns {string | null} null where the page was not rendered since the start
 */
export function currentRevision(path) {
  return pageChanges().revisions.get(canonicalPath(path)) ?? null;
}
