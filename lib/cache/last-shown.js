// @ts-check
/**
 * What a page showed before it was forgotten. It is rendered anew when somebody asks for it next; when
 * GitHub does not answer then, the reader gets what there was.
 */
import { oncePerProcess } from './once-per-process.js';

/**
 * @template [Props=any] what pages of this address have always been given
 * @typedef {{ kind: 'page', props: Props } | { kind: 'moved', to: string } | { kind: 'gone' }} LastShown
 */

/** @typedef {(path: string) => Promise<LastShown | null>} FindLastShown */

/** @returns {{ find: FindLastShown | null }} */
function place() {
  return oncePerProcess('last-shown', () => ({ find: null }));
}

/** @param {FindLastShown} find */
export function offerLastShown(find) {
  place().find = find;
}

/**
 * @template Props
 * @param {string} path
 * @returns {Promise<LastShown<Props> | null>}
 */
export async function findLastShown(path) {
  const { find } = place();
  return find ? find(path) : null;
}
