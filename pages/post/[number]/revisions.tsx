import type { GetStaticPaths, GetStaticProps } from 'next';
import { RevisionsView } from '../../../components/views/revisions-view';
import { useLivePage } from '../../../lib/discussion/use-live-page';
import { toStaticProps } from '../../../lib/pages/page-result';
import { loadRevisionsPage, type RevisionsPageProps } from '../../../lib/pages/revisions-page';

export default function RevisionsPage(served: RevisionsPageProps & { revision: string }) {
  const { props } = useLivePage(served);
  return <RevisionsView {...props} />;
}

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<RevisionsPageProps> = async ({ params }) =>
  toStaticProps(await loadRevisionsPage(String(params?.number)));
