/** Whether a request that changes something was sent by a page of this site. */
import type { IncomingHttpHeaders } from 'node:http';

/**
 * Browsers say where a request comes from in `Sec-Fetch-Site` (newer ones) and `Origin` (all of them,
 * for methods that change something), and no page can make them lie. What says neither was not sent
 * by a browser's page.
 * @param siteUrl the site's public address
 */
export function isOwnRequest(headers: IncomingHttpHeaders, siteUrl: string): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return site === 'same-origin';
  if (!URL.canParse(origin)) return false;
  const sender = new URL(origin);
  return sender.origin === new URL(siteUrl).origin || sender.host === host;
}
