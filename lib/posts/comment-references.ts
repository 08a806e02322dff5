/**
 * Which comments refer to which posts. The list of posts knows of texts only, so this is learnt as
 * discussions are read: the pages that show them were made from what was read.
 */
import { LRUCache } from 'lru-cache';
import type { IssueWithComments } from '../github/get-issue';
import { commentPath } from '../paths';
import type { PostSummary } from './post';
import { referencesIn } from './to-summary';

export interface ReferringComment {
  id: number;
  /** Numbers of issues, posts or not. */
  refersTo: readonly number[];
}

export interface CommentReferences {
  learn(issue: Pick<IssueWithComments, 'number' | 'comments'>): void;
  /** By the number of the post below which they stand. */
  all(): Iterable<[number, readonly ReferringComment[]]>;
}

/** Discussions whose comments refer to something. */
const MOST = 20_000;

export function createCommentReferences(): CommentReferences {
  const known = new LRUCache<number, readonly ReferringComment[]>({ max: MOST });
  return {
    learn({ number, comments }) {
      const referring = comments.flatMap(({ fullDatabaseId, body }) => {
        const refersTo = referencesIn(body);
        return refersTo.length > 0 ? [{ id: Number(fullDatabaseId), refersTo }] : [];
      });
      if (referring.length > 0) known.set(number, referring);
      else known.delete(number);
    },
    all: () => known.entries(),
  };
}

/**
 * The pages with a comment that refers to a post which is called otherwise now, came or went. Pure.
 * @returns paths
 */
export function pagesReferringTo(
  before: readonly PostSummary[],
  after: readonly PostSummary[],
  references: Iterable<[number, readonly ReferringComment[]]>,
): string[] {
  const changed = changedLinks(before, after);
  if (changed.size === 0) return [];
  const paths = new Map(after.map((post) => [post.number, post.path]));
  const pages = new Set<string>();
  for (const [number, comments] of references) {
    const path = paths.get(number);
    for (const { id, refersTo } of path ? comments : []) {
      if (!path || !refersTo.some((other) => changed.has(other))) continue;
      pages.add(path).add(commentPath(number, id));
    }
  }
  return [...pages];
}

/** Numbers of posts that came, went or are called otherwise, so that links show them differently. */
export function changedLinks(
  before: readonly PostSummary[],
  after: readonly PostSummary[],
): Set<number> {
  if (before === after) return new Set();
  const old = new Map(before.map((post) => [post.number, post]));
  const changed = new Set<number>();
  for (const post of after) {
    const known = old.get(post.number);
    if (known?.title !== post.title || known.path !== post.path) changed.add(post.number);
    old.delete(post.number);
  }
  for (const number of old.keys()) changed.add(number);
  return changed;
}
