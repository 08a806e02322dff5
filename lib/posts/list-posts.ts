/** Lists made from the index: what is on which page, and what stands beside a post. Pure. */
import { homePath } from '../paths';
import type { PostLink, PostSummary } from './post';
import type { IndexState } from './post-index';

export const POSTS_PER_PAGE = 10;

/** The posts that readers may see at a time, newest first. */
export function listPublished(state: Pick<IndexState, 'posts'>, now: number): PostSummary[] {
  return [...state.posts.values()]
    .filter((post) => Date.parse(post.publishedAt) <= now)
    .sort(
      (one, other) =>
        Date.parse(other.publishedAt) - Date.parse(one.publishedAt) || other.number - one.number,
    );
}

export interface PostListPage {
  /** Only on page 1. */
  pinned: PostSummary[];
  posts: PostSummary[];
  page: number;
  pageCount: number;
}

/**
 * The home page's list. Pinned posts stand before the others on the first page and are not repeated
 * below.
 * @returns null where there is no such page; page 1 always exists
 */
export function homePage(published: readonly PostSummary[], page: number): PostListPage | null {
  const rest = published.filter((post) => !post.pinned);
  const pageCount = Math.max(1, Math.ceil(rest.length / POSTS_PER_PAGE));
  if (!Number.isInteger(page) || page < 1 || page > pageCount) return null;
  const start = (page - 1) * POSTS_PER_PAGE;
  return {
    pinned: page === 1 ? published.filter((post) => post.pinned) : [],
    posts: rest.slice(start, start + POSTS_PER_PAGE),
    page,
    pageCount,
  };
}

export interface Neighbours {
  /** The next older post. */
  previous: PostLink | null;
  /** The next newer post. */
  next: PostLink | null;
  /** The whole series in order of publication; empty where the post is in none. */
  series: PostLink[];
}

/** @param published newest first */
export function neighboursOf(published: readonly PostSummary[], number: number): Neighbours {
  const place = published.findIndex((post) => post.number === number);
  const post = published[place];
  if (!post) return { previous: null, next: null, series: [] };
  return {
    previous: toLink(published[place + 1]),
    next: toLink(published[place - 1]),
    series: published
      .filter((other) => post.series && other.series?.number === post.series.number)
      .map(({ title, path }) => ({ title, path }))
      .reverse(),
  };
}

function toLink(post: PostSummary | undefined): PostLink | null {
  return post ? { title: post.title, path: post.path } : null;
}

/** The addresses of the home list, with what each shows, for telling which of them changed. */
export function homeListing(published: readonly PostSummary[]): Map<string, string> {
  const listing = new Map<string, string>();
  const first = homePage(published, 1);
  for (let page = 1; page <= (first?.pageCount ?? 1); page += 1) {
    listing.set(homePath(page), JSON.stringify(homePage(published, page)));
  }
  return listing;
}
