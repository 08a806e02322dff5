/**
 * The cookies of signing in: their names, how they are sealed (iron-session) and how they are set.
 * Nothing about a session is kept on the server.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sealData, unsealData } from 'iron-session';
import type { SignInConfig } from '../config';
import { HINT_COOKIE } from './hint';

/** How long somebody stays signed in without coming by, in seconds: 60 days. */
export const SESSION_LIFE = 60 * 24 * 60 * 60;

/** How long the way through GitHub's page may take, in seconds: as long as its code lives. */
export const SIGN_IN_LIFE = 10 * 60;

/** The prefix makes browsers refuse one that is set over plain HTTP or by a neighbouring host. */
export function sessionCookieName({ secureCookie }: SignInConfig): string {
  return secureCookie ? '__Host-issuepress-session' : 'issuepress-session';
}

/** One for each way begun, so that two tabs do not trip over each other. */
export function signInCookieName(state: string): string {
  return `issuepress-sign-in-${state.slice(0, 12).replace(/[^\w-]/g, '_')}`;
}

/** Seals plain data, so that nobody without the secret can read or make it. @param life in seconds */
export function seal(data: object, { sessionSecret }: SignInConfig, life: number): Promise<string> {
  return sealData(data, { password: sessionSecret, ttl: life });
}

/** @returns what was sealed; null if it was by another secret, is too old or no seal at all */
export async function unseal(
  sealed: string | undefined,
  { sessionSecret }: SignInConfig,
  life: number,
): Promise<unknown> {
  if (!sealed) return null;
  try {
    return await unsealData(sealed, { password: sessionSecret, ttl: life });
  } catch {
    return null;
  }
}

export interface CookieOptions {
  path?: string;
  /** In seconds; 0 removes it. */
  maxAge: number;
  /** Whether the page's scripts may read it. */
  readable?: boolean;
}

/** Adds a cookie to an answer, in place of one of that name. */
export function setCookie(
  response: ServerResponse,
  name: string,
  value: string,
  { secureCookie }: Pick<SignInConfig, 'secureCookie'>,
  { path = '/', maxAge, readable = false }: CookieOptions,
): void {
  const cookie = [
    `${name}=${value}`,
    `Path=${path}`,
    `Max-Age=${maxAge}`,
    'SameSite=Lax',
    ...(readable ? [] : ['HttpOnly']),
    ...(secureCookie ? ['Secure'] : []),
  ].join('; ');
  const others = [response.getHeader('Set-Cookie') ?? []]
    .flat()
    .map(String)
    .filter((other) => !other.startsWith(`${name}=`));
  response.setHeader('Set-Cookie', [...others, cookie]);
}

/** A request's cookie of that name. */
export function readCookie({ headers }: IncomingMessage, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** Takes away everything that says who is signed in. */
export function clearSession(response: ServerResponse, settings: SignInConfig): void {
  setCookie(response, sessionCookieName(settings), '', settings, { maxAge: 0 });
  setCookie(response, HINT_COOKIE, '', settings, { maxAge: 0, readable: true });
}
