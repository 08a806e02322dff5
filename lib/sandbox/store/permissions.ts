/** Who may do what, as GitHub's table of repository roles says. */
import type { Actor, Issue, Permission, Repository, User } from '../model';
import type { Store } from './core';
import { forbidden, notFound, SandboxError } from './errors';
import { repositoryById, userById } from './lookup';

const ORDER: readonly Permission[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

export function isAtLeast(permission: Permission, needed: Permission): boolean {
  return ORDER.indexOf(permission) >= ORDER.indexOf(needed);
}

/** A user's role; everybody reads a public repository. @param user null for nobody signed in */
export function permissionOf(store: Store, repository: Repository, user: User | null): Permission {
  const { ownerId, collaborators, private: hidden } = repositoryById(store, repository.id);
  if (user?.id === ownerId) return 'admin';
  const listed = collaborators.find(({ userId }) => userId === user?.id)?.permission;
  return listed ?? (hidden ? 'none' : 'read');
}

/**
 * What a token may do: an installation's has `write` where it is installed; a user's through a
 * GitHub App the user's own role, but only where the App is installed.
 */
export function actorPermission(
  store: Store,
  repository: Repository,
  actor: Actor | null,
): Permission {
  const own = permissionOf(store, repository, actor?.user ?? null);
  const { token, app } = actor ?? {};
  if (!token || !app || app.kind === 'oauth-app') return own;
  if (!reachesRepository(store, repository, token.installationId, app.id, token.repositoryIds)) {
    return own === 'none' ? 'none' : 'read';
  }
  return token.kind === 'installation' ? 'write' : own;
}

function reachesRepository(
  store: Store,
  repository: Repository,
  installationId: number | null,
  appId: number,
  repositoryIds: readonly number[] | null,
): boolean {
  if (repositoryIds && !repositoryIds.includes(repository.id)) return false;
  return [...store.installations.values()].some(
    (one) =>
      one.appId === appId &&
      (installationId === null || one.id === installationId) &&
      one.accountId === repository.ownerId &&
      one.suspendedAt === null &&
      (one.repositoryIds === null || one.repositoryIds.includes(repository.id)),
  );
}

/** Whether a user's token comes through an App that is not installed here: GitHub then refuses. */
export function isOutsideInstallation(store: Store, repository: Repository, actor: Actor): boolean {
  const { token, app } = actor;
  if (!token || !app || app.kind === 'oauth-app') return false;
  const { installationId, repositoryIds } = token;
  return !reachesRepository(store, repository, installationId, app.id, repositoryIds);
}

export function canRead(store: Store, repository: Repository, actor: Actor | null): boolean {
  return actorPermission(store, repository, actor) !== 'none';
}

/** @throws SandboxError `not-found` where even reading is not allowed, so that nothing leaks */
export function requirePermission(
  store: Store,
  repository: Repository,
  actor: Actor,
  needed: Permission,
): void {
  const permission = actorPermission(store, repository, actor);
  if (permission === 'none') throw notFound();
  refuseOutsiders(store, repository, actor);
  if (!isAtLeast(permission, needed)) throw forbidden();
  if (repository.archived) {
    throw forbidden('Repository was archived so is read-only.');
  }
}

/** What anybody signed in may do: open an issue, comment, react. */
export function requireParticipation(store: Store, repository: Repository, actor: Actor): void {
  requirePermission(store, repository, actor, 'read');
  if (!repository.hasIssues) throw new SandboxError('gone', 'Issues are disabled for this repo');
}

function refuseOutsiders(store: Store, repository: Repository, actor: Actor): void {
  if (isOutsideInstallation(store, repository, actor)) {
    throw forbidden('Resource not accessible by integration');
  }
}

/** Authors edit their own; writers edit everybody's. */
export function mayEdit(
  store: Store,
  repository: Repository,
  actor: Actor | null,
  record: { authorId: number | null },
): boolean {
  if (!actor || isOutsideInstallation(store, repository, actor)) return false;
  if (record.authorId === actor.user.id) return true;
  return isAtLeast(actorPermission(store, repository, actor), 'write');
}

/** On a locked issue only writers comment and react. */
export function mayDiscuss(
  store: Store,
  repository: Repository,
  actor: Actor | null,
  issue: Issue,
): boolean {
  if (!actor || isOutsideInstallation(store, repository, actor)) return false;
  const permission = actorPermission(store, repository, actor);
  return issue.locked ? isAtLeast(permission, 'write') : isAtLeast(permission, 'read');
}

export type AuthorAssociation = 'OWNER' | 'MEMBER' | 'COLLABORATOR' | 'CONTRIBUTOR' | 'NONE';

/** How an author stands to the repository: OWNER, COLLABORATOR, NONE … */
export function authorAssociation(
  store: Store,
  repository: Repository,
  authorId: number | null,
): AuthorAssociation {
  const user = userById(store, authorId);
  if (!user) return 'NONE';
  const { ownerId, collaborators } = repositoryById(store, repository.id);
  if (user.id === ownerId) return 'OWNER';
  const collaborator = collaborators.some(({ userId }) => userId === user.id);
  if (!collaborator) return 'NONE';
  return userById(store, ownerId)?.type === 'Organization' ? 'MEMBER' : 'COLLABORATOR';
}
