/** A word for the page a reader returns to: a cookie of a minute, read by the page's scripts. */

export const NOTICE_COOKIE = 'issuepress-notice';

/** They chose not to sign in; they signed out. */
export type Notice = 'denied' | 'left';

/** In seconds. */
export const NOTICE_LIFE = 60;

/** In the browser: what there is to say, which is then said once. */
export function takeNotice(): string | null {
  const [, notice] = new RegExp(`(?:^|; )${NOTICE_COOKIE}=(\\w+)`).exec(document.cookie) ?? [];
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  if (notice) document.cookie = `${NOTICE_COOKIE}=; Path=/; Max-Age=0`;
  return notice ?? null;
}
