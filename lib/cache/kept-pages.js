// @ts-check
/**
 * The way from the webhook to the page cache, inside one process: whether a page is kept at all, and
 * how it is forgotten instead of rendered, so that a new post does not cost a render of every numbered
 * page behind it.
 */
import { oncePerProcess } from './once-per-process.js';

/**
 * @typedef {object} KeptPages
 * @property {(path: string) => Promise<boolean>} has whether the page was rendered and may be served
 * @property {(path: string) => Promise<void>} forget
 * @property {(path: string, version: number) => Promise<void>} forgetBelow all pages of a post that
 *   are older than a version, whatever their addresses
 */

/** @returns {{ pages: KeptPages | null }} */
function place() {
  return oncePerProcess('kept-pages', () => ({ pages: null }));
}

/** @param {KeptPages} pages */
export function offerKeptPages(pages) {
  place().pages = pages;
}

/** @returns {KeptPages | null} null where the platform keeps the pages itself */
export function findKeptPages() {
  return place().pages;
}
