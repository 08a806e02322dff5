import type { GetStaticPaths, GetStaticProps } from 'next';
import { ArchiveView } from '../../components/views/archive-view';
import { useLivePage } from '../../lib/discussion/use-live-page';
import { type ArchivePageProps, loadArchivePage } from '../../lib/pages/archive-page';
import { toStaticProps } from '../../lib/pages/page-result';

export default function ArchivePage(served: ArchivePageProps & { revision: string }) {
  const { props } = useLivePage(served);
  return <ArchiveView {...props} />;
}

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<ArchivePageProps> = async ({ params }) =>
  toStaticProps(await loadArchivePage(Array.isArray(params?.list) ? params.list : []));
