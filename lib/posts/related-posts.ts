/**
 * Posts to read next. Only the nearest in time under each tag are considered, so that finding them
 * does not grow with the blog, and a new post changes this list on its nearest neighbours alone. Pure.
 */
import { groupPosts } from './group-posts';
import type { PostSummary } from './post';

const RELATED_POSTS = 3;

/** Posts looked at on either side, under each tag. */
const REACH = 3;
/** Tags looked at; a post with a hundred labels is related to everything. */
const TAGS = 8;

/**
 * @param published newest first, as `listPublished` gives it
 * @returns those with the most tags in common first, then the nearest in time
 */
export function relatedPosts(published: readonly PostSummary[], post: PostSummary): PostSummary[] {
  const { tags } = groupPosts(published);
  const time = Date.parse(post.publishedAt);
  const shared = new Map<PostSummary, number>();
  for (const tag of post.tags.slice(0, TAGS)) {
    const posts = tags.get(tag.slug)?.posts ?? [];
    const place = findPlace(posts, post, time);
    const near = posts.slice(Math.max(0, place - REACH), place + REACH + 1);
    for (const other of near) {
      if (other.number !== post.number) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
  }
  return [...shared]
    .sort(
      ([one, count], [other, otherCount]) =>
        otherCount - count ||
        Math.abs(Date.parse(one.publishedAt) - time) -
          Math.abs(Date.parse(other.publishedAt) - time) ||
        other.number - one.number,
    )
    .slice(0, RELATED_POSTS)
    .map(([other]) => other);
}

/** By halving: the list is sorted by time, newest first, then by number. */
function findPlace(posts: readonly PostSummary[], post: PostSummary, time: number): number {
  let low = 0;
  let high = posts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = posts[middle];
    const isBefore =
      other !== undefined &&
      (Date.parse(other.publishedAt) - time || other.number - post.number) > 0;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}
