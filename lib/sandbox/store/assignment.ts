/** Assignees and the milestone of an issue. */
import type { Actor, Issue, User } from '../model';
import { mutate, type Store, timestamp } from './core';
import { invalid } from './errors';
import { emitAbout, issueEvent, putIssue } from './issue-records';
import { currentIssue, findMilestone, findUser, milestoneOf, repositoryOf } from './lookup';
import { isAtLeast, permissionOf, requirePermission } from './permissions';

const MAX_ASSIGNEES = 10;

/** Whether somebody can be assigned: people with a role, and whoever takes part in the issue. */
export function isAssignable(store: Store, record: { id: number }, user: User): boolean {
  const issue = currentIssue(store, record);
  if (isAtLeast(permissionOf(store, repositoryOf(store, issue), user), 'triage')) return true;
  if (issue.authorId === user.id) return true;
  return issue.commentIds.some((id) => store.data.comments.get(id)?.authorId === user.id);
}

export interface AssignOptions {
  /** For a seed: whoever is named, even people without a part in the repository. */
  anyone?: boolean;
}

/** Replaces the list. @param logins those who cannot be assigned are dropped without a word */
export function setAssignees(
  store: Store,
  actor: Actor,
  record: { id: number },
  logins: readonly string[],
  options: AssignOptions = {},
): Issue {
  const issue = currentIssue(store, record);
  const kept = assignable(store, issue, logins, options).map(({ id }) => id);
  const removed = issue.assigneeIds.filter((id) => !kept.includes(id));
  return mutate(store, () => {
    dropAssignees(store, actor, issue, removed);
    return addAssignees(store, actor, issue, logins, options);
  });
}

export function addAssignees(
  store: Store,
  actor: Actor,
  record: { id: number },
  logins: readonly string[],
  options: AssignOptions = {},
): Issue {
  requirePermission(store, repositoryOf(store, currentIssue(store, record)), actor, 'triage');
  return mutate(store, () => {
    for (const assignee of assignable(store, record, logins, options)) {
      const before = currentIssue(store, record);
      if (before.assigneeIds.includes(assignee.id)) continue;
      if (before.assigneeIds.length >= MAX_ASSIGNEES) break;
      const issue = putIssue(store, {
        ...before,
        assigneeIds: [...before.assigneeIds, assignee.id],
        events: [
          ...before.events,
          issueEvent(store, actor, 'assigned', { assigneeId: assignee.id }),
        ],
        updatedAt: timestamp(store),
      });
      emitAbout(store, actor, issue, { action: 'assigned', assignee });
    }
    return currentIssue(store, record);
  });
}

export function removeAssignees(
  store: Store,
  actor: Actor,
  record: { id: number },
  logins: readonly string[],
): Issue {
  const issue = currentIssue(store, record);
  const ids = logins.flatMap((login) => findUser(store, login)?.id ?? []);
  return mutate(store, () => dropAssignees(store, actor, issue, ids));
}

function dropAssignees(
  store: Store,
  actor: Actor,
  record: { id: number },
  ids: readonly number[],
): Issue {
  requirePermission(store, repositoryOf(store, currentIssue(store, record)), actor, 'triage');
  for (const id of ids) {
    const before = currentIssue(store, record);
    if (!before.assigneeIds.includes(id)) continue;
    const issue = putIssue(store, {
      ...before,
      assigneeIds: before.assigneeIds.filter((one) => one !== id),
      events: [...before.events, issueEvent(store, actor, 'unassigned', { assigneeId: id })],
      updatedAt: timestamp(store),
    });
    const assignee = store.data.users.get(id);
    if (assignee) emitAbout(store, actor, issue, { action: 'unassigned', assignee });
  }
  return currentIssue(store, record);
}

function assignable(
  store: Store,
  record: { id: number },
  logins: readonly string[],
  { anyone = false }: AssignOptions,
): User[] {
  return logins.flatMap((login) => {
    const user = findUser(store, login);
    return user && (anyone || isAssignable(store, record, user)) ? user : [];
  });
}

/** Puts an issue into a milestone by number, or takes it out with null. */
export function setMilestone(
  store: Store,
  actor: Actor,
  record: { id: number },
  number: number | null,
): Issue {
  const before = currentIssue(store, record);
  const repository = repositoryOf(store, before);
  requirePermission(store, repository, actor, 'triage');
  const previous = milestoneOf(store, before);
  const next = number === null ? null : findMilestone(store, repository, number);
  if (number !== null && !next) throw invalid('Issue', 'milestone', 'invalid');
  if (previous?.id === next?.id) return before;
  return mutate(store, () => {
    const time = timestamp(store);
    if (previous) {
      const issue = putIssue(store, {
        ...before,
        milestoneId: null,
        events: [
          ...before.events,
          issueEvent(store, actor, 'demilestoned', { milestoneTitle: previous.title }),
        ],
        updatedAt: time,
      });
      emitAbout(store, actor, issue, { action: 'demilestoned', milestone: previous });
    }
    if (next) {
      const cleared = currentIssue(store, before);
      const issue = putIssue(store, {
        ...cleared,
        milestoneId: next.id,
        events: [
          ...cleared.events,
          issueEvent(store, actor, 'milestoned', { milestoneTitle: next.title }),
        ],
        updatedAt: time,
      });
      emitAbout(store, actor, issue, { action: 'milestoned', milestone: next });
    }
    return currentIssue(store, before);
  });
}
