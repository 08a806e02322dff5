/**
 * Which pages a delivery makes stale. Pure: it compares what every page shows before and after, so
 * that a change nobody was told of is found with the next one, and adds the event's own addresses,
 * which hold more than a list knows (a body, a discussion).
 */
import { commentPath, homePath, postPath, revisionsPath, slugify } from '../paths';
import { homeListing } from '../posts/list-posts';
import type { PostLink, PostSummary } from '../posts/post';
import type { BlogEvent, CommentChanged, CommentGone, PostChanged, PostGone } from './event';

export interface Surroundings {
  /** The published posts before, newest first; null where nothing is known. */
  before: readonly PostSummary[] | null;
  after: readonly PostSummary[];
  /** Ids of the comments that the event's post has (had), for their pages. */
  commentIds: readonly number[];
}

/** @returns paths, percent-encoded, without repeats; empty when nothing can have changed */
export function planRevalidation(event: BlogEvent, surroundings: Surroundings): string[] {
  if (event.kind === 'ignored' || event.kind === 'announced') return [];
  const { before, after } = surroundings;
  const paths = new Set<string>();
  if (event.kind !== 'lists-changed') {
    for (const path of ownPaths(event, surroundings)) paths.add(path);
  }
  paths.add(homePath());
  for (const path of before ? changedPaths(before, after) : []) paths.add(path);
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

/** Pages that show something else after than before, by comparing what the lists know of them. */
export function changedPaths(
  before: readonly PostSummary[],
  after: readonly PostSummary[],
): string[] {
  const old = listing(before);
  const fresh = listing(after);
  const all = new Set([...old.keys(), ...fresh.keys()]);
  return [...all].filter((path) => old.get(path) !== fresh.get(path));
}

/** Every page that the lists know of, with all that they know it shows. */
function listing(published: readonly PostSummary[]): Map<string, string> {
  const pages = homeListing(published);
  const links = new Map(published.map(({ number, title, path }) => [number, { title, path }]));
  const series = new Map<number, PostLink[]>();
  for (const { title, path, series: own } of published) {
    if (own) series.set(own.number, [...(series.get(own.number) ?? []), { title, path }]);
  }
  for (const [place, post] of published.entries()) {
    const beside = [published[place - 1], published[place + 1]].map(
      (other) => other && { title: other.title, path: other.path },
    );
    const others = post.series ? series.get(post.series.number) : null;
    const referred = post.refersTo.map((number) => links.get(number) ?? null);
    pages.set(post.path, JSON.stringify([post, beside, others, referred]));
  }
  return pages;
}
