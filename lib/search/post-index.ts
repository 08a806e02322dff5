/** The full-text index of posts: what is in it, and how it is asked. For the browser and the server. */
import MiniSearch, { type Options, type SearchOptions, type SearchResult } from 'minisearch';
import { isDense, queryWordsOf, wordsOf } from './words';

/** A post as it is indexed. */
export interface SearchedPost {
  id: number;
  title: string;
  /** Authors, tags and the series. */
  names: string;
  text: string;
  path: string;
  excerpt: string;
  /** ISO 8601. */
  date: string;
}

/** What the index tells of a post that was found. */
export type FoundPost = Pick<
  SearchedPost,
  'id' | 'title' | 'names' | 'path' | 'excerpt' | 'date'
> & {
  /** What was found, as the index remembers words. */
  words: string[];
};

const OPTIONS: Options<SearchedPost> = {
  fields: ['title', 'names', 'text'],
  storeFields: ['title', 'names', 'path', 'excerpt', 'date'],
  tokenize: wordsOf,
  // `tokenize` did it.
  processTerm: (word) => word,
};

const QUESTION: SearchOptions = {
  tokenize: queryWordsOf,
  boost: { title: 4, names: 3 },
  prefix: true,
  fuzzy: (word) => (word.length > 3 && !isDense(word) ? 0.2 : false),
  maxFuzzy: 2,
  combineWith: 'AND',
};

/** Two letters of five in the wrong order are two slips. */
function generously(word: string): number | false {
  return word.length > 4 && !isDense(word) ? 2 : false;
}

/** Nobody reads more, and nothing takes long, whatever is asked. */
export const LONGEST_QUERY = 200;

export function createSearchIndex(): MiniSearch<SearchedPost> {
  return new MiniSearch(OPTIONS);
}

/** @param json as `JSON.stringify` writes an index */
export function loadSearchIndex(json: string): MiniSearch<SearchedPost> {
  return MiniSearch.loadJSON(json, OPTIONS);
}

/**
 * The best answers first, and of equal ones the newest: posts with all the words, or where there are
 * none, with some of them.
 * @param query anything at all
 */
export function searchPosts(
  index: MiniSearch<SearchedPost>,
  query: string,
  limit: number,
): FoundPost[] {
  const asked = query.slice(0, LONGEST_QUERY);
  let found = index.search(asked, QUESTION);
  if (found.length === 0) found = index.search(asked, { ...QUESTION, fuzzy: generously });
  if (found.length === 0) found = index.search(asked, { ...QUESTION, combineWith: 'OR' });
  return found
    .sort(byMerit)
    .slice(0, limit)
    .map((result) => ({
      id: Number(result.id),
      title: String(result.title),
      names: String(result.names),
      path: String(result.path),
      excerpt: String(result.excerpt),
      date: String(result.date),
      words: result.terms,
    }));
}

/**
 * The same order in every index of the same posts, whatever was added to it and removed before: sums
 * made in another order differ in their last digits.
 */
function byMerit(one: SearchResult, other: SearchResult): number {
  const merit = ({ score }: SearchResult) => Math.round(score * 1e6);
  const age = Date.parse(other.date) - Date.parse(one.date);
  return merit(other) - merit(one) || age || Number(other.id) - Number(one.id);
}
