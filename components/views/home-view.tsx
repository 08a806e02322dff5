/** The front page, and the older pages behind it. */

import { blog } from '../../lib/feeds/structured-data';
import { fill } from '../../lib/i18n';
import { homePath } from '../../lib/paths';
import type { ListedPost } from '../../lib/posts/post';
import { DocumentHead } from '../document-head';
import { Layout } from '../layout/layout';
import { ListHeader } from '../posts/list-header';
import { Pagination } from '../posts/pagination';
import { PostList } from '../posts/post-list';
import { useSite } from '../site-context';
import { structuredData } from '../structured-data';

export interface HomeViewProps {
  posts: ListedPost[];
  /** Shown first, and not among `posts`; empty from the second page on. */
  pinned: ListedPost[];
  page: number;
  pageCount: number;
}

export function HomeView({ posts, pinned, page, pageCount }: HomeViewProps) {
  const { site, messages } = useSite();
  const first = page === 1;
  const all = [...pinned, ...posts];
  const title = fill(messages.list.page, { page, pages: pageCount });
  return (
    <Layout masthead={first}>
      <DocumentHead title={first ? null : title} path={homePath(page)}>
        {typeof window === 'undefined' ? structuredData('blog', blog(site, all)) : null}
      </DocumentHead>
      <div className="h-feed">
        {first ? (
          <data className="p-name" value={site.title} />
        ) : (
          <ListHeader kind={messages.list.allPosts} title={title} />
        )}
        <PostList posts={all} lead={first} />
        <Pagination page={page} pageCount={pageCount} pathOf={homePath} />
      </div>
    </Layout>
  );
}
