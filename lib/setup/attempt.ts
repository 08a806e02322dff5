/**
 * What has to be remembered while somebody is on GitHub's page: that it was this browser that went
 * there, and for which repository. There is no secret yet to seal a cookie with, so the state is a
 * random word that nobody else can know.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Repository } from '../config';
import { SETUP_PATH } from '../paths';
import { isSameSecret } from '../security/same-secret';
import { readCookie, setCookie } from '../session/cookies';

export interface Attempt {
  state: string;
  repository: Repository;
}

const COOKIE = 'issuepress-setup';
/** As long as GitHub keeps the code, in seconds. */
const LIFE = 3_600;

/** Goes on with the browser's attempt, so that two tabs do not trip over each other. */
export function beginAttempt(
  request: IncomingMessage,
  response: ServerResponse,
  repository: Repository,
  origin: string,
): Attempt {
  const state = readAttempt(request)?.state ?? randomBytes(24).toString('base64url');
  const value = `${state}~${repository.owner}~${repository.name}`;
  setCookie(response, COOKIE, value, settingsFor(origin), { path: SETUP_PATH, maxAge: LIFE });
  return { state, repository };
}

/** The attempt that the way back belongs to; null where it was not begun in this browser. */
export function findAttempt(request: IncomingMessage, state: unknown): Attempt | null {
  const attempt = readAttempt(request);
  return attempt && typeof state === 'string' && isSameSecret(state, attempt.state)
    ? attempt
    : null;
}

/** Has the browser forget its attempt. @param origin as it was begun under */
export function endAttempt(response: ServerResponse, origin: string): void {
  setCookie(response, COOKIE, '', settingsFor(origin), { path: SETUP_PATH, maxAge: 0 });
}

function readAttempt(request: IncomingMessage): Attempt | null {
  const [state, owner, name] = readCookie(request, COOKIE)?.split('~') ?? [];
  if (!state || !/^[\w-]{32}$/.test(state) || !owner || !name) return null;
  const repository = parseRepository(`${owner}/${name}`);
  return repository && { state, repository };
}

function settingsFor(origin: string) {
  return { secureCookie: origin.startsWith('https:') };
}

/** `owner/name`, also as part of an address on GitHub; null for anything else. */
export function parseRepository(text: string): Repository | null {
  const path = text
    .trim()
    .replace(/^https?:\/\/[^/]+\//, '')
    .replace(/(\.git)?\/*$/, '');
  const match = /^([A-Za-z0-9][A-Za-z0-9-]*)\/([A-Za-z0-9._-]+)$/.exec(path);
  const [, owner, name] = match ?? [];
  return owner && name ? { owner, name } : null;
}
