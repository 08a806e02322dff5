/**
 * Asks GitHub's REST API single questions and gives back whatever it answered, refusals included: for
 * the checks of a set-up, which want to know what is wrong, not only that something is.
 */
import { createAppAuth } from '@octokit/auth-app';
import { request } from '@octokit/request';
import type { Config, Repository } from '../config';
import { createAuthorization } from './credentials';
import { interpretError } from './interpret-error';
import { USER_AGENT } from './user-agent';

export interface Answer {
  /** GitHub's status; 0 where none came. */
  status: number;
  /** The parsed JSON; null where there is none. */
  body: unknown;
  header(name: string): string | null;
  /** Why there is no status, or no credentials to ask with. */
  failure: string | null;
}

export interface Question {
  method: 'GET' | 'POST' | 'PUT';
  /** Below the API's address, such as `/user`; or an absolute address. */
  path: string;
  body?: unknown;
  /** With the blog's token, as the App itself or as nobody. */
  as: 'blog' | 'app' | 'nobody';
}

/** It never rejects. A question that only reads is asked once, however often it is put. */
export type Inquire = (question: Question) => Promise<Answer>;

export interface InquirerOptions {
  credentials: Config['credentials'];
  repository: Repository | null;
  apiUrl: string;
  fetch?: typeof fetch;
}

const DEADLINE = 8_000;

/** Remembers what it read for as long as it lives: make one for each look. */
export function createInquirer(options: InquirerOptions): Inquire {
  const { apiUrl, credentials, repository } = options;
  const plainFetch = options.fetch ?? fetch;
  const asBlog =
    credentials && repository
      ? createAuthorization({
          credentials,
          repository,
          apiUrl,
          userAgent: USER_AGENT,
          fetch: plainFetch,
        })
      : null;
  const answers = new Map<string, Promise<Answer>>();

  async function authorizationFor(as: Question['as']): Promise<string | null> {
    if (as === 'nobody') return null;
    if (as === 'blog' && credentials?.kind === 'token') return `token ${credentials.token}`;
    if (as === 'blog' && asBlog) return asBlog();
    if (as === 'app' && credentials?.kind === 'app') {
      const calls = request.defaults({ baseUrl: apiUrl, request: { fetch: plainFetch } });
      const auth = createAppAuth({ ...credentials, request: calls });
      return `bearer ${(await auth({ type: 'app' })).token}`;
    }
    throw new Error('There are no credentials to ask with.');
  }

  async function ask({ method, path, body, as }: Question): Promise<Answer> {
    let authorization: string | null;
    try {
      authorization = await authorizationFor(as);
    } catch (error) {
      return noAnswer(interpretError(error, Date.now()).message);
    }
    try {
      const response = await plainFetch(path.startsWith('/') ? `${apiUrl}${path}` : path, {
        method,
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'user-agent': USER_AGENT,
          ...(authorization === null ? {} : { authorization }),
        },
        signal: AbortSignal.timeout(DEADLINE),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return {
        status: response.status,
        body: parse(await response.text()),
        header: (name) => response.headers.get(name),
        failure: null,
      };
    } catch (error) {
      return noAnswer(reasonOf(error));
    }
  }

  return (question) => {
    if (question.method !== 'GET') return ask(question);
    const key = `${question.as} ${question.path}`;
    const answer = answers.get(key) ?? ask(question);
    answers.set(key, answer);
    return answer;
  };
}

function noAnswer(failure: string): Answer {
  return { status: 0, body: null, header: () => null, failure };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason given';
  return error.cause instanceof Error ? error.cause.message : error.message;
}
