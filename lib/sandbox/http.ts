/**
 * What a handler of the embedded GitHub gets and gives. A handler returns null for an address that
 * is not its own, and throws `SandboxError` for what the store refuses.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from './model';
import { SandboxError, type Store } from './store';

export interface SandboxRequest {
  /** In capitals. */
  method: string;
  /** The whole address as it was asked for. */
  url: URL;
  /** Still percent-encoded; `/api/v3` and the `/api` of `/api/graphql` are taken off. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** What to read from: the store, or its lagging replica. Writes must use `primary`. */
  store: Store;
  primary: Store;
  /** Whose token it is; null without one. */
  actor: Actor | null;
  /** The token as it was sent, also when the store does not know it (an App's JWT). */
  token: string | null;
  /** Where the REST API begins for this caller, without a trailing slash: `…` or `…/api/v3`. */
  apiUrl: string;
  /** Where the HTML pages begin, without a trailing slash. */
  origin: string;
}

export interface SandboxResponse {
  status: number;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

export type Handler = (
  request: SandboxRequest,
) => SandboxResponse | null | Promise<SandboxResponse | null>;

export function json(
  status: number,
  value: unknown,
  headers: Record<string, string | string[]> = {},
): SandboxResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

export function html(
  status: number,
  body: string,
  headers: Record<string, string | string[]> = {},
): SandboxResponse {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

export function redirect(location: string, status = 302): SandboxResponse {
  return { status, headers: { location } };
}

/** The request's JSON, or `{}` without a body. @throws SandboxError for what is not JSON */
export function readJson(request: SandboxRequest): unknown {
  if (request.body.length === 0) return {};
  try {
    return JSON.parse(request.body.toString('utf8'));
  } catch {
    throw new SandboxError('bad-request', 'Problems parsing JSON');
  }
}

/** The fields of an HTML form. */
export function readForm(request: SandboxRequest): URLSearchParams {
  return new URLSearchParams(request.body.toString('utf8'));
}
