import type { GetStaticPaths, GetStaticProps } from 'next';
import { livePage } from '../../components/live-page';
import { ArchiveView } from '../../components/views/archive-view';
import { type ArchivePageProps, loadArchivePage } from '../../lib/pages/archive-page';
import { toStaticProps } from '../../lib/pages/page-result';

export default livePage<ArchivePageProps & { revision: string }>(ArchiveView);

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<ArchivePageProps> = async ({ params }) =>
  toStaticProps(await loadArchivePage(Array.isArray(params?.list) ? params.list : []));
