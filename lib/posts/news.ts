/**
 * What instances of one blog tell each other, so that GitHub is asked once and all of them know. It
 * goes over the blog's own Redis, and is trusted like its memory.
 */
import { openSharedNews } from '../cache/shared-news';
import type { IssueNode } from '../github/issue-fields';
import type { RepositoryNames } from '../github/list-names';
import type { PostSummary } from './post';

export type News =
  | IndexNews
  | { kind: 'label-renamed'; from: string; to: string }
  /** Pages show an issue as it was read. Both times in milliseconds. */
  | { kind: 'attended'; number: number; updatedAt: number; readAt: number }
  /** Pages show these posts, null for one that is gone. */
  | { kind: 'carried'; posts: [number, PostSummary | null][] }
  /** Something that is no page of the cache shows something else now. */
  | { kind: 'shown'; path: string; revision: string };

/** What changes the list of posts. */
export type IndexNews =
  | {
      kind: 'issues';
      issues: readonly IssueNode[];
      /** Null where GitHub told nothing of pins. */
      pinnedNumbers: readonly number[] | null;
      /** When GitHub was asked, in milliseconds. */
      askedAt: number;
    }
  /** The bot has commented. */
  | { kind: 'announced'; number: number }
  | { kind: 'removed'; numbers: readonly number[] }
  | { kind: 'names'; names: RepositoryNames }
  /** More than can be told: everybody asks GitHub. */
  | { kind: 'ask' };

export interface Instances {
  /** Resolves once the others can hear it, or cannot be told. */
  tell(news: News): Promise<void>;
  onNews(hear: (news: News) => void): void;
  /** @param listen called when others may have told something unheard */
  onGap(listen: () => void): void;
}

/** @returns null for a blog of one instance */
export function openInstances(): Instances | null {
  const shared = openSharedNews();
  return (
    shared && {
      ...shared,
      onNews: (hear) => shared.onNews((news) => isNews(news) && hear(news)),
    }
  );
}

function isNews(thing: unknown): thing is News {
  return typeof thing === 'object' && thing !== null && 'kind' in thing;
}
