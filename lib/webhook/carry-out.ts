/**
 * What happened to the blog, carried out: read what GitHub says now, find the pages that show
 * something else, render them, let the bot speak. Deliveries and reconciliation both end here.
 */
import type { Announcer } from '../bot/announce';
import { GitHubError, GitHubForbiddenError, GitHubNotFoundError } from '../github/errors';
import type { IssueWithComments } from '../github/get-issue';
import type { Blog } from '../posts/blog';
import type { DeliveryTools } from './delivery-tools';
import type { BlogEvent, PostChanged } from './event';
import { type IssueEvent, readSettled, StaleReadError } from './read-settled';
import { refreshChanged } from './refresh-changed';

export interface Outcome {
  /** 200, or 503 when something is still to do and doing it again would help. */
  status: 200 | 503;
  /** A sentence for GitHub's delivery log; no secret in it. */
  message: string;
  paths: string[];
}

export interface CarryOutOptions {
  /** When to have answered, in milliseconds since the epoch. */
  deadline: number;
  /** The list of posts was brought up to date a moment ago. */
  isSynced?: boolean;
  /** Always asks GitHub unless told otherwise. */
  read?: (number: number) => Promise<IssueWithComments | null>;
}

/** How long an issue that was read is good enough for another label of it; milliseconds. */
const SEEN_FOR = 2_000;

/** @throws GitHubError, StaleReadError */
export async function carryOut(
  event: Exclude<BlogEvent, { kind: 'ignored' }>,
  tools: DeliveryTools,
  options: CarryOutOptions,
): Promise<Outcome> {
  const { blog, attended } = tools;
  const { deadline, isSynced = false, read = (number) => blog.issues.read(number, 0) } = options;
  if (event.kind === 'announced') {
    const isKnown = await tools.announcer?.wrote(event.number, event.commentId);
    if (isKnown) return { status: 200, message: 'Done.', paths: [] };
    const issue = await blog.issues.read(event.number, 0);
    if (issue) blog.index.put(issue);
    return speak(event.number, tools.announcer, []);
  }
  const number = event.kind === 'lists-changed' ? null : event.number;
  const known = number === null ? null : commentIdsOf(blog, number);
  const seen = event.kind === 'post-changed' ? seenLabelled(blog, event) : null;
  const [issue] = await Promise.all([
    event.kind === 'lists-changed' ? null : (seen ?? readSettled(event, { read })),
    isSynced || seen ? null : blog.index.sync(0),
  ]);
  if (event.kind === 'lists-changed') {
    if (event.renamedLabel) {
      blog.tagRenames.remember(event.renamedLabel.from, event.renamedLabel.to);
      void blog.instances?.tell({ kind: 'label-renamed', ...event.renamedLabel });
    }
    await blog.index.rename();
    blog.issues.forget();
  } else {
    takeIn(blog, event, issue);
  }
  // An open preview leads to the post as soon as that is public, where its page has to be by then.
  const isPublic = number !== null && isVisible(blog, number);
  if (number !== null && !isPublic) await tools.refreshPreview(number, issue);
  const now = (issue?.comments ?? []).map((comment) => Number(comment.fullDatabaseId));
  const commentIds = [...new Set([...(known ?? []), ...now])];
  const { paths, failed } = await refreshChanged(tools, deadline, { event, commentIds });
  if (failed.length > 0) {
    return { status: 503, message: `Could not refresh ${inShort(failed)}`, paths };
  }
  if (isPublic) await tools.refreshPreview(number, issue);
  const outcome = await speak(number, tools.announcer, paths);
  if (number !== null && outcome.status === 200) {
    const reading = readingOf(blog, number, issue);
    attended.note(number, reading);
    void blog.instances?.tell({ kind: 'attended', number, ...reading });
  }
  return outcome;
}

/**
 * The issue as it was read a moment ago, where that shows all that a delivery tells of: a new issue
 * with labels comes with a delivery for each of them, at once.
 */
function seenLabelled(blog: Blog, event: PostChanged): IssueWithComments | null {
  const { number, label, changedAt } = event;
  const last = label && blog.index.peek() ? blog.issues.last(number) : null;
  if (!last || Date.now() - last.readAt > SEEN_FOR) return null;
  const hasLabel = last.labels?.nodes.some((node) => node?.name === label);
  return hasLabel && Date.parse(last.updatedAt) >= changedAt ? last : null;
}

/** The change that pages show now, and when GitHub was asked for it. */
function readingOf(blog: Blog, number: number, issue: IssueWithComments | null) {
  const heard = blog.index.heard().get(number);
  return issue
    ? { updatedAt: Date.parse(issue.updatedAt), readAt: issue.readAt }
    : { updatedAt: heard?.updatedAt ?? 0, readAt: Date.now() };
}

/** Ids of the comments that the pages of a post may still show. */
function commentIdsOf(blog: Blog, number: number): readonly number[] {
  const last = blog.issues.last(number)?.comments ?? [];
  const listed = blog.index.peek()?.comments.get(number)?.ids ?? [];
  return [...listed, ...last.map((comment) => Number(comment.fullDatabaseId))];
}

/** A delivery's answer is read by people. */
function inShort(paths: readonly string[]): string {
  const more = paths.length - 50;
  return `${paths.slice(0, 50).join(' ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function takeIn(blog: Blog, event: IssueEvent, issue: IssueWithComments | null): void {
  if (issue) blog.index.put(issue);
  else blog.index.remove(event.number);
}

/** Whether readers may see the post, as far as is known. */
function isVisible({ index }: Blog, number: number): boolean {
  const post = index.peek()?.posts.get(number);
  return post !== undefined && Date.parse(post.publishedAt) <= Date.now();
}

/**
 * A bot that may not comment must not fail every delivery: the pages are right without it. Nor has
 * it anything to say about an issue that went meanwhile.
 */
async function speak(
  number: number | null,
  announcer: Announcer | null,
  paths: string[],
): Promise<Outcome> {
  const done = paths.length > 0 ? `Refreshed ${inShort(paths)}` : 'Done.';
  if (!announcer || number === null) return { status: 200, message: done, paths };
  try {
    await announcer.announce(number);
    return { status: 200, message: done, paths };
  } catch (error) {
    const isFinal = error instanceof GitHubForbiddenError || error instanceof GitHubNotFoundError;
    const status = isFinal ? 200 : 503;
    return { status, message: `${done} The bot could not comment: ${reasonOf(error)}`, paths };
  }
}

/** What went wrong, as a sentence without secrets. */
export function reasonOf(error: unknown): string {
  if (error instanceof GitHubError || error instanceof StaleReadError) return error.message;
  return `Something went wrong here: ${error instanceof Error ? error.message : 'no reason'}`;
}
