/** Comments on an issue. Whatever happens to one moves the issue's `updatedAt`. */
import type { Actor, Comment, Issue, MinimizedReason } from '../model';
import { emit, mutate, nextId, type Store, timestamp } from './core';
import { forbidden, invalid } from './errors';
import type { IssueCommentEvent } from './events';
import { putIssue } from './issue-records';

import { currentComment, currentIssue, issueOf, repositoryOf } from './lookup';
import {
  actorPermission,
  isAtLeast,
  mayDiscuss,
  mayEdit,
  requireParticipation,
} from './permissions';
import { checkedBody, withEdit } from './text';

/** @throws SandboxError `forbidden` on a locked issue, `unprocessable` for a blank or long body */
export function createComment(
  store: Store,
  actor: Actor,
  record: { id: number },
  text: string,
): Comment {
  const issue = currentIssue(store, record);
  const repository = repositoryOf(store, issue);
  requireParticipation(store, repository, actor);
  if (!mayDiscuss(store, repository, actor, issue)) {
    throw forbidden('Unable to create comment because issue is locked.');
  }
  const body = checkedText(text);
  const time = timestamp(store);
  const comment: Comment = {
    id: nextId(store, 'comment'),
    repositoryId: issue.repositoryId,
    issueId: issue.id,
    authorId: actor.user.id,
    body,
    createdAt: time,
    updatedAt: time,
    lastEditedAt: null,
    editorId: null,
    edits: [],
    reactions: [],
    minimizedReason: null,
    appId: actor.app?.id ?? null,
  };
  return mutate(store, () => {
    putComment(store, comment);
    const commented = { ...issue, commentIds: [...issue.commentIds, comment.id], updatedAt: time };
    putIssue(store, commented);
    emitAboutComment(store, actor, commented, comment, { action: 'created' });
    return comment;
  });
}

export function updateComment(
  store: Store,
  actor: Actor,
  record: { id: number },
  text: string,
): Comment {
  const before = currentComment(store, record);
  const issue = requireEditable(store, actor, before);
  const body = checkedText(text);
  const time = timestamp(store);
  if (body === before.body) return before;
  return mutate(store, () => {
    const comment = putComment(store, {
      ...before,
      body,
      updatedAt: time,
      lastEditedAt: time,
      editorId: actor.user.id,
      edits: withEdit(store, actor, before, body),
    });
    const touched = putIssue(store, { ...issue, updatedAt: time });
    const changes = { body: before.body };
    emitAboutComment(store, actor, touched, comment, { action: 'edited', changes });
    return comment;
  });
}

export function deleteComment(store: Store, actor: Actor, record: { id: number }): void {
  const comment = currentComment(store, record);
  const issue = requireEditable(store, actor, comment);
  mutate(store, () => {
    store.data.comments.delete(comment.id);
    const commentIds = issue.commentIds.filter((id) => id !== comment.id);
    const touched = putIssue(store, { ...issue, commentIds, updatedAt: timestamp(store) });
    emitAboutComment(store, actor, touched, comment, { action: 'deleted' });
  });
}

/**
 * Folds a comment away, or shows it again with null. GitHub has no event of its own for it:
 * `issue_comment.edited` arrives with the text unchanged.
 */
export function minimizeComment(
  store: Store,
  actor: Actor,
  record: { id: number },
  reason: MinimizedReason | null,
): Comment {
  const before = currentComment(store, record);
  const issue = issueOf(store, before);
  const repository = repositoryOf(store, issue);
  requireParticipation(store, repository, actor);
  const own = before.authorId === actor.user.id;
  if (!own && !isAtLeast(actorPermission(store, repository, actor), 'triage')) throw forbidden();
  if (before.minimizedReason === reason) return before;
  return mutate(store, () => {
    const time = timestamp(store);
    const comment = putComment(store, { ...before, minimizedReason: reason, updatedAt: time });
    const touched = putIssue(store, { ...issue, updatedAt: time });
    const changes = { body: before.body };
    emitAboutComment(store, actor, touched, comment, { action: 'edited', changes });
    return comment;
  });
}

/** Makes a comment belong to nobody, as after deleting an account. */
export function disownComment(store: Store, record: { id: number }): Comment {
  return mutate(store, () =>
    putComment(store, { ...currentComment(store, record), authorId: null }),
  );
}

export function putComment(store: Store, comment: Comment): Comment {
  store.data.comments.set(comment.id, comment);
  return comment;
}

function requireEditable(store: Store, actor: Actor, comment: Comment): Issue {
  const issue = issueOf(store, comment);
  const repository = repositoryOf(store, issue);
  requireParticipation(store, repository, actor);
  if (!mayEdit(store, repository, actor, comment)) throw forbidden();
  return issue;
}

type WithoutSubject<Event> = Event extends unknown
  ? Omit<Event, 'event' | 'issue' | 'comment'>
  : never;

/** Comments on pull requests arrive as `issue_comment` too. */
function emitAboutComment(
  store: Store,
  actor: Actor,
  issue: Issue,
  comment: Comment,
  happened: WithoutSubject<IssueCommentEvent>,
): void {
  const repository = repositoryOf(store, issue);
  emit(store, { event: 'issue_comment', repository, actor, issue, comment, ...happened });
}

function checkedText(text: string): string {
  if (!text.trim()) {
    throw invalid('IssueComment', 'body', 'custom', "body can't be blank");
  }
  return checkedBody(text, 'IssueComment');
}
