// @ts-check
/**
 * What a page showed before it was forgotten. It is rendered anew when somebody asks for it next; when
 * GitHub does not answer then, the reader gets what there was. Kept on `globalThis`, because Next loads
 * the cache outside its bundles.
 */

/**
 * @template [Props=any] what pages of this address have always been given
 * @typedef {{ kind: 'page', props: Props } | { kind: 'moved', to: string } | { kind: 'gone' }} LastShown
 */

/** @typedef {(path: string) => Promise<LastShown | null>} FindLastShown */

const KEY = Symbol.for('issuepress.last-shown');

/** @param {FindLastShown} find */
export function offerLastShown(find) {
  Reflect.set(globalThis, KEY, find);
}

/**
 * @template Props
 * @param {string} path
 * @returns {Promise<LastShown<Props> | null>}
 */
export async function findLastShown(path) {
  const find = Reflect.get(globalThis, KEY);
  return find ? find(path) : null;
}
