/** The published posts by tag, author, series and year, made once for each state of the index. Pure. */
import type { Person, PostSummary, Series, Tag } from './post';

export interface TagGroup {
  tag: Tag;
  /** Newest first, as in every group but a series. */
  posts: PostSummary[];
}

export interface AuthorGroup {
  author: Person;
  posts: PostSummary[];
}

export interface SeriesGroup {
  series: Series;
  /** In order of publication. */
  posts: PostSummary[];
}

export interface YearGroup {
  /** Four digits, in UTC. */
  year: string;
  posts: PostSummary[];
}

export interface PostGroups {
  /** By slug. Labels that differ but share a slug are one tag, under the name used most. */
  tags: Map<string, TagGroup>;
  /** By login in lower case; the newest post knows best how an author is called today. */
  authors: Map<string, AuthorGroup>;
  /** By the milestone's number. */
  series: Map<number, SeriesGroup>;
  /** Newest first. */
  years: Map<string, YearGroup>;
}

const memory = new WeakMap<readonly PostSummary[], PostGroups>();

/** @param published newest first, as `listPublished` gives it */
export function groupPosts(published: readonly PostSummary[]): PostGroups {
  const known = memory.get(published);
  if (known) return known;
  const groups: PostGroups = {
    tags: groupTags(published),
    authors: new Map(),
    series: new Map(),
    years: new Map(),
  };
  for (const post of published) {
    const year = post.publishedAt.slice(0, 4);
    for (const author of post.authors) {
      entry(groups.authors, author.login.toLowerCase(), () => ({ author, posts: [] })).push(post);
    }
    entry(groups.years, year, () => ({ year, posts: [] })).push(post);
    const { series } = post;
    if (series) entry(groups.series, series.number, () => ({ series, posts: [] })).push(post);
  }
  for (const { posts } of groups.series.values()) posts.reverse();
  memory.set(published, groups);
  return groups;
}

function entry<Key, Group extends { posts: PostSummary[] }>(
  groups: Map<Key, Group>,
  key: Key,
  create: () => Group,
): PostSummary[] {
  const group = groups.get(key) ?? create();
  groups.set(key, group);
  return group.posts;
}

function groupTags(published: readonly PostSummary[]): Map<string, TagGroup> {
  const groups = new Map<string, TagGroup>();
  const uses = new Map<string, Map<string, { tag: Tag; count: number }>>();
  for (const post of published) {
    for (const tag of post.tags) {
      const posts = entry(groups, tag.slug, () => ({ tag, posts: [] }));
      if (posts.at(-1) !== post) posts.push(post);
      const names = uses.get(tag.slug) ?? new Map();
      const use = names.get(tag.name) ?? { tag, count: 0 };
      uses.set(tag.slug, names.set(tag.name, { tag: use.tag, count: use.count + 1 }));
    }
  }
  for (const [slug, names] of uses) {
    const group = groups.get(slug);
    if (!group || names.size < 2) continue;
    const [most] = [...names.values()].sort(
      (one, other) => other.count - one.count || (one.tag.name < other.tag.name ? -1 : 1),
    );
    if (most) group.tag = most.tag;
  }
  return groups;
}
