/** Brings out the posts whose time has come: every page that shows them, then what the bot says. */
import { postPath } from '../paths';
import { listPublished } from '../posts/list-posts';
import { changedPages, listPages } from '../posts/listing';
import type { PostSummary } from '../posts/post';
import type { DeliveryTools } from '../webhook/delivery-tools';

export interface DueOptions {
  /** When this was last done, in milliseconds. */
  since: number;
  /** Milliseconds. */
  now: number;
  /** Posts that are known to have waited for their time. */
  waited: readonly number[];
  /** When to have answered, in milliseconds since the epoch. */
  deadline: number;
}

export interface DueResult {
  /** Numbers of the posts. */
  posts: number[];
  /** Paths that could not be refreshed; empty when all is done. */
  failed: string[];
}

/** @throws GitHubError when GitHub cannot be asked for the newest state of things */
export async function publishDue(
  { blog, announcer, mentions, refresher, refreshPreview, revalidate }: DeliveryTools,
  { since, now, waited, deadline }: DueOptions,
): Promise<DueResult> {
  const state = await blog.index.sync(0);
  const after = listPublished(state, now);
  const due = after.filter((post) => waited.includes(post.number) || cameOut(post, since));
  if (due.length === 0) return { posts: [], failed: [] };
  const paths = changedPages(
    after.filter((post) => !due.includes(post)),
    after,
    blog.config.postsPerPage,
  );
  const own = due.flatMap((post) => [post.path, postPath(post.number, '')]);
  const there = listPages(after, blog.config.postsPerPage);
  const mayLeadAway = (path: string) => !there.has(path);
  const all = [...new Set([...own, ...paths])];
  const failed = await refresher.refresh(all, revalidate, { deadline, mayLeadAway });
  mentions?.follow(due.map((post) => post.number));
  for (const { number } of due) {
    const issue = await blog.issues.read(number, 0);
    await refreshPreview(number, issue);
    if (issue) await announcer?.announce(number);
  }
  return { posts: due.map((post) => post.number), failed };
}

/**
 * Whether a post became visible by itself after a moment. One that changed since its date was seen
 * by a delivery, which did all there was to do.
 */
export function cameOut(post: PostSummary, since: number): boolean {
  const time = Date.parse(post.publishedAt);
  return time > since && Date.parse(post.updatedAt) < time;
}
