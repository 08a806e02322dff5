/**
 * The one door for everything a signed-in person does: who asks and from where, how much and how
 * often, and in which words it is refused.
 */
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next';
import { readConfig } from '../config';
import { isRefusalCode, refusalSentence } from '../i18n/refusal-words';
import { limited } from '../security/limited';
import { clearSession } from './cookies';
import { isOwnRequest } from './own-request';
import { createPace } from './pace';
import { findParticipant, type Participant } from './participant';
import { readJsonBody } from './read-body';
import { Refusal, toRefusal } from './refusal';
import { type SignInSettings, signInSettings } from './settings';

export type { Participant } from './participant';
export { Refusal } from './refusal';

export interface ParticipantRequest {
  participant: Participant;
  /** Each parameter once; the last of several wins. */
  query: Record<string, string>;
  /** Parsed JSON; null for none. */
  body: unknown;
}

export interface Answer {
  status: number;
  body?: unknown;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

type Method = (typeof METHODS)[number];

export type Handlers = Partial<Record<Method, (request: ParticipantRequest) => Promise<Answer>>>;

export interface RouteOptions {
  /** How long a body may be. 512 KB hold a comment of 65,536 characters in any script. */
  maxBytes?: number;
  /** Writing requests of one person in a minute (60); a preview follows typing. */
  writesPerMinute?: number;
}

const MAX_BYTES = 512 * 1024;

/** Requests of one address in a minute, at one route, before anybody looks at who asks. */
const REQUESTS = 300;
/** Requests of one person in a minute, at one route. */
const READS = createPace(240);
const WRITES = createPace(60);

/**
 * A route behind the door. Its file has to `export const config = { api: { bodyParser: false } }`.
 * Handlers answer, or throw a GitHubError or a `Refusal`; all refusals go out as
 * `{ error: { code, message } }`, in the site's language.
 */
export function participantRoute(handlers: Handlers, options: RouteOptions = {}): NextApiHandler {
  const { maxBytes = MAX_BYTES, writesPerMinute } = options;
  const writes = writesPerMinute === undefined ? WRITES : createPace(writesPerMinute);
  return limited({ perMinute: REQUESTS }, async (request, response) => {
    response.setHeader('Cache-Control', 'private, no-store');
    const config = readConfig();
    const settings = signInSettings(config);
    try {
      const method = METHODS.find((name) => name === request.method);
      const handler = method && handlers[method];
      if (!handler) {
        response.setHeader('Allow', Object.keys(handlers).join(', '));
        throw new Refusal(405, 'method-not-allowed');
      }
      if (method !== 'GET' && !isOwnRequest(request.headers, config.site.url)) {
        throw new Refusal(403, 'foreign-origin');
      }
      const participant = await admit(request, response, settings);
      const pace = method === 'GET' ? READS : writes;
      const wait = pace.wait(participant.viewer.login, Date.now());
      if (wait !== null) throw new Refusal(429, 'too-fast', { retryAfter: wait });
      const body = method === 'GET' ? null : await readJsonBody(request, maxBytes);
      const answer = await handler({ participant, query: queryOf(request), body });
      response.status(answer.status);
      if (answer.body === undefined) response.end();
      else response.json(answer.body);
    } catch (error) {
      refuse(response, error, settings, config.site.language);
    }
  });
}

/** @throws Refusal unless somebody is signed in */
async function admit(
  request: NextApiRequest,
  response: NextApiResponse,
  settings: SignInSettings | null,
): Promise<Participant> {
  if (!settings) throw new Refusal(503, 'off');
  const participant = await findParticipant(request, response, settings);
  if (!participant) throw new Refusal(401, 'signed-out');
  return participant;
}

/** Answers with what a participant can read, and ends a session that GitHub has ended. */
export function refuse(
  response: NextApiResponse,
  error: unknown,
  settings: SignInSettings | null,
  language: string,
): void {
  const refusal = toRefusal(error, Date.now()) ?? fault(error);
  const { status, code, details } = refusal;
  if (code === 'signed-out' && settings) clearSession(response, settings.signIn);
  if (details.retryAfter !== undefined) response.setHeader('Retry-After', details.retryAfter);
  const usual = isRefusalCode(code) ? refusalSentence(code, language) : code;
  response.status(status).json({ error: { code, message: details.message ?? usual } });
}

/** What nobody expected goes into the log; the answer does not tell it. */
function fault(error: unknown): Refusal {
  console.error(error);
  return new Refusal(500, 'failed');
}

function queryOf({ query }: NextApiRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, [value ?? ''].flat().at(-1) ?? '']),
  );
}
