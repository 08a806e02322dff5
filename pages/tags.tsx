import type { GetStaticProps } from 'next';
import { TagsView } from '../components/views/tags-view';
import { useLivePage } from '../lib/discussion/use-live-page';
import { loadTagsPage, type TagsPageProps } from '../lib/pages/list-pages';
import { toStaticProps } from '../lib/pages/page-result';

export default function TagsPage(served: TagsPageProps & { revision: string }) {
  const { props } = useLivePage(served);
  return <TagsView {...props} />;
}

export const getStaticProps: GetStaticProps<TagsPageProps> = async () =>
  toStaticProps(await loadTagsPage());
