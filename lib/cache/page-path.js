// @ts-check
/** One name for each page, however its address arrives. */

/**
 * One form for `/post/1/é` and `/post/1/%C3%A9`, for `/tag/c++` and `/tag/c%2B%2B`, and for the home
 * page, which Next calls `/index`.
 * @param {string} path
 * @returns {string} percent-encoded
 */
export function canonicalPath(path) {
  if (path === '/index') return '/';
  try {
    return path
      .split('/')
      .map((segment) => encodeURIComponent(decodeURIComponent(segment)))
      .join('/');
  } catch {
    return path;
  }
}

/**
 * Since Next 16.4 its cache keys begin with the route: `/route-cache/PAGES/<hash>/$/tag/emacs`.
 * @param {string} key
 */
export function pathOfKey(key) {
  return canonicalPath(key.replace(/^\/route-cache\/\w+\/[\da-f]{64}\/\$/, ''));
}
