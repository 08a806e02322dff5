import type { GetStaticProps } from 'next';
import { livePage } from '../components/live-page';
import { TagsView } from '../components/views/tags-view';
import { loadTagsPage, type TagsPageProps } from '../lib/pages/list-pages';
import { loadStaticProps } from '../lib/pages/page-result';

export default livePage<TagsPageProps & { revision: string }>(TagsView);

export const getStaticProps: GetStaticProps<TagsPageProps> = (context) =>
  loadStaticProps(context, ['tags'], loadTagsPage);
