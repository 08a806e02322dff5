/**
 * The way through GitHub's page and back: out with a state and a PKCE challenge, back with a code. What
 * has to be remembered between is in a sealed cookie of a few minutes.
 */

import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createGitHub, type GitHub } from '../github/client';
import { isPrivateRepository } from '../github/get-viewer';
import { authorizeUrl, exchangeCode, isGitHubApp, type UserTokens } from '../github/user-tokens';
import { AUTH_PATH, CALLBACK_PATH } from '../paths';
import { isSameSecret } from '../security/same-secret';
import { isFields } from '../unknown-fields';
import { readCookie, SIGN_IN_LIFE, seal, setCookie, signInCookieName, unseal } from './cookies';
import { askForViewer } from './look-up-viewer';
import { sameSitePath } from './same-site-path';
import { writeSession } from './session';
import type { SignInSettings } from './settings';

/** @param returnTo where the reader was @returns the address on GitHub to go to */
export async function startSignIn(
  response: ServerResponse,
  settings: SignInSettings,
  returnTo: string,
  blog: GitHub | null,
): Promise<string> {
  const { signIn, client } = settings;
  const state = randomBytes(24).toString('base64url');
  const verifier = randomBytes(48).toString('base64url');
  const sealed = await seal({ kind: 'sign-in', state, verifier, returnTo }, signIn, SIGN_IN_LIFE);
  // The cookie is for these routes alone.
  const options = { path: AUTH_PATH, maxAge: SIGN_IN_LIFE };
  setCookie(response, signInCookieName(state), sealed, signIn, options);
  return authorizeUrl(client, {
    state,
    challenge: createHash('sha256').update(verifier).digest('base64url'),
    redirectUri: callbackUrl(settings),
    scope: isGitHubApp(client.clientId) ? null : await neededScope(blog),
  });
}

/** What came back from GitHub, as far as it can be told without asking. */
export type Returned =
  | { kind: 'code'; code: string; verifier: string; returnTo: string }
  /** The person said no. */
  | { kind: 'denied'; returnTo: string }
  /** GitHub itself reports a fault of the App's settings. */
  | { kind: 'refused'; error: string; returnTo: string }
  /** Not begun in this browser, begun too long ago, or finished before. */
  | { kind: 'unknown' };

/** Reads the callback's query against the cookie, which is used up by that. */
export async function readReturn(
  request: IncomingMessage,
  response: ServerResponse,
  { signIn }: SignInSettings,
  query: Readonly<Record<string, unknown>>,
): Promise<Returned> {
  const { state, code, error } = query;
  if (typeof state !== 'string') return { kind: 'unknown' };
  const name = signInCookieName(state);
  const begun = await unseal(readCookie(request, name), signIn, SIGN_IN_LIFE);
  setCookie(response, name, '', signIn, { path: AUTH_PATH, maxAge: 0 });
  if (!isFields(begun) || begun.kind !== 'sign-in') return { kind: 'unknown' };
  const { verifier, returnTo: sealedReturn } = begun;
  if (typeof begun.state !== 'string' || typeof verifier !== 'string') return { kind: 'unknown' };
  if (!isSameSecret(state, begun.state)) return { kind: 'unknown' };
  const returnTo = sameSitePath(sealedReturn);
  if (error === 'access_denied') return { kind: 'denied', returnTo };
  if (typeof error === 'string') return { kind: 'refused', error, returnTo };
  return typeof code === 'string'
    ? { kind: 'code', code, verifier, returnTo }
    : { kind: 'unknown' };
}

/**
 * Exchanges the code and signs the person in.
 * @throws TokenRefusedError for a code that is forged or was used
 * @throws GitHubError
 */
export async function finishSignIn(
  response: ServerResponse,
  settings: SignInSettings,
  { code, verifier }: { code: string; verifier: string },
): Promise<void> {
  const fields = { code, verifier, redirectUri: callbackUrl(settings) };
  const tokens = await exchangeCode(settings.client, fields, Date.now());
  const viewer = await askForViewer(actingAs(tokens, settings), settings);
  await writeSession(response, { tokens, viewer }, settings.signIn);
}

function actingAs({ accessToken }: UserTokens, { repository, apiUrl }: SignInSettings): GitHub {
  return createGitHub({ credentials: { kind: 'token', token: accessToken }, repository, apiUrl });
}

function callbackUrl({ siteUrl }: SignInSettings): string {
  return `${siteUrl}${CALLBACK_PATH}`;
}

/** How long it serves what GitHub said of the repository, in milliseconds. */
const SAID_FOR = 60 * 60_000;
let said: { isPrivate: boolean; at: number } | null = null;

/**
 * What an OAuth App needs to comment: `repo` reaches private repositories as well. Anybody may begin to
 * sign in, so that it is not asked each time.
 */
async function neededScope(blog: GitHub | null): Promise<string> {
  if (blog && (!said || Date.now() - said.at > SAID_FOR)) {
    const isPrivate = await isPrivateRepository(blog).catch(() => null);
    if (isPrivate !== null) said = { isPrivate, at: Date.now() };
  }
  return said?.isPrivate ? 'repo' : 'public_repo';
}
