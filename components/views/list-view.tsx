/** Any list of posts with a name: a tag, an author, a series, found posts. */
import type { ReactNode } from 'react';
import type { PostSummary } from '../../lib/posts/post';
import { DocumentHead } from '../document-head';
import { Layout } from '../layout/layout';
import { ListHeader } from '../posts/list-header';
import { Pagination } from '../posts/pagination';
import { PostList } from '../posts/post-list';

export interface ListViewProps {
  /** What kind of list: `Tag`, `Series` … */
  kind?: string | null;
  title: string;
  description?: string | null;
  /** How many posts, in words. */
  count?: string | null;
  mark?: ReactNode;
  posts: PostSummary[];
  page: number;
  pageCount: number;
  /** The first page's path; the others follow as `/page/2`. */
  basePath: string;
  /** The list has feeds of its own under `basePath`. */
  hasFeeds?: boolean;
}

export function ListView(props: ListViewProps) {
  const { title, description, posts, page, pageCount, basePath } = props;
  const pathOf = (to: number) => (to === 1 ? basePath : `${basePath}/page/${to}`);
  return (
    <Layout>
      <DocumentHead
        title={title}
        description={description}
        path={pathOf(page)}
        feedsOf={props.hasFeeds ? basePath : null}
      />
      <div className="h-feed">
        <ListHeader
          kind={props.kind}
          title={title}
          description={description}
          count={props.count}
          mark={props.mark}
        />
        <PostList posts={posts} />
        <Pagination page={page} pageCount={pageCount} pathOf={pathOf} />
      </div>
    </Layout>
  );
}
