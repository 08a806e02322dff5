/** A form that works as a plain GET, and what it found. */
import type { ReactNode } from 'react';
import { formatPlural } from '../../lib/i18n';
import { SEARCH_PATH } from '../../lib/paths';
import type { PostSummary } from '../../lib/posts/post';
import { DocumentHead } from '../document-head';
import { Icon } from '../icons';
import { Layout } from '../layout/layout';
import { ListHeader } from '../posts/list-header';
import { PostList } from '../posts/post-list';
import { useSite } from '../site-context';
import styles from './search-view.module.css';

export interface SearchViewProps {
  /** What was asked for; empty before anything was. */
  query: string;
  /** What was found; null while nothing was asked. */
  posts: PostSummary[] | null;
  /** Takes the place of the found posts, for pages that show them in another way. */
  children?: ReactNode;
}

export function SearchView({ query, posts, children }: SearchViewProps) {
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
        {posts && formatPlural(words.searchResults, posts.length, locale)}
      </div>
      {children ?? (posts && posts.length > 0 && <PostList posts={posts} />)}
    </Layout>
  );
}
