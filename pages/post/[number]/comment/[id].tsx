import type { GetStaticPaths, GetStaticProps } from 'next';
import { livePage } from '../../../../components/live-page';
import { CommentView } from '../../../../components/views/comment-view';
import { type CommentPageProps, loadCommentPage } from '../../../../lib/pages/comment-page';
import { toStaticProps } from '../../../../lib/pages/page-result';

export default livePage<CommentPageProps & { revision: string }>(CommentView);

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<CommentPageProps> = async ({ params }) =>
  toStaticProps(await loadCommentPage(String(params?.number), String(params?.id)));
