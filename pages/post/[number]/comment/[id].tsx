import type { GetStaticPaths, GetStaticProps } from 'next';
import { CommentView } from '../../../../components/views/comment-view';
import { useLivePage } from '../../../../lib/discussion/use-live-page';
import { type CommentPageProps, loadCommentPage } from '../../../../lib/pages/comment-page';
import { toStaticProps } from '../../../../lib/pages/page-result';

export default function CommentPage(served: CommentPageProps & { revision: string }) {
  const { props } = useLivePage(served);
  return <CommentView {...props} />;
}

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<CommentPageProps> = async ({ params }) =>
  toStaticProps(await loadCommentPage(String(params?.number), String(params?.id)));
