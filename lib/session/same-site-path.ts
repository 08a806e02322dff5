/** Where a browser may be sent back to: a page of this site and nothing else. */

import { BASE_PATH, withBase, withoutBase } from '../base-path';

/** Long enough for any address of a post, short enough for a cookie. */
const LONGEST = 1_500;

/** A base that no address of ours can name by chance. */
const BASE = 'https://here.invalid';

const HOME = withBase('/');

/**
 * @param value a query's `return`, or anything
 * @returns a path of this site with its query and hash, normalized; `/` for everything else: other
 *   sites in any notation (`//evil`, `/\evil`, `https:evil`), control characters, and addresses that
 *   would act rather than show
 */
export function sameSitePath(value: unknown): string {
  if (typeof value !== 'string' || value.length > LONGEST || !/^\/(?![/\\])/.test(value))
    return HOME;
  // Browsers drop tabs and newlines before they read an address, and take \ for /.
  if (hasControlCharacter(value) || value.includes('\\') || !URL.canParse(value, BASE)) return HOME;
  const url = new URL(value, BASE);
  const path = `${url.pathname}${url.search}${url.hash}`;
  // Dots in a path may leave two slashes in front.
  if (
    url.origin !== BASE ||
    path.startsWith('//') ||
    isElsewhere(url.pathname) ||
    /^\/(?:api|_next)(?:\/|$)/i.test(withoutBase(url.pathname))
  ) {
    return HOME;
  }
  return path;
}

/** Beside the site, where it lives below a path. */
function isElsewhere(path: string): boolean {
  return BASE_PATH !== '' && path !== BASE_PATH && !path.startsWith(`${BASE_PATH}/`);
}

function hasControlCharacter(text: string): boolean {
  return Array.from(text).some((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x20 || (code >= 0x7f && code < 0xa0);
  });
}
