/** A form that works as a plain GET, and what it found. */
import { formatPlural } from '../../lib/i18n';
import type { SearchResult } from '../../lib/pages/search-page';
import { SEARCH_PATH } from '../../lib/paths';
import { DocumentHead } from '../document-head';
import { Icon } from '../icons';
import { Layout } from '../layout/layout';
import { ListHeader } from '../posts/list-header';
import { SearchResults } from '../search/search-results';
import { useSite } from '../site-context';
import styles from './search-view.module.css';

export interface SearchViewProps {
  /** What was asked for; empty before anything was. */
  query: string;
  /** What was found; null while nothing was asked. */
  results: SearchResult[] | null;
  /** Why nothing was looked for; null where it was. */
  refusal: string | null;
}

export function SearchView({ query, results, refusal }: SearchViewProps) {
  const { messages, locale } = useSite();
  const words = messages.list;
  return (
    <Layout>
      <DocumentHead title={messages.layout.search} path={SEARCH_PATH} hidden />
      <ListHeader title={messages.layout.search}>
        <search>
          <form action={SEARCH_PATH} method="get" className={styles.form}>
            <label className="visually-hidden" htmlFor="query">
              {words.searchLabel}
            </label>
            <input
              id="query"
              name="q"
              type="search"
              defaultValue={query}
              placeholder={words.searchHint}
              autoComplete="off"
              enterKeyHint="search"
            />
            <button type="submit" className="button">
              <Icon name="search" />
              {messages.layout.search}
            </button>
          </form>
        </search>
      </ListHeader>
      <div role="status" className={styles.found}>
        {refusal}
        {results && formatPlural(words.searchResults, results.length, locale)}
      </div>
      {results && results.length > 0 && <SearchResults results={results} />}
    </Layout>
  );
}
