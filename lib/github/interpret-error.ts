/**
 * Turns whatever a call to GitHub threw into one of our named errors. The shapes and the two names
 * of the rate limit are from "Rate limits and query limits for the GraphQL API" in GitHub's docs;
 * `RATE_LIMIT` without the D was seen in 2026.
 */
import { GraphqlResponseError } from '@octokit/graphql';
import { type Fields, fieldsOf, numberAt, textAt, valueAt } from '../unknown-fields';
import {
  GitHubError,
  GitHubForbiddenError,
  GitHubNotFoundError,
  GitHubRateLimitError,
  GitHubRejectedError,
  GitHubUnauthorizedError,
  GitHubUnavailableError,
} from './errors';

/** @param now milliseconds, to turn `retry-after` into a time */
export function interpretError(error: unknown, now: number): GitHubError {
  if (error instanceof GitHubError) return error;
  if (error instanceof GraphqlResponseError) return interpretGraphql(error, now);
  const status = numberAt(error, 'status');
  const message = error instanceof Error ? error.message : 'no message';
  if (status === null || isTimeout(error)) {
    return new GitHubUnavailableError(`GitHub did not answer: ${message}`);
  }
  const headers = fieldsOf(valueAt(error, 'response', 'headers'));
  if (status === 401) {
    return new GitHubUnauthorizedError(
      "GitHub does not accept the blog's credentials (401). Check GITHUB_TOKEN, or the App's id and key.",
    );
  }
  if (status === 429 || (status === 403 && isLimit(headers, message))) {
    return new GitHubRateLimitError(
      `GitHub's rate limit is reached (${status}).`,
      resetOf(headers, now),
    );
  }
  if (status === 403) return new GitHubForbiddenError(`GitHub forbids this (403): ${message}`);
  if (status === 404) return new GitHubNotFoundError(`GitHub does not know this (404): ${message}`);
  if (status >= 400 && status < 500) {
    return new GitHubRejectedError(`GitHub refuses this (${status}): ${message}`);
  }
  return new GitHubUnavailableError(`GitHub answered ${status}.`);
}

function interpretGraphql(error: GraphqlResponseError<unknown>, now: number): GitHubError {
  const entries: readonly unknown[] = Array.isArray(error.errors) ? error.errors : [];
  const headers: Fields = error.headers;
  const first = entries[0];
  const message = textAt(first, 'message') ?? 'no message';
  const types = entries.map((entry) => textAt(entry, 'type') ?? textAt(entry, 'code') ?? '');
  if (types.some((type) => /RATE_LIMIT/i.test(type)) || isLimit(headers, message)) {
    return new GitHubRateLimitError(
      `GitHub's rate limit is reached: ${message}`,
      resetOf(headers, now),
    );
  }
  const other = types.findIndex((type) => type !== 'NOT_FOUND');
  if (types.length > 0 && other === -1) {
    return new GitHubNotFoundError(message, pathOf(first));
  }
  const type = types[other] ?? '';
  const said = textAt(entries[other], 'message') ?? message;
  if (type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES') {
    return new GitHubForbiddenError(`GitHub forbids this: ${said}`);
  }
  if (type === 'UNPROCESSABLE') return new GitHubRejectedError(`GitHub refuses this: ${said}`);
  return new GitHubUnavailableError(`GitHub could not answer: ${said}`);
}

function isLimit(headers: Fields, message: string): boolean {
  return (
    headers['x-ratelimit-remaining'] === '0' ||
    headers['retry-after'] !== undefined ||
    /rate limit/i.test(message)
  );
}

/** When to ask again: `retry-after` (seconds), else the hour's reset, else in a minute. */
function resetOf(headers: Fields, now: number): Date {
  const retryAfter = Number(headers['retry-after']);
  if (Number.isFinite(retryAfter) && headers['retry-after'] !== undefined) {
    return new Date(now + retryAfter * 1000);
  }
  const reset = Number(headers['x-ratelimit-reset']);
  return new Date(Number.isFinite(reset) && reset > 0 ? reset * 1000 : now + 60_000);
}

function isTimeout(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return [error, cause].some(
    (thing) => thing instanceof Error && /^(AbortError|TimeoutError)$/.test(thing.name),
  );
}

function pathOf(entry: unknown): string {
  const path = valueAt(entry, 'path');
  return Array.isArray(path) ? path.join('.') : '';
}
