import type { GetStaticPaths, GetStaticProps } from 'next';
import { livePage } from '../../../components/live-page';
import { RevisionsView } from '../../../components/views/revisions-view';
import { toStaticProps } from '../../../lib/pages/page-result';
import { loadRevisionsPage, type RevisionsPageProps } from '../../../lib/pages/revisions-page';

export default livePage<RevisionsPageProps & { revision: string }>(RevisionsView);

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<RevisionsPageProps> = async ({ params }) =>
  toStaticProps(await loadRevisionsPage(String(params?.number)));
