/** Finding what a mutation's input names by node id. */
import type { Actor, Comment, Issue, Label, Repository, User } from '../../model';
import { canRead, findNode, type Node, repositoryOf, type Store } from '../../store';
import { QueryError } from '../errors';

/** An issue or a pull request. @throws QueryError NOT_FOUND */
export function issueById(store: Store, actor: Actor, id: string): Issue {
  const node = visibleNode(store, actor, id);
  if (node?.type !== 'Issue') throw unresolved(id);
  return node.record;
}

/** @throws QueryError NOT_FOUND */
export function commentById(store: Store, actor: Actor, id: string): Comment {
  const node = visibleNode(store, actor, id);
  if (node?.type !== 'IssueComment') throw unresolved(id);
  return node.record;
}

/** @throws QueryError NOT_FOUND */
export function repositoryById(store: Store, actor: Actor, id: string): Repository {
  const node = visibleNode(store, actor, id);
  if (node?.type !== 'Repository') throw unresolved(id);
  return node.record;
}

/** @throws QueryError NOT_FOUND */
export function labelById(store: Store, actor: Actor, id: string): Label {
  const node = visibleNode(store, actor, id);
  if (node?.type !== 'Label') throw unresolved(id);
  return node.record;
}

/** @throws QueryError NOT_FOUND */
export function userById(store: Store, actor: Actor, id: string): User {
  const node = visibleNode(store, actor, id);
  if (node?.type !== 'User') throw unresolved(id);
  return node.record;
}

/** The milestone's number, by which the store knows it. @throws QueryError NOT_FOUND */
export function milestoneNumber(store: Store, actor: Actor, id: string): number {
  const node = visibleNode(store, actor, id);
  if (node?.type !== 'Milestone') throw unresolved(id);
  return node.record.number;
}

/** What can be reacted to. @throws QueryError NOT_FOUND */
export function reactableById(
  store: Store,
  actor: Actor,
  id: string,
): { kind: 'issue' | 'comment'; id: number } {
  const node = visibleNode(store, actor, id);
  if (node?.type === 'Issue') return { kind: 'issue', id: node.record.id };
  if (node?.type === 'IssueComment') return { kind: 'comment', id: node.record.id };
  throw unresolved(id);
}

function visibleNode(store: Store, actor: Actor, id: string): Node | null {
  const node = findNode(store, id);
  if (!node || node.type === 'User') return node;
  const repository = node.type === 'Repository' ? node.record : repositoryOf(store, node.record);
  return canRead(store, repository, actor) ? node : null;
}

function unresolved(id: string): QueryError {
  return new QueryError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
}
