/** Under which address the site is looked at, and whether that is the one it was given. */
import type { IncomingMessage } from 'node:http';

/**
 * @returns absolute, without a trailing slash; what a proxy in front says counts
 * @param fallback where the request names no host
 */
export function originOf({ headers }: IncomingMessage, fallback: string): string {
  const host = first(headers['x-forwarded-host']) ?? headers.host;
  const scheme = first(headers['x-forwarded-proto']) ?? 'http';
  if (!host || !/^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host)) return fallback;
  return `${scheme === 'https' ? 'https' : 'http'}://${host.toLowerCase()}`;
}

/**
 * Whether the site knows its own address: its owner named it, or Vercel does.
 * @param given the settings that are there
 */
export function isAddressGiven(given: ReadonlySet<string>): boolean {
  return given.has('SITE_URL') || given.has('VERCEL_PROJECT_PRODUCTION_URL');
}

function first(header: string | string[] | undefined): string | null {
  return (
    String(header ?? '')
      .split(',')[0]
      ?.trim() || null
  );
}
