/**
 * Tokens of people who sign in: GitHub's OAuth endpoints, for GitHub Apps and OAuth Apps alike.
 * Sources: "Generating a user access token for a GitHub App", "Refreshing user access tokens",
 * "Authorizing OAuth apps" and "REST API endpoints for OAuth authorizations" in GitHub's docs.
 */
import { textAt, valueAt } from '../unknown-fields';
import { GitHubRejectedError, GitHubUnavailableError } from './errors';
import { USER_AGENT } from './user-agent';

export interface UserTokens {
  accessToken: string;
  /** Milliseconds; null for tokens that live until they are revoked. */
  expiresAt: number | null;
  /** Good for one use: refreshing gives a new pair, and this one is dead. */
  refreshToken: string | null;
}

/** The App that people sign in to, and where it is. */
export interface Client {
  clientId: string;
  clientSecret: string;
  /** Where GitHub's pages are, without a trailing slash. */
  serverUrl: string;
  apiUrl: string;
}

/** GitHub answers, and does not give tokens; `code` is GitHub's `error`. */
export class TokenRefusedError extends GitHubRejectedError {
  override name = 'TokenRefusedError';
  readonly code: string;

  constructor(code: string) {
    super(`GitHub gives no token: ${code}.`);
    this.code = code;
  }
}

/** Milliseconds for one question. */
const PATIENCE = 8_000;

/** The seal and the way back of one sign-in. */
export interface Authorization {
  state: string;
  /** The SHA-256 of the verifier, in base64url. */
  challenge: string;
  /** Absolute; one of the App's callback addresses. */
  redirectUri: string;
  /** What an OAuth App needs; GitHub Apps have their own permissions and pass over it. */
  scope: string | null;
}

/** The page on GitHub where a person agrees. */
export function authorizeUrl(
  { clientId, serverUrl }: Pick<Client, 'clientId' | 'serverUrl'>,
  { state, challenge, redirectUri, scope }: Authorization,
): string {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...(scope && { scope }),
  });
  return `${serverUrl}/login/oauth/authorize?${query}`;
}

/** Whether this is a GitHub App, by its client id; OAuth Apps' begin otherwise. */
export function isGitHubApp(clientId: string): boolean {
  return clientId.startsWith('Iv');
}

/**
 * @param now milliseconds
 * @throws TokenRefusedError for a code that is forged, used or too old
 * @throws GitHubUnavailableError
 */
export function exchangeCode(
  client: Client,
  fields: { code: string; verifier: string; redirectUri: string },
  now: number,
): Promise<UserTokens> {
  const { code, verifier, redirectUri } = fields;
  return askForTokens(client, { code, code_verifier: verifier, redirect_uri: redirectUri }, now);
}

/**
 * @param now milliseconds
 * @throws TokenRefusedError when the refresh token was used before, revoked or is too old
 * @throws GitHubUnavailableError
 */
export function refreshTokens(
  client: Client,
  refreshToken: string,
  now: number,
): Promise<UserTokens> {
  const fields = { grant_type: 'refresh_token', refresh_token: refreshToken };
  return askForTokens(client, fields, now);
}

/** Makes a token worthless. @throws GitHubUnavailableError when GitHub did not hear of it */
export async function revokeToken(client: Client, accessToken: string): Promise<void> {
  const { clientId, clientSecret, apiUrl } = client;
  const key = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const response = await send(`${apiUrl}/applications/${encodeURIComponent(clientId)}/token`, {
    method: 'DELETE',
    headers: { ...HEADERS, accept: 'application/vnd.github+json', authorization: `Basic ${key}` },
    body: JSON.stringify({ access_token: accessToken }),
  });
  // 404 and 422 speak of a token that is dead already.
  if (response.status >= 500) {
    throw new GitHubUnavailableError(`GitHub answered ${response.status} to a revocation.`);
  }
}

const HEADERS = { 'content-type': 'application/json', 'user-agent': USER_AGENT };

/** Refusals come with status 200 and an `error`. */
async function askForTokens(
  { serverUrl, clientId, clientSecret }: Client,
  fields: Readonly<Record<string, string>>,
  now: number,
): Promise<UserTokens> {
  const response = await send(`${serverUrl}/login/oauth/access_token`, {
    method: 'POST',
    headers: { ...HEADERS, accept: 'application/json' },
    body: JSON.stringify({ client_id: clientId, client_secret: clientSecret, ...fields }),
  });
  const answer: unknown = await response.json().catch(() => null);
  const error = textAt(answer, 'error');
  if (error !== null) throw new TokenRefusedError(error);
  const accessToken = textAt(answer, 'access_token');
  if (accessToken === null) {
    throw new GitHubUnavailableError(`GitHub answered ${response.status} without a token.`);
  }
  const seconds = Number(valueAt(answer, 'expires_in') ?? Number.NaN);
  return {
    accessToken,
    expiresAt: Number.isFinite(seconds) ? now + seconds * 1000 : null,
    refreshToken: textAt(answer, 'refresh_token'),
  };
}

/** @throws GitHubUnavailableError when there is no answer in time; its message tells no secret */
async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown reason';
    throw new GitHubUnavailableError(`GitHub did not answer: ${reason}.`);
  }
}
