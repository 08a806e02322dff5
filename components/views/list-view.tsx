/** Any list of posts with a name: a tag, an author, a series. */
import type { ReactNode } from 'react';
import type { ListedPost } from '../../lib/posts/post';
import { DocumentHead, type DocumentHeadProps } from '../document-head';
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
  posts: ListedPost[];
  page: number;
  pageCount: number;
  /** The first page's path; the others follow as `/page/2`. */
  basePath: string;
  /** The list has feeds of its own under `basePath`. */
  hasFeeds?: boolean;
  card?: DocumentHeadProps['card'];
  /** More for `<head>`, such as structured data. */
  head?: ReactNode;
  /** More under the list's name. */
  children?: ReactNode;
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
        card={props.card}
      >
        {props.head}
      </DocumentHead>
      <div className="h-feed">
        <ListHeader
          kind={props.kind}
          title={title}
          description={description}
          count={props.count}
          mark={props.mark}
        >
          {props.children}
        </ListHeader>
        <PostList posts={posts} />
        <Pagination page={page} pageCount={pageCount} pathOf={pathOf} />
      </div>
    </Layout>
  );
}
