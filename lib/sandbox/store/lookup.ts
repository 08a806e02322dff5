/** Finding records. Names, logins and labels are compared without case, as GitHub compares them. */
import type { Comment, Issue, Label, Milestone, Repository, User } from '../model';
import type { Store } from './core';
import { notFound, SandboxError } from './errors';
import { type NodeReference, nodeId, parseNodeId } from './node-ids';

export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export function findUser(store: Store, login: string): User | null {
  for (const user of store.data.users.values()) if (sameName(user.login, login)) return user;
  return null;
}

/** Null for a deleted account. */
export function userById(store: Store, id: number | null): User | null {
  return id === null ? null : (store.data.users.get(id) ?? null);
}

/** GraphQL's spelling: bots lose their `[bot]`. */
export function graphqlLogin(user: User): string {
  return user.type === 'Bot' ? user.login.replace(/\[bot\]$/, '') : user.login;
}

export function ownerOf(store: Store, repository: Repository): User {
  const owner = userById(store, repository.ownerId);
  if (!owner) throw new Error(`The repository ${repository.name} has lost its owner.`);
  return owner;
}

export function fullName(store: Store, repository: Repository): string {
  return `${ownerOf(store, repository).login}/${repository.name}`;
}

/** Follows former names, as GitHub redirects them. Does not ask who may see it. */
export function findRepository(store: Store, owner: string, name: string): Repository | null {
  const wanted = `${owner}/${name}`;
  let former: Repository | null = null;
  for (const repository of store.data.repositories.values()) {
    if (sameName(fullName(store, repository), wanted)) return repository;
    if (repository.formerNames.some((old) => sameName(old, wanted))) former = repository;
  }
  return former;
}

export function repositoryById(store: Store, id: number): Repository {
  const repository = store.data.repositories.get(id);
  if (!repository) throw notFound();
  return repository;
}

/** Of an issue, comment, label or milestone. */
export function repositoryOf(store: Store, record: { repositoryId: number }): Repository {
  return repositoryById(store, record.repositoryId);
}

/** An issue or a pull request by number; null if there is none, or no longer. */
export function findIssue(store: Store, repository: Repository, number: number): Issue | null {
  const id = store.data.issueNumbers.get(`${repository.id}/${number}`);
  return id === undefined ? null : (store.data.issues.get(id) ?? null);
}

/** Where a transferred issue is now; null if that number was never transferred. */
export function findTransferred(store: Store, repository: Repository, number: number) {
  const id = store.data.transferredNumbers.get(`${repository.id}/${number}`);
  return id === undefined ? null : (store.data.issues.get(id) ?? null);
}

/** @throws SandboxError `gone` for a deleted issue, `not-found` otherwise */
export function requireIssue(store: Store, repository: Repository, number: number): Issue {
  const issue = findIssue(store, repository, number);
  if (issue) return issue;
  if (store.data.deletedNumbers.has(`${repository.id}/${number}`)) {
    throw new SandboxError('gone', 'This issue was deleted');
  }
  throw notFound();
}

/** The present form of an issue that may have changed since it was read. */
export function currentIssue(store: Store, issue: { id: number }): Issue {
  const current = store.data.issues.get(issue.id);
  if (!current) throw notFound();
  return current;
}

export function currentComment(store: Store, comment: { id: number }): Comment {
  const current = store.data.comments.get(comment.id);
  if (!current) throw notFound();
  return current;
}

export function issueOf(store: Store, comment: Comment): Issue {
  return currentIssue(store, { id: comment.issueId });
}

/** Issues and pull requests of a repository, by number. */
export function listIssues(store: Store, repository: Repository): Issue[] {
  return [...store.data.issues.values()]
    .filter((issue) => issue.repositoryId === repository.id)
    .sort((a, b) => a.number - b.number);
}

/** Oldest first. */
export function commentsOf(store: Store, issue: Issue): Comment[] {
  return present(issue.commentIds.map((id) => store.data.comments.get(id)));
}

export function labelsOf(store: Store, issue: Issue): Label[] {
  return present(issue.labelIds.map((id) => store.data.labels.get(id)));
}

export function assigneesOf(store: Store, issue: Issue): User[] {
  return present(issue.assigneeIds.map((id) => store.data.users.get(id)));
}

export function milestoneOf(store: Store, issue: Issue): Milestone | null {
  return issue.milestoneId === null ? null : (store.data.milestones.get(issue.milestoneId) ?? null);
}

export function isPinned(store: Store, issue: Issue): boolean {
  return repositoryOf(store, issue).pinned.some(({ issueId }) => issueId === issue.id);
}

/** By name. */
export function listLabels(store: Store, repository: Repository): Label[] {
  return [...store.data.labels.values()]
    .filter((label) => label.repositoryId === repository.id)
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

export function findLabel(store: Store, repository: Repository, name: string): Label | null {
  for (const label of store.data.labels.values()) {
    if (label.repositoryId === repository.id && sameName(label.name, name)) return label;
  }
  return null;
}

/** By number. */
export function listMilestones(store: Store, repository: Repository): Milestone[] {
  return [...store.data.milestones.values()]
    .filter((milestone) => milestone.repositoryId === repository.id)
    .sort((a, b) => a.number - b.number);
}

export function findMilestone(store: Store, repository: Repository, number: number) {
  return listMilestones(store, repository).find((one) => one.number === number) ?? null;
}

export type Node =
  | { type: 'User'; record: User }
  | { type: 'Repository'; record: Repository }
  | { type: 'Issue'; record: Issue }
  | { type: 'IssueComment'; record: Comment }
  | { type: 'Label'; record: Label }
  | { type: 'Milestone'; record: Milestone };

/** What a node id stands for; accounts of every kind are `User` here. Null for an unknown one. */
export function findNode(store: Store, id: string): Node | null {
  const reference = parseNodeId(id);
  return reference ? nodeOf(store, reference) : null;
}

function nodeOf(store: Store, { type, id }: NodeReference): Node | null {
  const { users, repositories, issues, comments, labels, milestones } = store.data;
  switch (type) {
    case 'User':
    case 'Bot':
    case 'Organization':
    case 'Mannequin':
      return wrap('User', users.get(id));
    case 'Repository':
      return wrap('Repository', repositories.get(id));
    case 'Issue':
    case 'PullRequest':
      return wrap('Issue', issues.get(id));
    case 'IssueComment':
      return wrap('IssueComment', comments.get(id));
    case 'Label':
      return wrap('Label', labels.get(id));
    case 'Milestone':
      return wrap('Milestone', milestones.get(id));
    default:
      return null;
  }
}

function wrap<Type, Record>(type: Type, record: Record | undefined) {
  return record === undefined ? null : { type, record };
}

export function userNodeId(user: User): string {
  return nodeId(user.type, user.id);
}

export function issueNodeId(issue: Issue): string {
  return nodeId(issue.pullRequest ? 'PullRequest' : 'Issue', issue.id, issue.repositoryId);
}

function present<T>(records: readonly (T | undefined)[]): T[] {
  return records.filter((record): record is T => record !== undefined);
}
