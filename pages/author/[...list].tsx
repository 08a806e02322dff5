import type { GetStaticPaths, GetStaticProps } from 'next';
import { livePage } from '../../components/live-page';
import { AuthorView } from '../../components/views/author-view';
import { type AuthorPageProps, loadAuthorPage } from '../../lib/pages/list-pages';
import { toStaticProps } from '../../lib/pages/page-result';

export default livePage<AuthorPageProps & { revision: string }>(AuthorView);

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<AuthorPageProps> = async ({ params }) =>
  toStaticProps(await loadAuthorPage(Array.isArray(params?.list) ? params.list : []));
