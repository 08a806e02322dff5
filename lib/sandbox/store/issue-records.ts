/** Putting a changed issue in place, and telling about it. */
import type { Actor, Issue, IssueEvent, IssueEventKind } from '../model';
import { emit, nextId, type Store, timestamp } from './core';
import type { IssuesEvent } from './events';
import { repositoryOf } from './lookup';

/** `updatedAt` never goes back, in whatever order a seed tells its story. */
export function putIssue(store: Store, changed: Issue): Issue {
  const before = store.data.issues.get(changed.id)?.updatedAt ?? '';
  const issue = before > changed.updatedAt ? { ...changed, updatedAt: before } : changed;
  store.data.issues.set(issue.id, issue);
  return issue;
}

/** A timeline entry of now. */
export function issueEvent(
  store: Store,
  actor: Actor,
  kind: IssueEventKind,
  detail: Partial<IssueEvent> = {},
): IssueEvent {
  return {
    id: nextId(store, 'event'),
    kind,
    actorId: actor.user.id,
    createdAt: timestamp(store),
    ...detail,
  };
}

type WithoutSubject<Event> = Event extends unknown ? Omit<Event, 'event' | 'issue'> : never;

/** Emits an `issues` event; pull requests have events of their own, which nobody here needs. */
export function emitAbout(
  store: Store,
  actor: Actor,
  issue: Issue,
  happened: WithoutSubject<IssuesEvent>,
): void {
  if (issue.pullRequest) return;
  const repository = repositoryOf(store, issue);
  emit(store, { event: 'issues', repository, actor, issue, ...happened });
}
