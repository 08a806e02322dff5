/** The full-text index of posts: what is in it, and how it is asked. For the browser and the server. */
import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
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
  // Leaving a post out costs little at once; its words are swept out in the background.
  autoVacuum: { batchSize: 200, batchWait: 5 },
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
const LONGEST_QUERY = 200;

export function createSearchIndex(): MiniSearch<SearchedPost> {
  return new MiniSearch(OPTIONS);
}

/** @param json as `JSON.stringify` writes an index */
export function loadSearchIndex(json: string): MiniSearch<SearchedPost> {
  return MiniSearch.loadJSON(json, OPTIONS);
}

/**
 * The best answers first: posts with all the words, or where there are none, with some of them.
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
  return found.slice(0, limit).map((result) => ({
    id: Number(result.id),
    title: String(result.title),
    names: String(result.names),
    path: String(result.path),
    excerpt: String(result.excerpt),
    date: String(result.date),
    words: result.terms,
  }));
}
