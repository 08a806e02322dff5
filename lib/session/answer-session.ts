/** Who is signed in, for the page's scripts. */
import type { NextApiRequest, NextApiResponse } from 'next';
import { readConfig } from '../config';
import { GitHubError, GitHubUnauthorizedError } from '../github/errors';
import { clearSession, readCookie, SESSION_LIFE, sessionCookieName, setCookie } from './cookies';
import { HINT_COOKIE, writeHint } from './hint';
import { lookUpViewer } from './look-up-viewer';
import { findParticipant, type Participant } from './participant';
import { refuse } from './participant-route';
import { Refusal } from './refusal';
import { type SignInSettings, signInSettings } from './settings';
import type { SessionAnswer, Viewer } from './viewer';

/** Answers GET. A session that GitHub has ended is ended here, too, and answers `viewer: null`. */
export async function answerSession(
  request: NextApiRequest,
  response: NextApiResponse,
): Promise<void> {
  response.setHeader('Cache-Control', 'private, no-store');
  const config = readConfig();
  const settings = signInSettings(config);
  try {
    if (request.method !== 'GET') {
      response.setHeader('Allow', 'GET');
      throw new Refusal(405, 'method-not-allowed');
    }
    const viewer = settings && (await findViewer(request, response, settings));
    const answer: SessionAnswer = { canSignIn: settings !== null, viewer };
    response.status(200).json(answer);
  } catch (error) {
    refuse(response, error, settings, config.site.language);
  }
}

/** @throws Refusal when another instance of the site has just renewed the session */
async function findViewer(
  request: NextApiRequest,
  response: NextApiResponse,
  settings: SignInSettings,
): Promise<Viewer | null> {
  const sealed = readCookie(request, sessionCookieName(settings.signIn));
  try {
    const participant = await findParticipant(request, response, settings);
    if (participant && sealed) return await currentViewer(participant, response, settings, sealed);
  } catch (error) {
    if (!isEnd(error)) throw error;
  }
  clearSession(response, settings.signIn);
  return null;
}

/** While GitHub cannot be asked, they are who they were. */
async function currentViewer(
  { viewer, github }: Participant,
  response: NextApiResponse,
  settings: SignInSettings,
  sealed: string,
): Promise<Viewer> {
  try {
    const current = await lookUpViewer(github, settings, sealed);
    if (writeHint(current) !== writeHint(viewer)) {
      const options = { maxAge: SESSION_LIFE, readable: true };
      setCookie(response, HINT_COOKIE, writeHint(current), settings.signIn, options);
    }
    return current;
  } catch (error) {
    if (!(error instanceof GitHubError) || error instanceof GitHubUnauthorizedError) throw error;
    return viewer;
  }
}

function isEnd(error: unknown): boolean {
  return (
    error instanceof GitHubUnauthorizedError ||
    (error instanceof Refusal && error.code === 'signed-out')
  );
}
