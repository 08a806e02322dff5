// @ts-check
/**
 * The way from the webhook to the page cache, inside one process: a page can be forgotten instead of
 * rendered, so that a new post does not cost a render of every numbered page behind it. Kept on
 * `globalThis`, because Next loads the cache outside its bundles.
 */

/** @typedef {(path: string) => Promise<void>} Forget */

const KEY = Symbol.for('issuepress.forget-page');

/** @param {Forget} forget */
export function offerToForget(forget) {
  Reflect.set(globalThis, KEY, forget);
}

/** @returns {Forget | null} null where the platform keeps the pages itself */
export function findForget() {
  return Reflect.get(globalThis, KEY) ?? null;
}
