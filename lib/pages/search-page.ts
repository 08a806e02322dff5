/** Searching without JavaScript, and the index for searching with it. */

import { readConfig } from '../config';
import { refusalSentence } from '../i18n/refusal-words';
import { SEARCH_QUERY_PATH } from '../paths';
import { getBlog } from '../posts/blog';
import { listPublished } from '../posts/list-posts';
import { cutAround, highlight, type Passage } from '../search/highlight';
import { type FoundPost, LONGEST_QUERY, searchPosts } from '../search/post-index';
import { searchableText } from '../search/searchable-text';
import { readIndex, type SiteProps, siteProps } from './page-result';
import { documentFrom, type TextDocument } from './text-document';

export interface SearchPageProps extends SiteProps {
  /** Empty before anything was asked. */
  query: string;
  /** Null before anything was asked. */
  results: SearchResult[] | null;
  /** Why nothing was looked for, in the site's language; null where it was. */
  refusal: string | null;
}

export interface SearchResult {
  path: string;
  title: Passage[];
  /** Authors, tags and the series. */
  names: Passage[];
  /** The part of the text where something was found. */
  passage: Passage[];
  /** ISO 8601. */
  date: string;
}

const RESULTS = 40;

/** With more posts than this, browsers ask the server instead of loading a megabyte and more. */
const SENT = 3_000;

/** @param query as it arrived; anything but one text counts as nothing @throws GitHubError */
export async function loadSearchPage(query: unknown): Promise<SearchPageProps> {
  const blog = getBlog();
  const asked = typeof query === 'string' ? readable(query) : '';
  if (!blog || !asked) {
    return { ...siteProps(readConfig()), query: asked, results: null, refusal: null };
  }
  const published = listPublished(await readIndex(blog), Date.now());
  const index = await blog.search.upTo(published);
  const results = searchPosts(index, asked, RESULTS).map(
    ({ id, title, names, path, date, words }) => {
      const found = new Set(words);
      const text = searchableText(blog.texts.get(id) ?? '');
      const passage = highlight(cutAround(text, found), found);
      return {
        path,
        title: highlight(title, found),
        names: highlight(names, found),
        passage,
        date,
      };
    },
  );
  return { ...siteProps(blog.config), query: asked, results, refusal: null };
}

/** For whoever asks too often. @param query as it arrived */
export function loadBusySearchPage(query: unknown): SearchPageProps {
  const config = readConfig();
  const asked = typeof query === 'string' ? readable(query) : '';
  const refusal = refusalSentence('too-fast', config.site.language);
  return { ...siteProps(config), query: asked, results: null, refusal };
}

/** Without control characters, and not longer than a question is. */
function readable(query: string): string {
  const text = query.toWellFormed().replace(/\p{Cc}+/gu, ' ');
  return Array.from(text.trim()).slice(0, LONGEST_QUERY).join('');
}

/** @param query as it arrived @throws GitHubError */
export async function findPosts(query: unknown): Promise<FoundPost[]> {
  const blog = getBlog();
  const asked = typeof query === 'string' ? readable(query) : '';
  if (!blog || !asked) return [];
  const published = listPublished(await readIndex(blog), Date.now());
  return searchPosts(await blog.search.upTo(published), asked, RESULTS);
}

/** The index for browsers, loaded when somebody begins to search. @throws GitHubError */
export async function loadSearchIndexDocument(): Promise<TextDocument | null> {
  const blog = getBlog();
  if (!blog) return null;
  const published = listPublished(await readIndex(blog), Date.now());
  const madeOf = published.map(({ number, title, path, publishedAt, editedAt, excerpt, tags }) => [
    number,
    title,
    path,
    publishedAt,
    editedAt,
    excerpt,
    tags.map((tag) => tag.name),
  ]);
  const [newest] = published;
  return documentFrom({
    name: 'search',
    type: 'application/json',
    madeOf,
    changedAt: newest?.publishedAt ?? new Date(0).toISOString(),
    write: async () => {
      if (published.length > SENT) return JSON.stringify({ ask: SEARCH_QUERY_PATH });
      return JSON.stringify(await blog.search.upTo(published));
    },
  });
}
