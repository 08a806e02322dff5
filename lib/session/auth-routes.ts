/** The three routes of signing in and out, which browsers visit rather than scripts. */
import type { IncomingMessage } from 'node:http';
import type { NextApiRequest, NextApiResponse } from 'next';
import { readConfig } from '../config';
import { GitHubError } from '../github/errors';
import { revokeToken, TokenRefusedError } from '../github/user-tokens';
import { homePath, SIGN_IN_PATH, type SignInProblem, signInProblemPath } from '../paths';
import { getBlog } from '../posts/blog';
import { valueAt } from '../unknown-fields';
import { clearSession, setCookie } from './cookies';
import { NOTICE_COOKIE, NOTICE_LIFE, type Notice } from './notice';
import { isOwnRequest } from './own-request';
import { refuse } from './participant-route';
import { Refusal } from './refusal';
import { sameSitePath } from './same-site-path';
import { readSession } from './session';
import { type SignInSettings, signInSettings } from './settings';
import { finishSignIn, readReturn, startSignIn } from './sign-in';

/** `GET /api/auth/sign-in?return=/path` */
export async function beginSignIn(
  request: NextApiRequest,
  response: NextApiResponse,
): Promise<void> {
  const { settings } = open(response);
  if (request.method !== 'GET') return refuseMethod(response, 'GET');
  const returnTo = sameSitePath(request.query.return ?? refererPath(request));
  if (!settings) return showProblem(response, 'off', returnTo);
  const canonical = canonicalAddress(request, settings, returnTo);
  go(response, canonical ?? (await startSignIn(response, settings, returnTo, blogGitHub())));
}

/** `GET /api/auth/callback`, from GitHub */
export async function endSignIn(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  const { settings } = open(response);
  if (request.method !== 'GET') return refuseMethod(response, 'GET');
  if (!settings) return showProblem(response, 'off', homePath());
  const returned = await readReturn(request, response, settings, request.query);
  if (returned.kind === 'unknown') return showProblem(response, 'expired', homePath());
  const { returnTo } = returned;
  if (returned.kind === 'denied') {
    leaveNotice(response, 'denied', settings);
    return go(response, returnTo);
  }
  if (returned.kind === 'refused') {
    const reason = JSON.stringify(returned.error.slice(0, 80));
    console.error(`GitHub refuses to let people sign in: ${reason}`);
    return showProblem(response, 'refused', returnTo);
  }
  try {
    await finishSignIn(response, settings, returned);
    go(response, returnTo);
  } catch (error) {
    showProblem(response, problemOf(error), returnTo);
  }
}

/** `POST /api/auth/sign-out`, by a form with a `return` or by a script. */
export async function signOut(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  const { settings, language, siteUrl } = open(response);
  if (request.method !== 'POST') return refuseMethod(response, 'POST');
  if (!isOwnRequest(request.headers, siteUrl)) {
    return refuse(response, new Refusal(403, 'foreign-origin'), settings, language);
  }
  if (settings) {
    const session = await readSession(request, settings.signIn);
    clearSession(response, settings.signIn);
    // Whoever leaves is signed out here in any case.
    if (session) await revokeToken(settings.client, session.tokens.accessToken).catch(() => {});
  }
  const wanted = valueAt(request.body, 'return');
  if (request.headers['content-type']?.startsWith('application/json')) {
    response.status(200).json({ viewer: null });
  } else {
    if (settings) leaveNotice(response, 'left', settings);
    go(response, sameSitePath(wanted ?? refererPath(request)), 303);
  }
}

function open(response: NextApiResponse) {
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('X-Robots-Tag', 'noindex');
  const config = readConfig();
  const { language, url: siteUrl } = config.site;
  return { settings: signInSettings(config), language, siteUrl };
}

/**
 * Cookies belong to one host. Whoever came under another name of the site begins again under its
 * public one; once, in case a proxy hides the name they came under.
 */
function canonicalAddress(
  request: NextApiRequest,
  { siteUrl }: SignInSettings,
  returnTo: string,
): string | null {
  if (request.headers.host === new URL(siteUrl).host || request.query.moved) return null;
  return `${siteUrl}${SIGN_IN_PATH}?${new URLSearchParams({ return: returnTo, moved: '1' })}`;
}

/** The page the reader was on, where the link did not say. */
function refererPath({ headers }: IncomingMessage): string {
  const { referer, host } = headers;
  if (!referer || !URL.canParse(referer)) return homePath();
  const { pathname, search, host: from } = new URL(referer);
  return from === host ? `${pathname}${search}` : homePath();
}

function blogGitHub() {
  return getBlog()?.github ?? null;
}

function problemOf(error: unknown): SignInProblem {
  if (error instanceof TokenRefusedError && error.code === 'bad_verification_code')
    return 'expired';
  console.error(`Signing in failed: ${error instanceof Error ? error.message : 'unknown reason'}`);
  const isFaultOfGitHub = error instanceof GitHubError && error.transient;
  return isFaultOfGitHub ? 'github-down' : 'refused';
}

function leaveNotice(response: NextApiResponse, notice: Notice, { signIn }: SignInSettings): void {
  setCookie(response, NOTICE_COOKIE, notice, signIn, { maxAge: NOTICE_LIFE, readable: true });
}

function showProblem(response: NextApiResponse, problem: SignInProblem, returnTo: string): void {
  go(response, signInProblemPath(problem, returnTo), 303);
}

function go(response: NextApiResponse, address: string, status = 302): void {
  response.redirect(status, address);
}

function refuseMethod(response: NextApiResponse, allowed: string): void {
  const { settings, language } = open(response);
  response.setHeader('Allow', allowed);
  refuse(response, new Refusal(405, 'method-not-allowed'), settings, language);
}
