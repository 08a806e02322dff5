// @ts-check
/**
 * The pages below one post: its address under every title it ever had, its comments, its revisions.
 * Nobody remembers which of them are kept somewhere, in memory, on disk or in Redis. So they are
 * forgotten together, by one entry that says when, and that is kept and shared like a page's.
 */

/** No page has a name that begins like this one. */
const BELOW = 'below ';

/**
 * @param {string} name of a page, as `canonicalPath` gives it
 * @returns {string | null} the name of what says when its post's pages were forgotten; null for a page
 *   that is below no post
 */
export function familyOf(name) {
  const found = /^\/post\/\d+(?=\/|$)/.exec(name);
  return found && `${BELOW}${found[0]}`;
}

/** @param {string} name */
export function isFamily(name) {
  return name.startsWith(BELOW);
}
