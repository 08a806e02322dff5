import type { GetStaticPaths, GetStaticProps } from 'next';
import { livePage } from '../../components/live-page';
import { SeriesView } from '../../components/views/series-view';
import { loadSeriesPage, type SeriesPageProps } from '../../lib/pages/list-pages';
import { loadStaticProps } from '../../lib/pages/page-result';

export default livePage<SeriesPageProps & { revision: string }>(SeriesView);

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<SeriesPageProps> = (context) => {
  const list = Array.isArray(context.params?.list) ? context.params.list : [];
  return loadStaticProps(context, ['series', ...list], () => loadSeriesPage(list));
};
