import type { GetStaticPaths, GetStaticProps } from 'next';
import { livePage } from '../../components/live-page';
import { SeriesView } from '../../components/views/series-view';
import { loadSeriesPage, type SeriesPageProps } from '../../lib/pages/list-pages';
import { loadStaticProps } from '../../lib/pages/page-result';

export default livePage<SeriesPageProps & { revision: string }>(SeriesView);

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<SeriesPageProps> = ({ params }) => {
  const list = Array.isArray(params?.list) ? params.list : [];
  return loadStaticProps(['series', ...list], () => loadSeriesPage(list));
};
