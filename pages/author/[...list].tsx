import type { GetStaticPaths, GetStaticProps } from 'next';
import { livePage } from '../../components/live-page';
import { AuthorView } from '../../components/views/author-view';
import { type AuthorPageProps, loadAuthorPage } from '../../lib/pages/list-pages';
import { loadStaticProps } from '../../lib/pages/page-result';

export default livePage<AuthorPageProps & { revision: string }>(AuthorView);

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<AuthorPageProps> = (context) => {
  const list = Array.isArray(context.params?.list) ? context.params.list : [];
  return loadStaticProps(context, ['author', ...list], () => loadAuthorPage(list));
};
