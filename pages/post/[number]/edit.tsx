import type { GetServerSideProps } from 'next';
import { WriteView } from '../../../components/views/write-view';
import { loadWritePage, type WritePageProps } from '../../../lib/pages/write-page';

export default function EditPage(props: WritePageProps) {
  return <WriteView {...props} />;
}

/** Nothing is asked of GitHub, so that nothing has to be kept for every number there is. */
export const getServerSideProps: GetServerSideProps<WritePageProps> = async ({ params, res }) => {
  const props = loadWritePage(String(params?.number));
  res.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
  return props ? { props } : { notFound: true };
};
