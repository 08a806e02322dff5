/**
 * Reads the issue a delivery speaks of until GitHub's answer is at least as new as the delivery.
 * GitHub's replicas lag behind its webhooks, and deliveries come late and out of order.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { IssueWithComments } from '../github/get-issue';
import type { CommentChanged, CommentGone, PostChanged, PostGone } from './event';

export type IssueEvent = PostChanged | PostGone | CommentChanged | CommentGone;

/** GitHub went on answering with the state before the delivery. */
export class StaleReadError extends Error {
  override name = 'StaleReadError';
}

export interface SettledReadOptions {
  /** Always asks GitHub. */
  read: (number: number) => Promise<IssueWithComments | null>;
  wait?: (milliseconds: number) => Promise<void>;
  now?: () => number;
}

/** Milliseconds before each further read: 3.1 s in all, well inside GitHub's 10. */
const PAUSES = [100, 200, 400, 800, 1600];

/** After so many of them, what was there before is taken for gone: 700 ms in all. */
const PAUSES_IN_DOUBT = 3;

/** No replica lags longer; milliseconds, with what clocks differ by. */
const LONGEST_LAG = 20_000;

/**
 * @returns null when there is no such issue
 * @throws StaleReadError when the answer stays older; GitHubError
 */
export async function readSettled(
  event: IssueEvent,
  { read, wait = pause, now = Date.now }: SettledReadOptions,
): Promise<IssueWithComments | null> {
  let issue = await read(event.number);
  const pausesInDoubt = changeOf(event) < now() - LONGEST_LAG ? 0 : pausesFor(event);
  for (const [tries, milliseconds] of PAUSES.entries()) {
    const judgement = judge(event, issue);
    if (judgement === 'current') return issue;
    if (judgement === 'doubtful' && tries >= pausesInDoubt) return issue;
    await wait(milliseconds);
    issue = await read(event.number);
  }
  if (judge(event, issue) === 'stale') {
    throw new StaleReadError(
      `GitHub still answers with issue #${event.number} as it was before the delivery.`,
    );
  }
  return issue;
}

/** When GitHub says that happened what the delivery tells of, in milliseconds. */
function changeOf(event: IssueEvent): number {
  return 'changedAt' in event ? event.changedAt : 0;
}

/** What is new is the likeliest not to be seen yet. */
function pausesFor(event: IssueEvent): number {
  const isNew = 'action' in event && (event.action === 'opened' || event.action === 'created');
  return isNew ? PAUSES.length : PAUSES_IN_DOUBT;
}

/**
 * `doubtful`: what the delivery speaks of is not there, because GitHub lags or because it was
 * deleted since. That is worth waiting for, but not worth failing for.
 */
function judge(
  event: IssueEvent,
  issue: IssueWithComments | null,
): 'current' | 'doubtful' | 'stale' {
  if (event.kind === 'post-gone') return issue ? 'stale' : 'current';
  if (!issue) return event.kind === 'comment-gone' ? 'current' : 'doubtful';
  if (event.kind === 'post-changed') {
    return Date.parse(issue.updatedAt) >= event.changedAt ? 'current' : 'stale';
  }
  const comment = issue.comments.find((node) => Number(node.fullDatabaseId) === event.commentId);
  if (event.kind === 'comment-gone') return comment ? 'stale' : 'current';
  if (!comment) {
    // Newer than the delivery and without the comment: it was deleted since.
    return Date.parse(issue.updatedAt) > event.issueChangedAt ? 'current' : 'doubtful';
  }
  return Date.parse(comment.updatedAt) >= event.changedAt ? 'current' : 'stale';
}
