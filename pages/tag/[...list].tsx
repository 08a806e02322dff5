import type { GetStaticPaths, GetStaticProps } from 'next';
import { TagView } from '../../components/views/tag-view';
import { useLivePage } from '../../lib/discussion/use-live-page';
import { loadTagPage, type TagPageProps } from '../../lib/pages/list-pages';
import { toStaticProps } from '../../lib/pages/page-result';

export default function TagPage(served: TagPageProps & { revision: string }) {
  const { props } = useLivePage(served);
  return <TagView {...props} />;
}

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<TagPageProps> = async ({ params }) =>
  toStaticProps(await loadTagPage(Array.isArray(params?.list) ? params.list : []));
