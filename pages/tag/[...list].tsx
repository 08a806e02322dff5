import type { GetStaticPaths, GetStaticProps } from 'next';
import { livePage } from '../../components/live-page';
import { TagView } from '../../components/views/tag-view';
import { loadTagPage, type TagPageProps } from '../../lib/pages/list-pages';
import { loadStaticProps } from '../../lib/pages/page-result';

export default livePage<TagPageProps & { revision: string }>(TagView);

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<TagPageProps> = (context) => {
  const list = Array.isArray(context.params?.list) ? context.params.list : [];
  return loadStaticProps(context, ['tag', ...list], () => loadTagPage(list));
};
