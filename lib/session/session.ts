/** The sealed session: the person's tokens and who they are. It exists only inside their cookie. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SignInConfig } from '../config';
import type { UserTokens } from '../github/user-tokens';
import { isFields } from '../unknown-fields';
import { readCookie, SESSION_LIFE, seal, sessionCookieName, setCookie, unseal } from './cookies';
import { HINT_COOKIE, writeHint } from './hint';
import { readViewer, type Viewer } from './viewer';

export interface Session {
  tokens: UserTokens;
  /** As of the last time GitHub was asked. */
  viewer: Viewer;
}

/** @returns null for nobody: no cookie, an expired one, or one sealed by another secret */
export async function readSession(
  request: IncomingMessage,
  settings: SignInConfig,
): Promise<Session | null> {
  const sealed = readCookie(request, sessionCookieName(settings));
  return toSession(await unseal(sealed, settings, SESSION_LIFE));
}

/** Seals a session into the answer's cookie, with the hint beside it. */
export async function writeSession(
  response: ServerResponse,
  session: Session,
  settings: SignInConfig,
): Promise<void> {
  const sealed = await seal({ kind: 'session', ...session }, settings, SESSION_LIFE);
  setCookie(response, sessionCookieName(settings), sealed, settings, { maxAge: SESSION_LIFE });
  const hint = writeHint(session.viewer);
  setCookie(response, HINT_COOKIE, hint, settings, { maxAge: SESSION_LIFE, readable: true });
}

function toSession(value: unknown): Session | null {
  if (!isFields(value) || value.kind !== 'session' || !isFields(value.tokens)) return null;
  const { accessToken, expiresAt, refreshToken } = value.tokens;
  const viewer = readViewer(value.viewer);
  if (typeof accessToken !== 'string' || !viewer) return null;
  return {
    tokens: {
      accessToken,
      expiresAt: typeof expiresAt === 'number' ? expiresAt : null,
      refreshToken: typeof refreshToken === 'string' ? refreshToken : null,
    },
    viewer,
  };
}
