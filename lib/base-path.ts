/**
 * The path below which the whole site lives, `/notes`; empty for a site of its own, as most are. It is
 * `BASE_PATH` at the time of the build: Next puts it in here, as it puts it before its own addresses.
 * The scripts that Next does not bundle have it from the page.
 */

declare global {
  /** Set by the boot script. */
  var issuepressBase: string | undefined;
}

export const BASE_PATH: string =
  (typeof process === 'undefined'
    ? globalThis.issuepressBase
    : process.env.__NEXT_ROUTER_BASEPATH) ?? '';

/** An address as browsers see it. @param path begins with a slash */
export function withBase(path: string): string {
  return path === '/' ? BASE_PATH || '/' : `${BASE_PATH}${path}`;
}

/** The page of an address: what Next, the page cache and patterns go by. Others stay as they are. */
export function withoutBase(path: string): string {
  if (path !== BASE_PATH && !path.startsWith(`${BASE_PATH}/`)) return path;
  return path.slice(BASE_PATH.length) || '/';
}
