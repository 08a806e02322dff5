/** Opening, editing, closing, assigning, deleting and transferring issues. */
import type { Actor, StateReason } from '../../model';
import {
  addAssignees,
  createIssue,
  deleteIssue,
  type IssuePatch,
  removeAssignees,
  repositoryOf,
  type Store,
  transferIssue,
  updateIssue,
} from '../../store';
import { isNull, readFlag, readText, readTexts, requireText } from '../arguments';
import { QueryError } from '../errors';
import { findTemplate, type IssueTemplate } from '../templates';
import type { Arguments } from '../types';
import type { Mutation } from './mutation';
import { issueById, labelById, milestoneNumber, repositoryById, userById } from './nodes';

export const issueMutations: Readonly<Record<string, Mutation>> = {
  createIssue(input, store, actor) {
    const repository = repositoryById(store, actor, requireText(input, 'repositoryId'));
    const name = readText(input, 'issueTemplate');
    const template = name ? findTemplate(store, repository, name) : null;
    if (name && !template) {
      throw new QueryError('NOT_FOUND', `Could not resolve to an issue template named '${name}'.`);
    }
    const issue = createIssue(store, actor, repository, {
      title: requireText(input, 'title'),
      body: readText(input, 'body'),
      labels: labelNames(input, store, actor) ?? [],
      templateLabels: template?.labels ?? [],
      assignees: [...(assigneeLogins(input, store, actor) ?? []), ...assigneesOf(template)],
      milestone: milestoneOf(input, store, actor) ?? null,
    });
    return { issue };
  },
  updateIssue(input, store, actor) {
    const issue = issueById(store, actor, requireText(input, 'id'));
    return {
      issue: updateIssue(store, actor, issue, readPatch(input, store, actor)),
      actor: actor.user,
    };
  },
  closeIssue(input, store, actor) {
    const issue = issueById(store, actor, requireText(input, 'issueId'));
    const stateReason = readStateReason(readText(input, 'stateReason'));
    return { issue: updateIssue(store, actor, issue, { state: 'closed', stateReason }) };
  },
  reopenIssue(input, store, actor) {
    const issue = issueById(store, actor, requireText(input, 'issueId'));
    return { issue: updateIssue(store, actor, issue, { state: 'open' }) };
  },
  deleteIssue(input, store, actor) {
    const issue = issueById(store, actor, requireText(input, 'issueId'));
    deleteIssue(store, actor, issue);
    return { repository: repositoryOf(store, issue) };
  },
  transferIssue(input, store, actor) {
    const issue = issueById(store, actor, requireText(input, 'issueId'));
    const destination = repositoryById(store, actor, requireText(input, 'repositoryId'));
    const createLabels = readFlag(input, 'createLabelsIfMissing') ?? false;
    return { issue: transferIssue(store, actor, issue, destination, { createLabels }) };
  },
  addAssigneesToAssignable(input, store, actor) {
    const issue = issueById(store, actor, requireText(input, 'assignableId'));
    const logins = assigneeLogins(input, store, actor) ?? [];
    return { assignable: addAssignees(store, actor, issue, logins) };
  },
  removeAssigneesFromAssignable(input, store, actor) {
    const issue = issueById(store, actor, requireText(input, 'assignableId'));
    const logins = assigneeLogins(input, store, actor) ?? [];
    return { assignable: removeAssignees(store, actor, issue, logins) };
  },
};

function readPatch(input: Arguments, store: Store, actor: Actor): IssuePatch {
  const title = readText(input, 'title');
  const body = readText(input, 'body');
  const state = readText(input, 'state');
  const labels = labelNames(input, store, actor);
  const assignees = assigneeLogins(input, store, actor);
  const milestone = milestoneOf(input, store, actor);
  return {
    ...(title !== null && { title }),
    ...(body !== null && { body }),
    ...(state !== null && { state: state === 'CLOSED' ? 'closed' : 'open' }),
    ...(labels && { labels }),
    ...(assignees && { assignees }),
    ...(milestone !== undefined && { milestone }),
  };
}

/** Undefined where the input does not say; null takes the milestone away. */
function milestoneOf(input: Arguments, store: Store, actor: Actor): number | null | undefined {
  const id = readText(input, 'milestoneId');
  if (id !== null) return milestoneNumber(store, actor, id);
  return isNull(input, 'milestoneId') ? null : undefined;
}

function labelNames(input: Arguments, store: Store, actor: Actor): string[] | null {
  return readTexts(input, 'labelIds')?.map((id) => labelById(store, actor, id).name) ?? null;
}

function assigneeLogins(input: Arguments, store: Store, actor: Actor): string[] | null {
  return readTexts(input, 'assigneeIds')?.map((id) => userById(store, actor, id).login) ?? null;
}

function assigneesOf(template: IssueTemplate | null): string[] {
  return template?.assignees ?? [];
}

function readStateReason(reason: string | null): StateReason {
  if (reason === 'NOT_PLANNED') return 'not_planned';
  return reason === 'DUPLICATE' ? 'duplicate' : 'completed';
}
