/**
 * Tells a WebSub hub which feeds have news, so that it tells their subscribers at once. A hub that
 * cannot be reached fails nothing: readers ask again anyway.
 * Source: WebSub (W3C), section 4; what a publisher sends is up to the hub, and this is what all
 * public ones take.
 */
import { BASE_PATH } from '../base-path';
import { absoluteUrl, authorPath, FEED_FORMATS, feedPath, tagPath } from '../paths';
import { changedLinks } from '../posts/comment-references';
import type { PostSummary } from '../posts/post';

/** Milliseconds. */
const PATIENCE = 3_000;

/**
 * The feeds that hold something else after than before. Pure.
 * @returns absolute addresses
 */
export function changedFeeds(
  before: readonly PostSummary[],
  after: readonly PostSummary[],
  siteUrl: string,
): string[] {
  const shownOf = (post: PostSummary) => {
    const { updatedAt, commentCount, reactionCount, locked, pinned, ...shown } = post;
    return JSON.stringify(shown);
  };
  const renamed = changedLinks(before, after);
  const known = new Map(before.map((post) => [post.number, post]));
  const changed = after.flatMap((post) => {
    const old = known.get(post.number);
    known.delete(post.number);
    const isSame = old === post || (old && shownOf(old) === shownOf(post));
    if (isSame && !post.refersTo.some((number) => renamed.has(number))) return [];
    return old ? [post, old] : [post];
  });
  const posts = [...changed, ...known.values()];
  if (posts.length === 0) return [];
  const lists = new Set([
    BASE_PATH,
    ...posts.flatMap((post) => post.tags.map((tag) => tagPath(tag.slug))),
    ...posts.flatMap((post) => post.authors.map((author) => authorPath(author.login))),
  ]);
  return [...lists].flatMap((list) =>
    FEED_FORMATS.map((format) => absoluteUrl(siteUrl, feedPath(format, list))),
  );
}

/** @param feeds absolute addresses */
export async function pingHub(hubUrl: string, feeds: readonly string[]): Promise<void> {
  if (feeds.length === 0) return;
  const body = new URLSearchParams({ 'hub.mode': 'publish' });
  for (const feed of feeds) {
    body.append('hub.url', feed);
    body.append('hub.topic', feed);
  }
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(hubUrl, { method: 'POST', body, signal });
    if (!response.ok) console.warn(`The WebSub hub answered ${response.status}.`);
  } catch {
    console.warn('The WebSub hub could not be reached.');
  }
}
