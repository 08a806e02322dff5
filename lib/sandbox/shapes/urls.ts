/** Addresses inside the embedded GitHub. */
import type { Comment, Issue, Repository, User } from '../model';
import { fullName, type Store } from '../store';

/** Under which layout an answer's addresses are spelled. */
export interface Context {
  store: Store;
  /** Base of the REST API, without a trailing slash. */
  apiUrl: string;
}

export function avatarUrl(store: Store, user: User | null, size?: number): string {
  const query = size ? `?v=4&s=${size}` : '?v=4';
  return `${store.origin}/avatars/u/${user?.id ?? GHOST_ID}${query}`;
}

/** GitHub's own ghost account. */
export const GHOST_ID = 10_137;

export function userHtmlUrl(store: Store, user: User): string {
  if (user.type !== 'Bot') return `${store.origin}/${user.login}`;
  return `${store.origin}/apps/${user.login.replace(/\[bot\]$/, '')}`;
}

export function repositoryHtmlUrl(store: Store, repository: Repository): string {
  return `${store.origin}/${fullName(store, repository)}`;
}

export function repositoryApiUrl({ store, apiUrl }: Context, repository: Repository): string {
  return `${apiUrl}/repos/${fullName(store, repository)}`;
}

export function issueHtmlUrl(store: Store, repository: Repository, issue: Issue): string {
  const kind = issue.pullRequest ? 'pull' : 'issues';
  return `${repositoryHtmlUrl(store, repository)}/${kind}/${issue.number}`;
}

export function commentHtmlUrl(
  store: Store,
  repository: Repository,
  issue: Issue,
  comment: Comment,
): string {
  return `${issueHtmlUrl(store, repository, issue)}#issuecomment-${comment.id}`;
}
