/** Codes and tokens of people who authorized an App: issuing, refreshing and revoking them. */
import { createHash, randomBytes } from 'node:crypto';
import type { App, OneTimeCode, Token, User } from '../model';
import { addToken, formatTime, mutate, revokeToken, type Store, userById } from '../store';

const CODE_LIFE = 10 * 60;
const ACCESS_LIFE = 8 * 3_600;
const REFRESH_LIFE = 184 * 24 * 3_600;

export interface Authorization {
  app: App;
  user: User;
  redirectUri: string;
  /** The PKCE challenge (S256), if the client sent one. */
  codeChallenge: string | null;
  scopes: readonly string[];
}

/** A code that can be exchanged once, within ten minutes. */
export function issueCode(store: Store, authorization: Authorization): string {
  const { app, user, redirectUri, codeChallenge, scopes } = authorization;
  const code: OneTimeCode = {
    code: randomBytes(10).toString('hex'),
    kind: 'oauth',
    appId: app.id,
    userId: user.id,
    redirectUri,
    codeChallenge,
    scopes,
    expiresAt: inSeconds(store, CODE_LIFE),
  };
  return mutate(store, () => {
    store.codes.set(code.code, code);
    return code.code;
  });
}

export interface Exchange {
  code: string;
  redirectUri: string | null;
  codeVerifier: string | null;
}

export type TokenError = 'bad_verification_code' | 'redirect_uri_mismatch' | 'bad_refresh_token';

/** Exchanges a code; whether that works or not, a code that was found is used up. */
export function exchangeCode(store: Store, app: App, exchange: Exchange): Token | TokenError {
  const code = store.codes.get(exchange.code);
  const user = userById(store, code?.userId ?? null);
  if (code?.kind !== 'oauth' || code.appId !== app.id || !user) return 'bad_verification_code';
  mutate(store, () => store.codes.delete(code.code));
  if (Date.parse(code.expiresAt) <= store.clock.now()) return 'bad_verification_code';
  if (exchange.redirectUri && exchange.redirectUri !== code.redirectUri) {
    return 'redirect_uri_mismatch';
  }
  if (!verifies(code.codeChallenge, exchange.codeVerifier)) return 'bad_verification_code';
  return issueUserToken(store, app, user, code.scopes);
}

/** A new pair for a refresh token; the old pair is dead from then on. */
export function refreshUserToken(store: Store, app: App, refreshToken: string): Token | TokenError {
  for (const token of store.tokens.values()) {
    if (token.refreshToken !== refreshToken || token.appId !== app.id) continue;
    const user = userById(store, token.userId);
    const expired = Date.parse(token.refreshExpiresAt ?? '') <= store.clock.now();
    if (expired || !user) return 'bad_refresh_token';
    revokeToken(store, token.token);
    return issueUserToken(store, app, user, token.scopes);
  }
  return 'bad_refresh_token';
}

/** @returns how many tokens that person had given the App, all of them now dead */
export function revokeAuthorization(store: Store, app: App | null, user: User): number {
  const tokens = [...store.tokens.values()].filter(
    (token) =>
      token.userId === user.id &&
      token.appId !== null &&
      token.kind !== 'installation' &&
      (app === null || token.appId === app.id),
  );
  mutate(store, () => {
    for (const { token } of tokens) store.tokens.delete(token);
  });
  return tokens.length;
}

/** GitHub Apps' tokens live eight hours and have no scopes; OAuth Apps' live until revoked. */
export function issueUserToken(
  store: Store,
  app: App,
  user: User,
  scopes: readonly string[],
): Token {
  const now = store.clock.now();
  const common = { userId: user.id, appId: app.id, createdAt: formatTime(now) };
  if (app.kind === 'oauth-app') {
    return addToken(store, { ...common, token: `gho_${secret()}`, kind: 'oauth', scopes });
  }
  return addToken(store, {
    ...common,
    token: `ghu_${secret()}`,
    kind: 'user-to-server',
    scopes: [],
    ...(app.expiringTokens && {
      expiresAt: formatTime(now + ACCESS_LIFE * 1000),
      refreshToken: `ghr_${secret()}${secret()}`,
      refreshExpiresAt: formatTime(now + REFRESH_LIFE * 1000),
    }),
  });
}

export function inSeconds(store: Store, seconds: number): string {
  return formatTime(store.clock.now() + seconds * 1000);
}

/** PKCE: the verifier's hash must be the challenge; without a challenge there is nothing to check. */
function verifies(challenge: string | null, verifier: string | null): boolean {
  if (challenge === null) return true;
  return (
    verifier !== null && createHash('sha256').update(verifier).digest('base64url') === challenge
  );
}

function secret(): string {
  return randomBytes(27).toString('base64url').replace(/[-_]/g, '0');
}
