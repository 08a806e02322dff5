/** The server's full-text index, kept up with the posts: a change costs one post, not all of them. */
import type MiniSearch from 'minisearch';
import type { PostSummary } from '../posts/post';
import { createSearchIndex, type SearchedPost } from './post-index';
import { searchableText } from './searchable-text';

export interface PostSearch {
  /**
   * The index of exactly these posts.
   * @param published newest first; the same array while nothing changes
   */
  upTo(published: readonly PostSummary[]): Promise<MiniSearch<SearchedPost>>;
}

/** Posts taken in at once before others get their turn. */
const BATCH = 10;

/** @param textOf a post's Markdown, or null where it is not known */
export function createPostSearch(textOf: (number: number) => string | null): PostSearch {
  const index = createSearchIndex();
  const known = new Map<number, { post: PostSummary; text: string }>();
  let current: readonly PostSummary[] | null = null;
  let work: Promise<unknown> = Promise.resolve();

  /** Word by word: what is only discarded still counts for how rare a word is. */
  function leaveOut(number: number): void {
    const before = known.get(number);
    if (before) index.remove(toSearched(before.post, before.text));
    known.delete(number);
  }

  async function takeIn(published: readonly PostSummary[]): Promise<void> {
    if (published === current) return;
    const wanted = new Set(published.map((post) => post.number));
    for (const number of known.keys()) {
      if (!wanted.has(number)) leaveOut(number);
    }
    let changed = 0;
    for (const post of published) {
      const text = textOf(post.number) ?? '';
      const before = known.get(post.number);
      if (before?.text === text && shownOf(before.post) === shownOf(post)) continue;
      leaveOut(post.number);
      index.add(toSearched(post, text));
      known.set(post.number, { post, text });
      changed += 1;
      if (changed % BATCH === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    current = published;
  }

  return {
    upTo(published) {
      const turn = work.then(() => takeIn(published));
      work = turn.catch(() => {});
      return turn.then(() => index);
    },
  };
}

const shownTexts = new WeakMap<PostSummary, string>();

function shownOf(post: PostSummary): string {
  const { title, path, excerpt, publishedAt } = post;
  const shown =
    shownTexts.get(post) ?? JSON.stringify([title, path, excerpt, publishedAt, namesOf(post)]);
  shownTexts.set(post, shown);
  return shown;
}

function toSearched(post: PostSummary, text: string): SearchedPost {
  return {
    id: post.number,
    title: post.title,
    names: namesOf(post),
    text: searchableText(text),
    path: post.path,
    excerpt: post.excerpt.slice(0, 160),
    date: post.publishedAt,
  };
}

function namesOf({ tags, series, authors }: PostSummary): string {
  return [
    ...authors.flatMap(({ name, login }) => (name === login ? [name] : [name, login])),
    ...(series ? [series.title] : []),
    ...tags.map((tag) => tag.name),
  ].join(' · ');
}
