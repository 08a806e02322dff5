/** Lists made from the index: what is on which page, and what stands beside a post. Pure. */
import type { PostLink, PostSummary } from './post';
import type { IndexState } from './post-index';
import { relatedPosts } from './related-posts';

interface PublishedList {
  posts: PostSummary[];
  /** From when on another post is to be seen, in milliseconds. */
  until: number;
  madeAt: number;
}

/** The index never changes a state, it makes new ones: a list made once serves until then. */
const lists = new WeakMap<IndexState['posts'], PublishedList>();

/** The posts that readers may see at a time, newest first. The same array while nothing changes. */
export function listPublished(state: Pick<IndexState, 'posts'>, now: number): PostSummary[] {
  const known = lists.get(state.posts);
  if (known && known.madeAt <= now && now < known.until) return known.posts;
  const dated = [...state.posts.values()].map((post) => ({
    post,
    time: Date.parse(post.publishedAt),
  }));
  const posts = dated
    .filter(({ time }) => time <= now)
    .sort((one, other) => other.time - one.time || other.post.number - one.post.number)
    .map(({ post }) => post);
  let until = Number.POSITIVE_INFINITY;
  for (const { time } of dated) if (time > now && time < until) until = time;
  lists.set(state.posts, { posts, until, madeAt: now });
  return posts;
}

export interface NumberedPage {
  posts: PostSummary[];
  page: number;
  pageCount: number;
}

/**
 * One page of a list.
 * @returns null where there is no such page; page 1 always exists
 */
export function pageOf(
  posts: readonly PostSummary[],
  page: number,
  size: number,
): NumberedPage | null {
  const pageCount = Math.max(1, Math.ceil(posts.length / size));
  if (!Number.isInteger(page) || page < 1 || page > pageCount) return null;
  const start = (page - 1) * size;
  return { posts: posts.slice(start, start + size), page, pageCount };
}

export interface PostListPage extends NumberedPage {
  /** Only on page 1. */
  pinned: PostSummary[];
}

/**
 * The home page's list. Pinned posts stand before the others on the first page and are not repeated
 * below.
 * @returns null where there is no such page; page 1 always exists
 */
export function homePage(
  published: readonly PostSummary[],
  page: number,
  size: number,
): PostListPage | null {
  const rest = published.filter((post) => !post.pinned);
  const list = pageOf(rest, page, size);
  return list && { ...list, pinned: page === 1 ? published.filter((post) => post.pinned) : [] };
}

export interface Neighbours {
  /** The next older post. */
  previous: PostLink | null;
  /** The next newer post. */
  next: PostLink | null;
  /** Posts with tags in common, the most alike first. */
  related: PostLink[];
  series: SeriesWindow;
}

/** The part of a series that stands beside a post, in order of publication. */
export interface SeriesWindow {
  posts: PostLink[];
  /** This post's place among `posts`, from 0; null where the post is in no series. */
  index: number | null;
  /** How many parts stand before the first of `posts`. */
  before: number;
  total: number;
}

/** @param published newest first */
export function neighboursOf(published: readonly PostSummary[], number: number): Neighbours {
  const place = placesOf(published).get(number);
  const post = place === undefined ? undefined : published[place];
  if (!post || place === undefined) {
    return { previous: null, next: null, related: [], series: NO_SERIES };
  }
  return {
    previous: toLink(published[place + 1]),
    next: toLink(published[place - 1]),
    related: relatedPosts(published, post).map(linkTo),
    series: seriesAround(published, post),
  };
}

const NO_SERIES: SeriesWindow = { posts: [], index: null, before: 0, total: 0 };

/** Parts shown on either side of a post, so that no page grows with its series. */
const SERIES_REACH = 12;

function seriesAround(published: readonly PostSummary[], post: PostSummary): SeriesWindow {
  const parts = post.series ? seriesParts(published).get(post.series.number) : undefined;
  const place = parts?.places.get(post.number);
  if (!parts || place === undefined) return NO_SERIES;
  const before = Math.max(0, place - SERIES_REACH);
  return {
    posts: parts.posts.slice(before, place + SERIES_REACH + 1).map(linkTo),
    index: place - before,
    before,
    total: parts.posts.length,
  };
}

interface SeriesParts {
  /** Oldest first. */
  posts: PostSummary[];
  places: Map<number, number>;
}

const seriesMemory = new WeakMap<readonly PostSummary[], Map<number, SeriesParts>>();

function seriesParts(published: readonly PostSummary[]): Map<number, SeriesParts> {
  const known = seriesMemory.get(published);
  if (known) return known;
  const all = new Map<number, SeriesParts>();
  for (const post of published.toReversed()) {
    if (!post.series) continue;
    const empty: SeriesParts = { posts: [], places: new Map() };
    const parts = all.get(post.series.number) ?? empty;
    parts.places.set(post.number, parts.posts.length);
    parts.posts.push(post);
    all.set(post.series.number, parts);
  }
  seriesMemory.set(published, all);
  return all;
}

const placeMemory = new WeakMap<readonly PostSummary[], Map<number, number>>();

function placesOf(published: readonly PostSummary[]): Map<number, number> {
  const known = placeMemory.get(published);
  if (known) return known;
  const places = new Map(published.map((post, place) => [post.number, place]));
  placeMemory.set(published, places);
  return places;
}

/** @returns null where that is no published post */
export function linkToPost(published: readonly PostSummary[], number: number): PostLink | null {
  const place = placesOf(published).get(number);
  return place === undefined ? null : toLink(published[place]);
}

function toLink(post: PostSummary | undefined): PostLink | null {
  return post ? linkTo(post) : null;
}

function linkTo({ title, path }: PostSummary): PostLink {
  return { title, path };
}
