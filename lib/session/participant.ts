/** The person behind a request: who they are, and GitHub as they see it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createGitHub, type GitHub } from '../github/client';
import { GitHubUnauthorizedError } from '../github/errors';
import { TokenRefusedError, type UserTokens } from '../github/user-tokens';
import { Refusal } from './refusal';
import { createRenewal, isDue, type Renew } from './renew';
import { readSession, writeSession } from './session';
import type { SignInSettings } from './settings';
import type { Viewer } from './viewer';

export interface Participant {
  viewer: Viewer;
  /** Acts as the viewer. */
  github: GitHub;
}

/** Says, at the second attempt of a request, that a newer cookie than this one did not arrive. */
export const ATTEMPT_HEADER = 'x-session-attempt';

declare global {
  /** On `globalThis`, because Next gives every route its own copy of a module. */
  var issuepressRenewal: Renew | undefined;
}

/**
 * @returns null for nobody
 * @throws Refusal when their sign-in ended, or another instance of the site has just renewed it; the
 *   participant's `github` may throw it, too
 * @throws GitHubUnavailableError when tokens are due and GitHub does not answer
 */
export async function findParticipant(
  request: IncomingMessage,
  response: ServerResponse,
  settings: SignInSettings,
): Promise<Participant | null> {
  const session = await readSession(request, settings.signIn);
  if (!session) return null;
  const { viewer } = session;
  const isLastAttempt = request.headers[ATTEMPT_HEADER] === '2';
  let { tokens } = session;

  async function renew(): Promise<void> {
    tokens = await renewTokens(tokens, settings, isLastAttempt);
    await writeSession(response, { viewer, tokens }, settings.signIn);
  }

  if (isDue(tokens, Date.now())) await renew();
  return { viewer, github: actAs(() => tokens, renew, settings) };
}

/** A client that renews the person's tokens and asks again when GitHub does not take them any more. */
function actAs(
  tokens: () => UserTokens,
  renew: () => Promise<void>,
  { repository, apiUrl }: SignInSettings,
): GitHub {
  const create = () =>
    createGitHub({
      credentials: { kind: 'token', token: tokens().accessToken },
      repository,
      apiUrl,
    });
  let client = create();

  async function again<Result>(ask: () => Promise<Result>): Promise<Result> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof GitHubUnauthorizedError)) throw error;
      await renew();
      client = create();
      return ask();
    }
  }

  return {
    repository,
    lastCall: () => client.lastCall(),
    allowance: () => client.allowance(),
    query: (document, variables, deadline) =>
      again(() => client.query(document, variables, deadline)),
    rest: (route, parameters, deadline) => again(() => client.rest(route, parameters, deadline)),
  };
}

/**
 * A refused refresh token was used by another instance of the site a moment ago, or is dead. In the
 * first case the browser has the newer cookie by now, so it is asked to try once more.
 */
async function renewTokens(
  { refreshToken }: UserTokens,
  { client }: SignInSettings,
  isLastAttempt: boolean,
): Promise<UserTokens> {
  if (refreshToken === null) throw new Refusal(401, 'signed-out');
  globalThis.issuepressRenewal ??= createRenewal();
  try {
    return await globalThis.issuepressRenewal(client, refreshToken);
  } catch (error) {
    if (!(error instanceof TokenRefusedError)) throw error;
    if (error.code === 'incorrect_client_credentials') {
      console.error('GitHub does not know GITHUB_CLIENT_ID with this GITHUB_CLIENT_SECRET.');
      throw new Refusal(503, 'github-down');
    }
    throw new Refusal(401, isLastAttempt ? 'signed-out' : 'renewed-elsewhere');
  }
}
