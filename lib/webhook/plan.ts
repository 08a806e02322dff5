/**
 * Which pages a delivery makes stale. Pure: it compares what every page shows before and after, so
 * that a change nobody was told of is found with the next one, and adds the event's own addresses,
 * which hold more than a list knows (a body, a discussion).
 */
import { commentPath, homePath, postPath, revisionsPath, slugify } from '../paths';
import { changedPages } from '../posts/listing';
import type { PostSummary } from '../posts/post';
import type { BlogEvent, CommentChanged, CommentGone, PostChanged, PostGone } from './event';

export interface Surroundings {
  /** The published posts before, newest first; null where nothing is known. */
  before: readonly PostSummary[] | null;
  after: readonly PostSummary[];
  /** Ids of the comments that the event's post has (had), for their pages. */
  commentIds: readonly number[];
  postsPerPage: number;
}

/** @returns paths, percent-encoded, without repeats; empty when nothing can have changed */
export function planRevalidation(event: BlogEvent, surroundings: Surroundings): string[] {
  if (event.kind === 'ignored' || event.kind === 'announced') return [];
  const { before, after, postsPerPage } = surroundings;
  const paths = new Set<string>();
  if (event.kind !== 'lists-changed') {
    for (const path of ownPaths(event, surroundings)) paths.add(path);
  }
  paths.add(homePath());
  for (const path of before ? changedPages(before, after, postsPerPage) : []) paths.add(path);
  return [...paths];
}

function ownPaths(
  event: PostChanged | PostGone | CommentChanged | CommentGone,
  { before, after, commentIds }: Surroundings,
): string[] {
  const { number, title } = event;
  const isThis = (post: PostSummary) => post.number === number;
  const known = [before?.find(isThis), after.find(isThis)];
  const titles = [title, ...('previousTitle' in event ? [event.previousTitle] : [])];
  const slugs = [
    '',
    ...titles.flatMap((text) => (text ? [slugify(text)] : [])),
    ...known.flatMap((post) => (post ? [post.slug] : [])),
  ];
  // A comment's page shows the post's title and its own comment, not its neighbours.
  const comments = 'commentId' in event ? [event.commentId] : commentIds;
  return [
    ...slugs.map((slug) => postPath(number, slug)),
    ...comments.map((id) => commentPath(number, id)),
    ...(event.kind === 'post-changed' || event.kind === 'post-gone' ? [revisionsPath(number)] : []),
  ];
}
