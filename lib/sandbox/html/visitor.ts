/**
 * Who is looking at the HTML pages: nobody signs in to the embedded GitHub, a visitor simply chooses
 * whom to be. The choice is kept in a cookie.
 */
import { redirect, type SandboxRequest, type SandboxResponse } from '../http';
import type { Actor, User } from '../model';
import { actorFor, findUser, SandboxError, type Store } from '../store';

/** Somebody in a browser, without a token. */
export type Visitor = Actor;

const COOKIE = 'sandbox_user';

/** The chosen account, else the first there is (the owner of the demo's blog). */
export function visitorOf(request: SandboxRequest): Visitor {
  const login = readCookie(request.headers.cookie ?? '');
  const chosen = login ? findUser(request.primary, login) : null;
  const user = chosen?.type === 'User' ? chosen : visitorsOf(request.primary)[0];
  if (!user) throw new Error('There is nobody in the store.');
  return actorFor(user);
}

/** Everybody one can be. */
export function visitorsOf(store: Store): User[] {
  return [...store.data.users.values()].filter(({ type }) => type === 'User');
}

/** Becomes somebody else and goes back to the page. */
export function switchVisitor(request: SandboxRequest, form: URLSearchParams): SandboxResponse {
  const user = findUser(request.primary, form.get('login') ?? '');
  if (user?.type !== 'User') throw new SandboxError('not-found', 'There is nobody of that login.');
  const { status, headers } = redirect(ownPath(form.get('return_to')), 303);
  return { status, headers: { ...headers, 'set-cookie': visitorCookie(user) } };
}

export function visitorCookie(user: User): string {
  return `${COOKIE}=${user.login}; Path=/; HttpOnly; SameSite=Lax`;
}

/** Only a path of this server; anything else leads home. */
function ownPath(path: string | null): string {
  return path && /^\/(?![/\\])/.test(path) ? path : '/';
}

function readCookie(header: string): string | null {
  const found = header.split(';').find((part) => part.trim().startsWith(`${COOKIE}=`));
  return found?.split('=')[1]?.trim() ?? null;
}

/**
 * Forms are only taken from this server's own pages, so that no page elsewhere acts in a visitor's
 * name. Programs send neither header and are let through.
 * @throws SandboxError `forbidden`
 */
export function requireSameOrigin(request: SandboxRequest): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host));
  if (foreign) throw new SandboxError('forbidden', 'This form came from another site.');
}
