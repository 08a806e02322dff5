import type { GetStaticPaths, GetStaticProps } from 'next';
import { livePage } from '../../../../components/live-page';
import { CommentView } from '../../../../components/views/comment-view';
import { type CommentPageProps, loadCommentPage } from '../../../../lib/pages/comment-page';
import { loadStaticProps } from '../../../../lib/pages/page-result';

export default livePage<CommentPageProps & { revision: string }>(CommentView);

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<CommentPageProps> = (context) => {
  const number = String(context.params?.number);
  const id = String(context.params?.id);
  return loadStaticProps(context, ['post', number, 'comment', id], (isTold) =>
    loadCommentPage(number, id, isTold),
  );
};
