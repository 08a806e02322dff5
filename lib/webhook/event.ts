/**
 * GitHub's deliveries as the few things that can happen to a blog. Pure; the payload begins as
 * `unknown` and only what is checked is used, so that a surprise costs nothing.
 * Source: "Webhook events and payloads" in GitHub's docs.
 */
import { isAnnouncement } from '../bot/marker';
import type { Repository } from '../config';
import { sameName } from '../posts/publication';
import { numberAt, textAt, valueAt } from '../unknown-fields';

export type BlogEvent =
  | PostChanged
  | PostGone
  | CommentChanged
  | CommentGone
  /** A label, milestone or the repository itself: any list may look different. */
  | { kind: 'lists-changed'; why: string; renamedLabel?: { from: string; to: string } }
  /** The bot's own comment appeared: time to see that it is the only one. */
  | { kind: 'announced'; number: number; commentId: number }
  | { kind: 'ignored'; why: string };

/** Something about an issue; whether it is a post is for GitHub to say. */
export interface PostChanged {
  kind: 'post-changed';
  action: string;
  number: number;
  title: string;
  /** Before a retitling; null otherwise. */
  previousTitle: string | null;
  /** When GitHub says the issue last changed, in milliseconds. */
  changedAt: number;
  /** The label that was added, where the delivery tells of nothing else. */
  label?: string;
}

/** Deleted, or moved to another repository. */
export interface PostGone {
  kind: 'post-gone';
  number: number;
  title: string;
}

export interface CommentChanged {
  kind: 'comment-changed';
  action: string;
  number: number;
  title: string;
  commentId: number;
  /** When GitHub says the comment last changed, in milliseconds. */
  changedAt: number;
  /** The same of its issue. */
  issueChangedAt: number;
}

export interface CommentGone {
  kind: 'comment-gone';
  number: number;
  title: string;
  commentId: number;
}

/**
 * @param name the `X-GitHub-Event` header
 * @param payload the verified body
 */
export function toEvent(name: string, payload: unknown, repository: Repository): BlogEvent {
  if (name === 'ping') return { kind: 'ignored', why: 'a ping' };
  if (!isServed(name, payload, repository)) {
    return { kind: 'ignored', why: 'another repository' };
  }
  const action = textAt(payload, 'action') ?? '';
  if (name === 'issues') return issueEvent(action, payload);
  if (name === 'issue_comment') return commentEvent(action, payload);
  if (name === 'label' || name === 'milestone' || name === 'repository') {
    const from = name === 'label' ? textAt(payload, 'changes', 'name', 'from') : null;
    const to = textAt(payload, 'label', 'name');
    const why = `${name} ${action}`;
    return from && to
      ? { kind: 'lists-changed', why, renamedLabel: { from, to } }
      : { kind: 'lists-changed', why };
  }
  return { kind: 'ignored', why: `the event ${name} says nothing to a blog` };
}

function issueEvent(action: string, payload: unknown): BlogEvent {
  const issue = valueAt(payload, 'issue');
  const number = integerAt(issue, 'number');
  if (number === null) return { kind: 'ignored', why: 'an issue without a number' };
  const title = textAt(issue, 'title') ?? '';
  const label = textAt(payload, 'label', 'name');
  if (action === 'deleted' || action === 'transferred') return { kind: 'post-gone', number, title };
  return {
    kind: 'post-changed',
    action,
    number,
    title,
    previousTitle: textAt(payload, 'changes', 'title', 'from'),
    changedAt: timeAt(issue, 'updated_at'),
    ...(action === 'labeled' && label ? { label } : {}),
  };
}

function commentEvent(action: string, payload: unknown): BlogEvent {
  const issue = valueAt(payload, 'issue');
  const comment = valueAt(payload, 'comment');
  const number = integerAt(issue, 'number');
  const commentId = integerAt(comment, 'id');
  if (number === null || commentId === null) {
    return { kind: 'ignored', why: 'a comment without an issue' };
  }
  if (valueAt(issue, 'pull_request')) {
    return { kind: 'ignored', why: 'a comment on a pull request' };
  }
  if (isOurs(comment)) {
    return action === 'created'
      ? { kind: 'announced', number, commentId }
      : { kind: 'ignored', why: "the bot's own comment" };
  }
  const title = textAt(issue, 'title') ?? '';
  if (action === 'deleted') return { kind: 'comment-gone', number, title, commentId };
  const changedAt = timeAt(comment, 'updated_at');
  const issueChangedAt = timeAt(issue, 'updated_at');
  return { kind: 'comment-changed', action, number, title, commentId, changedAt, issueChangedAt };
}

/** By the same rule that keeps the bot's comment off the page; a payload does not say who reads. */
function isOurs(comment: unknown): boolean {
  return isAnnouncement({
    body: textAt(comment, 'body') ?? '',
    authorAssociation: textAt(comment, 'author_association') ?? 'NONE',
    author: textAt(comment, 'user', 'type') === 'Bot' ? { __typename: 'Bot' } : null,
    viewerDidAuthor: false,
  });
}

/** A renamed repository's event carries its new name; the old one is among the changes. */
function isServed(name: string, payload: unknown, repository: Repository): boolean {
  const ours = `${repository.owner}/${repository.name}`;
  const fullName = textAt(payload, 'repository', 'full_name') ?? '';
  if (sameName(fullName, ours)) return true;
  if (name !== 'repository') return false;
  const former = textAt(payload, 'changes', 'repository', 'name', 'from');
  return former !== null && sameName(`${fullName.split('/')[0]}/${former}`, ours);
}

function integerAt(thing: unknown, key: string): number | null {
  const value = numberAt(thing, key);
  return Number.isSafeInteger(value) ? value : null;
}

/** Milliseconds; 0 where there is no time, which every answer of GitHub's is newer than. */
function timeAt(thing: unknown, key: string): number {
  const time = Date.parse(textAt(thing, key) ?? '');
  return Number.isNaN(time) ? 0 : time;
}
