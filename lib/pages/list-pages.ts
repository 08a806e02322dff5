/** What the pages of tags, authors and series show, and which address means which page. */
import { readConfig } from '../config';
import { authorPath, seriesPath, tagPath } from '../paths';
import { type Blog, getBlog } from '../posts/blog';
import { groupPosts, type PostGroups } from '../posts/group-posts';
import { listPublished, pageOf } from '../posts/list-posts';
import { toListedPost } from '../posts/listed-post';
import type { AuthorProfile, ListedPost, Person, PostSummary, Series, Tag } from '../posts/post';
import type { IndexState } from '../posts/post-index';
import { tagSlug } from '../posts/tag-slug';
import { type PageResult, readIndex, type SiteProps, siteProps } from './page-result';
import { parseNumber } from './post-page';
import { withRevision } from './revision';

interface ListProps extends SiteProps {
  posts: ListedPost[];
  /** How many posts there are on all pages together. */
  count: number;
  page: number;
  pageCount: number;
}

export interface TagPageProps extends ListProps {
  tag: Tag;
}

export interface AuthorPageProps extends ListProps {
  author: Person;
  profile: AuthorProfile | null;
}

export interface SeriesPageProps extends ListProps {
  series: Series;
}

export interface TagsPageProps extends SiteProps {
  /** Those with the most posts first. */
  tags: { tag: Tag; count: number }[];
}

/** Where a list's address leads: `['emacs', 'page', '2']` is page 2 of what is called `emacs`. */
interface ListAddress {
  name: string;
  page: number;
  /** The address is not how this page is written: `/page/1`. */
  isOdd: boolean;
}

function parseAddress(segments: readonly string[]): ListAddress | null {
  const [name, word, number, ...more] = segments;
  if (name === undefined || more.length > 0) return null;
  if (word === undefined) return { name, page: 1, isOdd: false };
  const page = word === 'page' && number !== undefined ? parseNumber(number) : null;
  return page === null ? null : { name, page, isOdd: page === 1 };
}

/** @param segments of the address after `/tag/`, decoded @throws GitHubError */
export async function loadTagPage(segments: readonly string[]): Promise<PageResult<TagPageProps>> {
  const address = parseAddress(segments);
  const lists = address && (await readLists());
  const group = lists?.groups.tags.get(tagSlug(address?.name ?? ''));
  if (!lists) return { kind: 'not-found' };
  if (!group) return renamedTag(address.name, lists.groups);
  const { tag, posts } = group;
  const isCanonical = address.name.normalize('NFC') === tag.slug;
  return listPage(lists, address, posts, { tag }, isCanonical, (page) => tagPath(tag.slug, page));
}

/** A tag that was renamed is found under its old name for as long as the file of old names lasts. */
function renamedTag(name: string, groups: PostGroups): PageResult<TagPageProps> {
  const today = getBlog()?.tagRenames.find(tagSlug(name));
  const isUsed = typeof today === 'string' && groups.tags.has(today);
  return isUsed ? { kind: 'moved', path: tagPath(today) } : { kind: 'not-found' };
}

/** @param segments of the address after `/author/`, decoded @throws GitHubError */
export async function loadAuthorPage(
  segments: readonly string[],
): Promise<PageResult<AuthorPageProps>> {
  const address = parseAddress(segments);
  const lists = address && (await readLists());
  const key = address?.name.toLowerCase() ?? '';
  const group = lists?.groups.authors.get(key);
  if (!lists || !group) return { kind: 'not-found' };
  const { author, posts } = group;
  const props = { author, profile: lists.state.profiles.get(key) ?? null };
  const isCanonical = address.name === author.login;
  const pathOf = (page: number) => authorPath(author.login, page);
  return listPage(lists, address, posts, props, isCanonical, pathOf);
}

/** @param segments of the address after `/series/`, decoded @throws GitHubError */
export async function loadSeriesPage(
  segments: readonly string[],
): Promise<PageResult<SeriesPageProps>> {
  const [number = '', ...rest] = segments;
  const hasSlug = rest.length % 2 === 1;
  const address = parseAddress([number, ...(hasSlug ? rest.slice(1) : rest)]);
  const key = parseNumber(number);
  const lists = address && key !== null ? await readLists() : null;
  const group = key === null ? undefined : lists?.groups.series.get(key);
  if (!address || !lists || !group) return { kind: 'not-found' };
  const { series, posts } = group;
  const slug = hasSlug ? (rest[0] ?? '') : '';
  const isCanonical = slug.normalize('NFC') === series.slug;
  const pathOf = (page: number) => seriesPath(series.number, series.slug, page);
  return listPage(lists, address, posts, { series }, isCanonical, pathOf);
}

/** @throws GitHubError */
export async function loadTagsPage(): Promise<PageResult<TagsPageProps>> {
  const lists = await readLists();
  // Not "not found": what a build without settings says of a page is hard to take back.
  if (!lists)
    return { kind: 'page', props: withRevision({ ...siteProps(readConfig()), tags: [] }) };
  const tags = [...lists.groups.tags.values()]
    .map(({ tag, posts }) => ({ tag, count: posts.length }))
    .sort((one, other) => other.count - one.count || (one.tag.slug < other.tag.slug ? -1 : 1));
  return { kind: 'page', props: withRevision({ ...siteProps(lists.blog.config), tags }) };
}

interface Lists {
  blog: Blog;
  state: IndexState;
  groups: PostGroups;
}

async function readLists(): Promise<Lists | null> {
  const blog = getBlog();
  if (!blog) return null;
  const state = await readIndex(blog);
  return { blog, state, groups: groupPosts(listPublished(state, Date.now())) };
}

function listPage<Own extends object>(
  { blog }: Lists,
  { page, isOdd }: ListAddress,
  posts: PostSummary[],
  own: Own,
  isCanonical: boolean,
  pathOf: (page: number) => string,
): PageResult<Own & ListProps> {
  const list = pageOf(posts, page, blog.config.postsPerPage);
  if (!list) return { kind: 'not-found' };
  if (isOdd || !isCanonical) return { kind: 'moved', path: pathOf(page) };
  const shown = { ...list, posts: list.posts.map(toListedPost) };
  const props = { ...siteProps(blog.config), ...own, ...shown, count: posts.length };
  return { kind: 'page', props: withRevision(props) };
}
