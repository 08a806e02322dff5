import type { GetStaticPaths, GetStaticProps } from 'next';
import { SeriesView } from '../../components/views/series-view';
import { useLivePage } from '../../lib/discussion/use-live-page';
import { loadSeriesPage, type SeriesPageProps } from '../../lib/pages/list-pages';
import { toStaticProps } from '../../lib/pages/page-result';

export default function SeriesPage(served: SeriesPageProps & { revision: string }) {
  const { props } = useLivePage(served);
  return <SeriesView {...props} />;
}

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<SeriesPageProps> = async ({ params }) =>
  toStaticProps(await loadSeriesPage(Array.isArray(params?.list) ? params.list : []));
