import type { GetStaticPaths, GetStaticProps } from 'next';
import { AuthorView } from '../../components/views/author-view';
import { useLivePage } from '../../lib/discussion/use-live-page';
import { type AuthorPageProps, loadAuthorPage } from '../../lib/pages/list-pages';
import { toStaticProps } from '../../lib/pages/page-result';

export default function AuthorPage(served: AuthorPageProps & { revision: string }) {
  const { props } = useLivePage(served);
  return <AuthorView {...props} />;
}

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<AuthorPageProps> = async ({ params }) =>
  toStaticProps(await loadAuthorPage(Array.isArray(params?.list) ? params.list : []));
