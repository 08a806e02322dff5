/**
 * One delivery from beginning to end: what happened, what GitHub says now, which pages are stale,
 * render them, let the bot speak. The result is the same whether deliveries come twice, late or in
 * another order, because GitHub's present state decides, never the payload.
 */
import type { Announcer } from '../bot/announce';
import { GitHubError, GitHubForbiddenError, GitHubNotFoundError } from '../github/errors';
import type { IssueWithComments } from '../github/get-issue';
import type { Blog } from '../posts/blog';
import { listPublished } from '../posts/list-posts';
import type { PostSummary } from '../posts/post';
import type { IndexState } from '../posts/post-index';
import { changedTexts } from '../webmention/plan-mentions';
import type { MentionSender } from '../webmention/send-mentions';
import { toEvent } from './event';
import { changedFeeds, pingHub } from './ping-hub';
import { planRevalidation } from './plan';
import { type IssueEvent, readSettled, StaleReadError } from './read-settled';
import type { Delivery } from './receive';
import type { Refresher, Revalidate } from './refresh';

export interface DeliveryTools {
  blog: Blog;
  announcer: Announcer | null;
  refresher: Refresher;
  revalidate: Revalidate;
  /** Tells open previews of an issue what they should show now; null is an issue that is gone. */
  refreshPreview: (number: number, issue: IssueWithComments | null) => Promise<void>;
  /** Tells the pages that posts link to; null where that is switched off. */
  mentions: MentionSender | null;
  /** Paths that an earlier delivery could not refresh; every later one tries them again. */
  pending: Set<string>;
}

export interface DeliveryResult {
  /** 200, or 503 when something is still to do and a redelivery would do it. */
  status: 200 | 503;
  /** A sentence for GitHub's delivery log; no secret in it. */
  message: string;
  paths: string[];
}

/** GitHub gives up after 10 s; milliseconds. */
const TIME_TO_ANSWER = 8_500;

/** @throws nothing: whatever fails is a 503 that says so */
export async function handleDelivery(
  delivery: Delivery,
  tools: DeliveryTools,
): Promise<DeliveryResult> {
  const deadline = Date.now() + TIME_TO_ANSWER;
  const { blog, announcer, pending, refresher, revalidate } = tools;
  const event = toEvent(delivery.name, delivery.payload, blog.github.repository);
  if (event.kind === 'ignored') {
    return { status: 200, message: `Nothing to do: ${event.why}.`, paths: [] };
  }
  try {
    if (event.kind === 'announced') {
      await blog.issues.read(event.number, 0);
      return await speak(event.number, announcer, []);
    }
    const [issue] = await Promise.all([
      event.kind === 'lists-changed' ? null : readSettled(event, settledBy(blog)),
      blog.index.sync(0),
    ]);
    if (event.kind === 'lists-changed') {
      if (event.renamedLabel) {
        blog.tagRenames.remember(event.renamedLabel.from, event.renamedLabel.to);
      }
      await blog.index.rename();
      blog.issues.forget();
    } else {
      takeIn(blog, event, issue);
      await tools.refreshPreview(event.number, issue);
    }
    const commentIds = (issue?.comments ?? []).map((comment) => Number(comment.fullDatabaseId));
    const { before, after } = blog.index.takeChanges();
    const surroundings = {
      before: before && publishedNow(before),
      after: publishedNow(after),
      commentIds,
    };
    const paths = [...new Set([...planRevalidation(event, surroundings), ...pending])];
    // From here on they are this delivery's; only what it cannot refresh goes back.
    pending.clear();
    const failed = await refresher.refresh(paths, revalidate, deadline, (path) =>
      isAnotherPost(path, event.kind === 'lists-changed' ? null : event.number),
    );
    for (const path of failed) pending.add(path);
    if (failed.length > 0) {
      return { status: 503, message: `Could not refresh ${inShort(failed)}`, paths };
    }
    const { websubHub, site } = blog.config;
    if (websubHub && before) {
      const feeds = changedFeeds(surroundings.before ?? [], surroundings.after, site.url);
      void pingHub(websubHub, feeds);
    }
    const edited = changedTexts(surroundings.before ?? [], surroundings.after);
    const own = event.kind === 'lists-changed' ? [] : [event.number];
    tools.mentions?.follow(surroundings.before ? [...own, ...edited] : own);
    return await speak(event.kind === 'lists-changed' ? null : event.number, announcer, paths);
  } catch (error) {
    return { status: 503, message: reasonOf(error), paths: [] };
  }
}

/**
 * A post that only names the one that changed, beside or below its text. Rendering it takes a call to
 * GitHub, which whoever reads it next is worth and nobody else.
 */
function isAnotherPost(path: string, number: number | null): boolean {
  const found = /^\/post\/(\d+)/.exec(path);
  return found !== null && Number(found[1]) !== number;
}

/** A delivery's answer is read by people. */
function inShort(paths: readonly string[]): string {
  const more = paths.length - 50;
  return `${paths.slice(0, 50).join(' ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function settledBy(blog: Blog) {
  return { read: (number: number) => blog.issues.read(number, 0) };
}

function takeIn(blog: Blog, event: IssueEvent, issue: IssueWithComments | null): void {
  if (issue) blog.index.put(issue);
  else blog.index.remove(event.number);
}

function publishedNow(state: IndexState | null): PostSummary[] {
  return state ? listPublished(state, Date.now()) : [];
}

/**
 * A bot that may not comment must not fail every delivery: the pages are right without it. Nor has
 * it anything to say about an issue that went meanwhile.
 */
async function speak(
  number: number | null,
  announcer: Announcer | null,
  paths: string[],
): Promise<DeliveryResult> {
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

function reasonOf(error: unknown): string {
  if (error instanceof GitHubError || error instanceof StaleReadError) return error.message;
  return `Something went wrong here: ${error instanceof Error ? error.message : 'no reason'}`;
}
