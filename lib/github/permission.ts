/**
 * What people may do in the blog's repository, by GitHub's `RepositoryPermission`. Source: "Repository
 * roles for an organization" in GitHub's docs.
 */

/** Null for somebody who may not even read. */
export type ViewerPermission = 'ADMIN' | 'MAINTAIN' | 'WRITE' | 'TRIAGE' | 'READ' | null;

/** More than reading, which in a public repository everybody may. */
export function mayLabel(permission: ViewerPermission): boolean {
  return permission === 'TRIAGE' || mayChangeRepository(permission);
}

/** Whoever may write may make labels, commit files and comment where it is locked, too. */
export function mayChangeRepository(permission: ViewerPermission): boolean {
  return permission === 'ADMIN' || permission === 'MAINTAIN' || permission === 'WRITE';
}
