/**
 * The hint: a cookie that the page's scripts may read. It tells a static page who is signed in
 * without asking the server, and nothing that opens a door: only what everybody can see on GitHub.
 */
import { readViewer, type Viewer } from './viewer';

export const HINT_COOKIE = 'issuepress-viewer';

/** Dispatched on `window` when the reader turns out to be signed out. */
export const SESSION_ENDED = 'session-ended';

/** A cookie's value. */
export function writeHint(viewer: Viewer): string {
  return encodeURIComponent(JSON.stringify(viewer));
}

/** @param cookies as in `document.cookie` @returns null where nobody seems to be signed in */
export function readHint(cookies: string): Viewer | null {
  const pair = cookies.split('; ').find((entry) => entry.startsWith(`${HINT_COOKIE}=`));
  if (!pair) return null;
  try {
    return readViewer(JSON.parse(decodeURIComponent(pair.slice(HINT_COOKIE.length + 1))));
  } catch {
    return null;
  }
}
