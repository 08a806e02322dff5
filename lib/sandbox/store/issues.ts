/** Opening, editing, deleting and transferring issues. */
import type { Actor, Issue, PullRequestPart, Repository, StateReason } from '../model';
import { setAssignees, setMilestone } from './assignment';
import { mutate, nextId, type Store, timestamp } from './core';
import { forbidden, invalid } from './errors';
import { emitAbout, issueEvent, putIssue } from './issue-records';
import { ensureLabels, setLabels } from './labelling';
import { currentIssue, findLabel, findMilestone, repositoryById, repositoryOf } from './lookup';
import { actorPermission, isAtLeast, mayEdit, requireParticipation } from './permissions';
import { replaceRepository } from './repositories';
import { checkedBody, checkedTitle, withEdit } from './text';

export interface IssueInput {
  title: string;
  body?: string | null;
  /** Names. Dropped without a word when the actor may not label. */
  labels?: readonly string[];
  /** Labels of the issue template it is written from, which reach it whoever writes. */
  templateLabels?: readonly string[];
  /** Logins; the same as with labels. */
  assignees?: readonly string[];
  /** A milestone's number; the same as with labels. */
  milestone?: number | null;
  pullRequest?: PullRequestPart;
}

/** Opens an issue: one `opened`, then one `labeled` for each label it comes with. */
export function createIssue(
  store: Store,
  actor: Actor,
  record: Repository,
  input: IssueInput,
): Issue {
  requireParticipation(store, record, actor);
  const title = checkedTitle(input.title);
  const body = checkedBody(input.body ?? null);
  const trusted = isAtLeast(actorPermission(store, record, actor), 'triage');
  if (trusted && input.milestone && !findMilestone(store, record, input.milestone)) {
    throw invalid('Issue', 'milestone', 'invalid');
  }
  return mutate(store, () => {
    const asked = trusted ? ensureLabels(store, actor, record, input.labels ?? []) : [];
    const given = (input.templateLabels ?? []).flatMap(
      (name) => findLabel(store, record, name) ?? [],
    );
    const labels = [...new Set([...asked, ...given])];
    const repository = repositoryById(store, record.id);
    const time = timestamp(store);
    const issue: Issue = {
      id: nextId(store, 'issue'),
      repositoryId: repository.id,
      number: repository.nextNumber,
      title,
      body,
      authorId: actor.user.id,
      state: 'open',
      stateReason: null,
      labelIds: labels.map(({ id }) => id),
      assigneeIds: [],
      milestoneId: null,
      commentIds: [],
      locked: false,
      lockReason: null,
      createdAt: time,
      updatedAt: time,
      closedAt: null,
      closedById: null,
      lastEditedAt: null,
      editorId: null,
      edits: [],
      reactions: [],
      events: labels.map((label) =>
        issueEvent(store, actor, 'labeled', { label: { name: label.name, color: label.color } }),
      ),
      pullRequest: input.pullRequest ?? null,
      appId: actor.app?.id ?? null,
    };
    replaceRepository(store, { ...repository, nextNumber: repository.nextNumber + 1 });
    store.data.issueNumbers.set(`${repository.id}/${issue.number}`, issue.id);
    putIssue(store, issue);
    emitAbout(store, actor, issue, { action: 'opened' });
    for (const label of labels) emitAbout(store, actor, issue, { action: 'labeled', label });
    if (trusted && input.assignees?.length) setAssignees(store, actor, issue, input.assignees);
    if (trusted && input.milestone) setMilestone(store, actor, issue, input.milestone);
    return currentIssue(store, issue);
  });
}

export interface IssuePatch {
  title?: string;
  body?: string | null;
  state?: 'open' | 'closed';
  stateReason?: StateReason | null;
  /** The whole new set, by name. */
  labels?: readonly string[];
  /** The whole new list, by login. */
  assignees?: readonly string[];
  /** A milestone's number; null takes it away. */
  milestone?: number | null;
}

/**
 * Edits an issue. Labels, assignees and milestone are dropped without a word when the actor may
 * only edit, as REST does.
 * @throws SandboxError `forbidden` for a stranger, `unprocessable` for a bad title or body
 */
export function updateIssue(
  store: Store,
  actor: Actor,
  record: { id: number },
  patch: IssuePatch,
): Issue {
  const issue = currentIssue(store, record);
  const repository = repositoryOf(store, issue);
  requireParticipation(store, repository, actor);
  const trusted = isAtLeast(actorPermission(store, repository, actor), 'triage');
  const rewrites = patch.title !== undefined || patch.body !== undefined;
  const allowed = mayEdit(store, repository, actor, issue) || (trusted && !rewrites);
  if (!allowed) throw forbidden();
  const title = patch.title === undefined ? undefined : checkedTitle(patch.title);
  const body = patch.body === undefined ? undefined : checkedBody(patch.body);
  if (trusted && patch.milestone && !findMilestone(store, repository, patch.milestone)) {
    throw invalid('Issue', 'milestone', 'invalid');
  }
  return mutate(store, () => {
    if (title !== undefined || body !== undefined) rewrite(store, actor, issue, title, body);
    if (patch.state) setState(store, actor, issue, patch.state, patch.stateReason ?? null);
    if (trusted && patch.labels) setLabels(store, actor, issue, patch.labels);
    if (trusted && patch.assignees) setAssignees(store, actor, issue, patch.assignees);
    if (trusted && patch.milestone !== undefined) {
      setMilestone(store, actor, issue, patch.milestone);
    }
    return currentIssue(store, issue);
  });
}

function rewrite(
  store: Store,
  actor: Actor,
  record: Issue,
  title: string | undefined,
  body: string | null | undefined,
): void {
  const before = currentIssue(store, record);
  const newTitle = title !== undefined && title !== before.title ? title : undefined;
  const newBody = body !== undefined && body !== before.body ? body : undefined;
  if (newTitle === undefined && newBody === undefined) return;
  const time = timestamp(store);
  const issue = putIssue(store, {
    ...before,
    ...(newTitle !== undefined && {
      title: newTitle,
      events: [
        ...before.events,
        issueEvent(store, actor, 'renamed', { rename: { from: before.title, to: newTitle } }),
      ],
    }),
    ...(newBody !== undefined && {
      body: newBody,
      lastEditedAt: time,
      editorId: actor.user.id,
      edits: withEdit(store, actor, before, newBody ?? ''),
    }),
    updatedAt: time,
  });
  emitAbout(store, actor, issue, {
    action: 'edited',
    changes: {
      ...(newTitle !== undefined && { title: before.title }),
      ...(newBody !== undefined && { body: before.body }),
    },
  });
}

function setState(
  store: Store,
  actor: Actor,
  record: Issue,
  state: 'open' | 'closed',
  reason: StateReason | null,
): void {
  const before = currentIssue(store, record);
  if (before.state === state) return;
  const time = timestamp(store);
  const closing = state === 'closed';
  const issue = putIssue(store, {
    ...before,
    state,
    stateReason: closing ? (reason ?? 'completed') : 'reopened',
    closedAt: closing ? time : null,
    closedById: closing ? actor.user.id : null,
    events: [...before.events, issueEvent(store, actor, closing ? 'closed' : 'reopened')],
    updatedAt: time,
  });
  emitAbout(store, actor, issue, { action: closing ? 'closed' : 'reopened' });
}
