/** Where an App may send a browser back to. */
import type { App } from '../model';

/**
 * The address to return to, or null if it is none of the App's. GitHub Apps must match exactly;
 * OAuth Apps may go below their callback. On a loopback address the port is free, and its three
 * spellings are one (GitHub Docs, "Authorizing OAuth apps", "Loopback redirect urls").
 * @param asked the request's `redirect_uri`; the App's first callback without it
 */
export function allowedRedirect(app: App, asked: string | null): string | null {
  if (asked === null || asked === '') return app.callbackUrls[0] ?? null;
  if (!URL.canParse(asked)) return null;
  return app.callbackUrls.some((callback) => matches(app, callback, asked)) ? asked : null;
}

function matches(app: App, callback: string, asked: string): boolean {
  if (!URL.canParse(callback)) return false;
  const registered = new URL(callback);
  const wanted = new URL(asked);
  const sameHost =
    isLoopback(registered) && isLoopback(wanted)
      ? registered.protocol === wanted.protocol
      : registered.origin === wanted.origin;
  if (!sameHost || wanted.username || wanted.password || wanted.hash) return false;
  if (app.kind === 'oauth-app') {
    const folder = registered.pathname.replace(/\/?$/, '/');
    return `${wanted.pathname}/`.startsWith(folder);
  }
  return wanted.pathname === registered.pathname && wanted.search === registered.search;
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
