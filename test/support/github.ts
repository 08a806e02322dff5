/** GitHub's REST API as a person or a program uses it, for tests. */
import type { Sandbox } from '../../lib/sandbox/server';
import { DEMO_TOKENS } from '../../lib/sandbox/world';

export interface GitHubUser {
  /** @param path below the repository `octocat/blog` @throws Error naming the status, unless 2xx */
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  /** @returns the new issue's number */
  createIssue(issue: { title: string; body?: string; labels?: string[] }): Promise<number>;
  /** @returns the new comment's id */
  comment(number: number, body: string): Promise<number>;
  /** Bodies of an issue's comments, oldest first. */
  comments(number: number): Promise<string[]>;
}

export function asAuthor(sandbox: Sandbox): GitHubUser {
  return userOf(sandbox, DEMO_TOKENS.author);
}

export function asReader(sandbox: Sandbox): GitHubUser {
  return userOf(sandbox, DEMO_TOKENS.reader);
}

function userOf(sandbox: Sandbox, token: string): GitHubUser {
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${sandbox.url}/repos/octocat/blog${path}`, {
      method,
      headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text ? JSON.parse(text) : null;
  }
  return {
    call,
    async createIssue(issue) {
      return numberIn(await call('POST', '/issues', issue), 'number');
    },
    async comment(number, body) {
      return numberIn(await call('POST', `/issues/${number}/comments`, { body }), 'id');
    },
    async comments(number) {
      const comments = await call('GET', `/issues/${number}/comments?per_page=100`);
      return Array.isArray(comments) ? comments.map((comment) => String(comment.body)) : [];
    },
  };
}

/** The sandbox's own controls. @param path below `/_sandbox` */
export async function control(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}

/** GraphQL mutation or query as the author. @returns its data */
export async function graphqlAsAuthor(
  sandbox: Sandbox,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<unknown> {
  const response = await fetch(`${sandbox.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `token ${DEMO_TOKENS.author}` },
    body: JSON.stringify({ query, variables }),
  });
  const answer: { data?: unknown; errors?: unknown } = await response.json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

export interface ApiCalls {
  count: number;
  requests: { method: string; path: string; operation: string | null; status: number }[];
}

/** API calls since the last time this was asked with `clear`. */
export async function apiCalls(sandbox: Sandbox, { clear = false } = {}): Promise<ApiCalls> {
  const calls = await control(sandbox, 'GET', '/requests');
  if (clear) await control(sandbox, 'DELETE', '/requests');
  if (!isApiCalls(calls)) throw new Error('The request log has another shape.');
  return calls;
}

function isApiCalls(thing: unknown): thing is ApiCalls {
  return typeof thing === 'object' && thing !== null && 'count' in thing && 'requests' in thing;
}

function numberIn(thing: unknown, key: string): number {
  const value: unknown = typeof thing === 'object' && thing !== null && Reflect.get(thing, key);
  if (typeof value !== 'number') throw new Error(`There is no ${key} in the answer.`);
  return value;
}
