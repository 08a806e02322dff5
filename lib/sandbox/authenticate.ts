/** Reads whose token came with a request: `Bearer`, `token`, or Basic with the token as password. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from './model';
import { actorOf, type Store } from './store';

export interface Credentials {
  actor: Actor | null;
  /** As it was sent; null without one. */
  token: string | null;
}

export function authenticate(store: Store, headers: IncomingHttpHeaders): Credentials {
  const token = readToken(headers.authorization ?? '');
  return { token, actor: token === null ? null : actorOf(store, token) };
}

/** An App signs its requests with a JWT, which no table of tokens holds. */
export function looksLikeJwt(token: string): boolean {
  return /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/.test(token);
}

function readToken(header: string): string | null {
  const [, scheme, value] = /^(\S+)\s+(.*)$/.exec(header.trim()) ?? [];
  if (!scheme || !value) return header.trim() ? '' : null;
  if (scheme.toLowerCase() !== 'basic') return value.trim();
  const [login, password] = Buffer.from(value, 'base64').toString('utf8').split(':');
  return password || login || '';
}
