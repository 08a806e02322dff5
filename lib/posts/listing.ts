/**
 * Every page that is made of the index, with all that the index says on it. Comparing two of these
 * tells which pages a change is seen on, and no others. Pure, and linear in the number of posts.
 */
import {
  ARCHIVE_PATH,
  archivePath,
  authorPath,
  homePath,
  seriesPath,
  TAGS_PATH,
  tagPath,
} from '../paths';
import { groupPosts } from './group-posts';
import { homePage, linkToPost, neighboursOf } from './list-posts';
import { toListedPost } from './listed-post';
import type { PostSummary } from './post';

/** Posts a page of the archive, each of them one line. */
export const ARCHIVED_PER_PAGE = 100;

/** What a page shows, as texts to compare. */
export type Shown = readonly (string | number)[];

const memory = new WeakMap<readonly PostSummary[], Map<string, Shown>>();

/**
 * @param published newest first, as `listPublished` gives it
 * @param size posts a page, the same for as long as the process lives
 */
export function listPages(published: readonly PostSummary[], size: number): Map<string, Shown> {
  const known = memory.get(published);
  if (known) return known;
  const pages = new Map<string, Shown>();
  addHome(pages, published, size);
  addGroups(pages, published, size);
  for (const post of published) {
    const around = neighboursOf(published, post.number);
    const referred = post.refersTo.map((number) => linkToPost(published, number));
    pages.set(post.path, [wholeOf(post), JSON.stringify([around, referred])]);
  }
  memory.set(published, pages);
  return pages;
}

function addHome(pages: Map<string, Shown>, published: readonly PostSummary[], size: number): void {
  const first = homePage(published, 1, size);
  const rest = published.filter((post) => !post.pinned);
  const count = first?.pageCount ?? 1;
  addPages(pages, rest.map(cardOf), homePath, [count], size);
  const onTop = (first?.pinned ?? []).map(cardOf);
  pages.set(homePath(), [count, ...onTop, '|', ...(first?.posts ?? []).map(cardOf)]);
}

function addGroups(
  pages: Map<string, Shown>,
  published: readonly PostSummary[],
  size: number,
): void {
  const { tags, authors, series, years } = groupPosts(published);
  const tagList: string[] = [];
  for (const { tag, posts } of tags.values()) {
    const head = JSON.stringify([tag, posts.length]);
    tagList.push(head);
    addPages(pages, posts.map(cardOf), (page) => tagPath(tag.slug, page), [head], size);
  }
  pages.set(TAGS_PATH, tagList);
  for (const { author, posts } of authors.values()) {
    const head = JSON.stringify([author, posts.length]);
    addPages(pages, posts.map(cardOf), (page) => authorPath(author.login, page), [head], size);
  }
  for (const { series: one, posts } of series.values()) {
    const head = JSON.stringify([one, posts.length]);
    addPages(
      pages,
      posts.map(cardOf),
      (page) => seriesPath(one.number, one.slug, page),
      [head],
      size,
    );
  }
  const yearList = [...years.values()].map(({ year, posts }) => `${year}:${posts.length}`);
  const lines = published.map(lineOf);
  const archive = [yearList.join()];
  addPages(pages, lines, (page) => archivePath(null, page), archive, ARCHIVED_PER_PAGE);
  for (const { year, posts } of years.values()) {
    const pathOf = (page: number) => archivePath(year, page);
    addPages(pages, posts.map(lineOf), pathOf, archive, ARCHIVED_PER_PAGE);
  }
  if (published.length === 0) pages.set(ARCHIVE_PATH, archive);
}

/** What a post's card shows; a lock or a second of activity is not on it. */
const cardOf = remembered((post) => JSON.stringify(toListedPost(post)));

const wholeOf = remembered((post) => JSON.stringify(post));

/** Posts that did not change are the same objects, so that only the others cost something. */
function remembered(textOf: (post: PostSummary) => string): (post: PostSummary) => string {
  const texts = new WeakMap<PostSummary, string>();
  return (post) => {
    const known = texts.get(post) ?? textOf(post);
    texts.set(post, known);
    return known;
  };
}

/** One line of the archive. */
function lineOf({ number, title, path, publishedAt, language }: PostSummary): string {
  return JSON.stringify([number, title, path, publishedAt, language]);
}

function addPages(
  pages: Map<string, Shown>,
  items: readonly string[],
  pathOf: (page: number) => string,
  head: Shown,
  size: number,
): void {
  const pageCount = Math.ceil(items.length / size);
  for (let page = 1; page <= pageCount; page += 1) {
    const start = (page - 1) * size;
    pages.set(pathOf(page), [pageCount, ...head, ...items.slice(start, start + size)]);
  }
}

/**
 * The pages that show something else after than before: first pages before the later ones, in the
 * order in which readers are likely to miss them.
 */
export function changedPages(
  before: readonly PostSummary[],
  after: readonly PostSummary[],
  size: number,
): string[] {
  if (before === after) return [];
  const old = listPages(before, size);
  const fresh = listPages(after, size);
  const changed = [...fresh].flatMap(([path, shown]) =>
    isSame(shown, old.get(path)) ? [] : [path],
  );
  const gone = [...old.keys()].filter((path) => !fresh.has(path));
  return [...gone, ...changed].sort((one, other) => depth(one) - depth(other));
}

/** The addresses that show something after, and showed nothing or led elsewhere before. */
export function newPages(
  before: readonly PostSummary[],
  after: readonly PostSummary[],
  size: number,
): string[] {
  const old = listPages(before, size);
  return [...listPages(after, size).keys()].filter((path) => !old.has(path));
}

function depth(path: string): number {
  return Number(/\/page\/(\d+)$/.exec(path)?.[1] ?? 1);
}

function isSame(one: Shown, other: Shown | undefined): boolean {
  return one.length === other?.length && one.every((item, place) => item === other[place]);
}
