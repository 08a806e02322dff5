/**
 * What a token may do beside what its owner may: a fine-grained token and an App have permissions, a
 * classic token has scopes (GitHub Docs, "Permissions required for fine-grained personal access
 * tokens" and "Scopes for OAuth apps").
 */
import type { Token } from '../model';
import { findRepository, forbidden, notFound, SandboxError } from '../store';
import type { RestRequest } from './router';

interface Right {
  name: string;
  /** Reading a public repository needs none, except of what only its admins see. */
  level: 'read' | 'write';
}

const RESOURCES: readonly (readonly [address: RegExp, permission: string, alsoRead: boolean])[] = [
  [/^\/repos\/[^/]+\/[^/]+\/(issues|labels|milestones|assignees)(\/|$)/, 'issues', false],
  [/^\/repos\/[^/]+\/[^/]+\/contents(\/|$)/, 'contents', false],
  [/^\/repos\/[^/]+\/[^/]+\/hooks(\/|$)/, 'repository_hooks', true],
  [/^\/repos\/[^/]+\/[^/]+$/, 'administration', false],
];

/** @throws SandboxError in the words of GitHub, unless the token has the right the address needs */
export function requireTokenRight(request: RestRequest): void {
  const { token } = request.actor ?? {};
  const right = rightFor(request.method, request.path);
  if (!token || !right) return;
  const given = permissionsOf(request, token);
  if (given) {
    if (covers(given[right.name], right.level) && reaches(request, token)) return;
    const words =
      token.kind === 'personal'
        ? 'Resource not accessible by personal access token'
        : 'Resource not accessible by integration';
    throw forbidden(words);
  }
  // Without a scope that helps, a classic token is told that the thing is not there.
  const scopes = right.name === 'repository_hooks' ? HOOK_SCOPES : WRITE_SCOPES;
  if (!token.scopes.some((scope) => scopes.includes(scope))) throw notFound();
}

const WRITE_SCOPES = ['repo', 'public_repo'];
const HOOK_SCOPES = ['repo', 'public_repo', 'admin:repo_hook', 'write:repo_hook', 'read:repo_hook'];

function rightFor(method: string, path: string): Right | null {
  const isRead = method === 'GET' || method === 'HEAD';
  for (const [address, name, alsoRead] of RESOURCES) {
    if (!address.test(path)) continue;
    if (isRead) return alsoRead ? { name, level: 'read' } : null;
    return { name, level: 'write' };
  }
  return null;
}

/** Null for a token that has scopes. */
function permissionsOf(request: RestRequest, token: Token): Token['permissions'] {
  const { app } = request.actor ?? {};
  return app?.kind === 'github-app' ? app.permissions : token.permissions;
}

function covers(given: string | undefined, needed: Right['level']): boolean {
  return given === 'write' || given === 'admin' || (given === 'read' && needed === 'read');
}

function reaches(request: RestRequest, { repositoryIds }: Token): boolean {
  const { owner = '', repo = '' } = request.params;
  const repository = findRepository(request.store, owner, repo);
  return !repositoryIds || (repository !== null && repositoryIds.includes(repository.id));
}

/** When a personal token ends, as every answer to it says. */
export function expirationHeader(request: RestRequest): Record<string, string> {
  const { token } = request.actor ?? {};
  if (token?.kind !== 'personal' || !token.expiresAt) return {};
  const time = token.expiresAt.replace('T', ' ').replace('Z', ' UTC');
  return { 'github-authentication-token-expiration': time };
}

/** GraphQL's mutations change issues and what belongs to them. @throws SandboxError */
export function requireIssuesWrite(actor: NonNullable<RestRequest['actor']>): void {
  const { token } = actor;
  const given = actor.app?.kind === 'github-app' ? actor.app.permissions : token?.permissions;
  if (!token || !given || covers(given.issues, 'write')) return;
  const kind = token.kind === 'personal' ? 'personal access token' : 'integration';
  throw new SandboxError('forbidden', `Resource not accessible by ${kind}`);
}
