// @ts-check
/** What is kept of one address: a page, a redirect, or that there is nothing. */

/**
 * @typedef {object} Entry
 * @property {number} lastModified
 * @property {any} value what Next rendered; null is a page that is not there
 * @property {unknown} [cacheControl]
 * @property {boolean} [forgotten] to be rendered when somebody asks for it
 * @property {number} [shownUntil] in milliseconds: GitHub did not answer, so that it is served until
 *   then although it is forgotten
 * @property {boolean} [recalled] made without asking GitHub, for the moment; see `recallPost`
 * @property {number} version of the render, see clock.js
 */

/** @type {Entry} nothing that is kept is older */
export const NEVER = { value: undefined, lastModified: 0, version: 0 };

/** What makes an entry a forgotten one. */
export const forgottenNow = () => ({ lastModified: Date.now(), forgotten: true });

/** @param {any} value of an entry @returns whether it is a page that is not there, or leads to another */
export function isMiss(value) {
  return value === null || value.kind === 'REDIRECT';
}

/** @param {any} value of an entry @returns what the page's component is given; null for no page */
export function propsOf(value) {
  return value?.pageData?.pageProps ?? value?.props?.pageProps ?? null;
}

/** @param {any} value of an entry @returns {string | null} where it leads; null for no redirect */
export function leadsTo(value) {
  const to = propsOf(value)?.__N_REDIRECT;
  return typeof to === 'string' ? to : null;
}

/**
 * @param {any} value of an entry
 * @returns {string | null} what tells one content of the address from another
 */
export function revisionOf(value) {
  if (!value) return 'gone';
  const props = propsOf(value);
  return props?.revision ?? props?.__N_REDIRECT ?? null;
}

/** @param {Entry} entry @returns {number} the bytes it takes in memory, about */
export function sizeOf({ value }) {
  const { html = '', pageData = null } = value ?? {};
  return 300 + 2 * html.length + 2 * JSON.stringify(pageData).length;
}
