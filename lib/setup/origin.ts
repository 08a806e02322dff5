/** Under which address somebody looks at the site. */
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

function first(header: string | string[] | undefined): string | null {
  return (
    String(header ?? '')
      .split(',')[0]
      ?.trim() || null
  );
}
