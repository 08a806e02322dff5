/**
 * What lists tell of a post, and no more: a page that carried what nobody sees, such as the second of
 * the last activity, would have to be rendered anew with it.
 */
import type { ListedPost, PostSummary } from './post';

/** Pure. */
export function toListedPost(post: PostSummary): ListedPost {
  const { slug, series, editedAt, updatedAt, locked, canonicalUrl, refersTo, ...listed } = post;
  return listed;
}
