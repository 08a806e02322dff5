import type { GetStaticPaths, GetStaticProps } from 'next';
import { livePage } from '../../../components/live-page';
import { RevisionsView } from '../../../components/views/revisions-view';
import { loadStaticProps } from '../../../lib/pages/page-result';
import { loadRevisionsPage, type RevisionsPageProps } from '../../../lib/pages/revisions-page';

export default livePage<RevisionsPageProps & { revision: string }>(RevisionsView);

export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<RevisionsPageProps> = (context) => {
  const number = String(context.params?.number);
  return loadStaticProps(context, ['post', number, 'revisions'], (isTold) =>
    loadRevisionsPage(number, isTold),
  );
};
