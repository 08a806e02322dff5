/**
 * One call to GitHub: credentials, deadline, retries for what passes, and named errors. Everything
 * else in this folder is a query with its type and its function.
 */
import { graphql } from '@octokit/graphql';
import { request } from '@octokit/request';
import pRetry from 'p-retry';
import type { Config, Repository } from '../config';
import { type Allowance, allowanceIn } from './allowance';
import { createAuthorization } from './credentials';
import {
  type GitHubError,
  GitHubForbiddenError,
  GitHubNotFoundError,
  GitHubRateLimitError,
  GitHubRejectedError,
  GitHubUnavailableError,
} from './errors';
import { interpretError } from './interpret-error';
import { USER_AGENT } from './user-agent';

export interface GitHub {
  readonly repository: Repository;
  /**
   * @param document one GraphQL operation; `$owner` and `$name` are always given
   * @param deadline milliseconds for all attempts together (8,000)
   * @throws GitHubError
   */
  query<Result extends object>(
    document: string,
    variables?: Record<string, unknown>,
    deadline?: number,
  ): Promise<Result>;
  /**
   * One REST call, for the little that GraphQL has not; never repeated.
   * @param route such as `PUT /repos/{owner}/{repo}/contents/{path}`; owner and repo are always given
   * @param deadline milliseconds (20,000)
   * @returns what GitHub answered, unchecked
   * @throws GitHubError
   */
  rest(route: string, parameters?: Record<string, unknown>, deadline?: number): Promise<unknown>;
  /** How the last call ended; null before the first. */
  lastCall(): LastCall | null;
  /** What was left of the hour's points at the last answer; null where GitHub told nothing. */
  allowance(): Allowance | null;
}

export interface LastCall {
  /** In milliseconds. */
  endedAt: number;
  /** The error's name, which tells no secret; null where GitHub answered. */
  failure: string | null;
}

export interface GitHubOptions {
  credentials: NonNullable<Config['credentials']>;
  repository: Repository;
  apiUrl: string;
  fetch?: typeof fetch;
  now?: () => number;
}

const ATTEMPTS = 3;
const DEFAULT_DEADLINE = 8_000;
/** A file of some megabytes is on its way for a while. */
const REST_DEADLINE = 20_000;

export function createGitHub(options: GitHubOptions): GitHub {
  const { repository, now = Date.now } = options;
  const plainFetch = options.fetch ?? fetch;
  const authorization = createAuthorization({
    ...options,
    userAgent: USER_AGENT,
    fetch: plainFetch,
  });
  const call = graphql.defaults({
    baseUrl: options.apiUrl,
    headers: { 'user-agent': USER_AGENT },
  });

  const restCall = request.defaults({
    baseUrl: options.apiUrl,
    headers: { 'user-agent': USER_AGENT },
  });

  let lastCall: LastCall | null = null;
  let allowance: Allowance | null = null;

  async function ask(url: string, init: RequestInit): Promise<Response> {
    const response = await plainFetch(url, init);
    allowance = allowanceIn(response.headers) ?? allowance;
    return response;
  }

  async function attempt<Result extends object>(
    document: string,
    variables: Record<string, unknown>,
    signal: AbortSignal,
  ): Promise<Result> {
    try {
      const result: unknown = await call<Result>(document, {
        owner: repository.owner,
        name: repository.name,
        ...variables,
        headers: { authorization: await authorization() },
        request: {
          fetch: (url: string, init: RequestInit) => ask(url, { ...init, signal }),
        },
      });
      if (!isObject<Result>(result)) {
        throw new GitHubUnavailableError('GitHub answered something that is not GraphQL.');
      }
      return result;
    } catch (error) {
      throw interpretError(error, now());
    }
  }

  return {
    repository,
    lastCall: () => lastCall,
    allowance: () => allowance,
    async rest(route, parameters = {}, deadline = REST_DEADLINE) {
      const signal = AbortSignal.timeout(deadline);
      try {
        const { data }: { data: unknown } = await restCall(route, {
          owner: repository.owner,
          repo: repository.name,
          ...parameters,
          headers: { authorization: await authorization() },
          request: {
            fetch: (url: string, init: RequestInit) => ask(url, { ...init, signal }),
          },
        });
        lastCall = { endedAt: now(), failure: null };
        return data;
      } catch (error) {
        const known = interpretError(error, now());
        // A token may lack one right, and read the blog all the same.
        const isAnswer = known instanceof GitHubForbiddenError || isRefusal(known);
        lastCall = { endedAt: now(), failure: isAnswer ? null : known.name };
        throw known;
      }
    },
    async query<Result extends object>(
      document: string,
      variables: Record<string, unknown> = {},
      deadline = DEFAULT_DEADLINE,
    ) {
      const signal = AbortSignal.timeout(deadline);
      const endsAt = now() + deadline;
      const isMutation = /^\s*mutation\b/.test(document);
      try {
        const result = await pRetry(() => attempt<Result>(document, variables, signal), {
          retries: isMutation ? 0 : ATTEMPTS - 1,
          minTimeout: 200,
          factor: 3,
          randomize: true,
          signal,
          shouldRetry: ({ error }) => worthRetrying(error, now(), endsAt),
          onFailedAttempt: ({ error }) => waitOutLimit(error, endsAt, now),
        });
        lastCall = { endedAt: now(), failure: null };
        return result;
      } catch (error) {
        const known = interpretError(error, now());
        lastCall = { endedAt: now(), failure: isRefusal(known) ? null : known.name };
        throw known;
      }
    },
  };
}

/** Whether GitHub works, and said no to this one question. Without the repository nothing works. */
function isRefusal(error: GitHubError): boolean {
  if (error instanceof GitHubNotFoundError) return error.path !== 'repository';
  return error instanceof GitHubRejectedError;
}

/** A read may be asked again when what failed passes, and passes before the deadline. */
function worthRetrying(error: unknown, time: number, endsAt: number): boolean {
  if (error instanceof GitHubRateLimitError) return error.resetAt.getTime() < endsAt;
  return error instanceof GitHubUnavailableError && time < endsAt;
}

async function waitOutLimit(error: unknown, endsAt: number, now: () => number): Promise<void> {
  if (!(error instanceof GitHubRateLimitError) || error.resetAt.getTime() >= endsAt) return;
  const wait = Math.max(0, error.resetAt.getTime() - now());
  await new Promise((resolve) => setTimeout(resolve, wait));
}

function isObject<Shape extends object>(thing: unknown): thing is Shape {
  return typeof thing === 'object' && thing !== null;
}
