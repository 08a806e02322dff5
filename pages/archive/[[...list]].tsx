import type { GetStaticPaths, GetStaticProps } from 'next';
import { livePage } from '../../components/live-page';
import { ArchiveView } from '../../components/views/archive-view';
import { type ArchivePageProps, loadArchivePage } from '../../lib/pages/archive-page';
import { loadStaticProps } from '../../lib/pages/page-result';

export default livePage<ArchivePageProps & { revision: string }>(ArchiveView);

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<ArchivePageProps> = (context) => {
  const list = Array.isArray(context.params?.list) ? context.params.list : [];
  return loadStaticProps(context, ['archive', ...list], () => loadArchivePage(list));
};
