import type { GetStaticPaths, GetStaticProps } from 'next';
import { livePage } from '../../components/live-page';
import { ArchiveView } from '../../components/views/archive-view';
import { type ArchivePageProps, loadArchivePage } from '../../lib/pages/archive-page';
import { loadStaticProps } from '../../lib/pages/page-result';

export default livePage<ArchivePageProps & { revision: string }>(ArchiveView);

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<ArchivePageProps> = ({ params }) => {
  const list = Array.isArray(params?.list) ? params.list : [];
  return loadStaticProps(['archive', ...list], () => loadArchivePage(list));
};
