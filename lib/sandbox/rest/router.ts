/** A table of REST routes: `['GET', '/repos/:owner/:repo/issues/:number', handler]`. */
import type { SandboxRequest, SandboxResponse } from '../http';
import type { Repository } from '../model';
import type { Context } from '../shapes/urls';
import { canRead, findRepository, notFound, SandboxError, sameName } from '../store';

export interface RestRequest extends SandboxRequest {
  params: Readonly<Record<string, string>>;
  /** For the shapes of the answer. */
  context: Context;
  /** For the shapes of what was just written. */
  written: Context;
}

export type RestHandler = (request: RestRequest) => SandboxResponse | Promise<SandboxResponse>;
export type Route = readonly [method: string, pattern: string, handler: RestHandler];

/** The handler and what its pattern found; null where no route has that address. */
export function matchRoute(routes: readonly Route[], method: string, path: string) {
  const asked = method === 'HEAD' ? 'GET' : method;
  for (const [wanted, pattern, handler] of routes) {
    const params = wanted === asked ? matchPath(pattern, path) : null;
    if (params) return { handler, params };
  }
  return null;
}

/** `:name` takes one segment, `*name` at the end takes the rest. */
function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.replace(/\/$/, '').split('/');
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    if (segment.startsWith('*')) {
      params[segment.slice(1)] = decode(given.slice(index).join('/'));
      return params;
    }
    const value = given[index];
    if (value === undefined) return null;
    if (segment.startsWith(':')) params[segment.slice(1)] = decode(value);
    else if (segment !== value) return null;
  }
  return wanted.length === given.length ? params : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw notFound();
  }
}

export function param(request: RestRequest, name: string): string {
  return request.params[name] ?? '';
}

/** A number in the address. @throws SandboxError `not-found` for what is none */
export function numberParam(request: RestRequest, name: string): number {
  const text = param(request, name);
  if (!/^\d{1,15}$/.test(text)) throw notFound();
  return Number(text);
}

/** The repository of the address, for reading. A former name is a redirect on GitHub. */
export function repositoryParam(request: RestRequest): Repository {
  const { store, actor } = request;
  const repository = findRepository(store, param(request, 'owner'), param(request, 'repo'));
  if (!repository || !canRead(store, repository, actor)) throw notFound();
  return repository;
}

/** Where a former name now leads; null for a present one. */
export function movedTo(request: RestRequest): string | null {
  const repository = repositoryParam(request);
  if (sameName(repository.name, param(request, 'repo'))) return null;
  const rest = request.path.split('/').slice(4).join('/');
  return `${request.apiUrl}/repositories/${repository.id}${rest ? `/${rest}` : ''}`;
}

/** Only those signed in. @throws SandboxError with 401's words, or 404's where GitHub hides */
export function signedIn(request: RestRequest) {
  if (!request.actor) throw new SandboxError('unauthorized', 'Requires authentication');
  return request.actor;
}
