import type { GetServerSideProps } from 'next';
import { WriteView } from '../components/views/write-view';
import { loadWritePage, type WritePageProps } from '../lib/pages/write-page';

export default function NewPage(props: WritePageProps) {
  return <WriteView {...props} />;
}

/** The same for everybody, and made of the settings alone; GitHub is not asked. */
export const getServerSideProps: GetServerSideProps<WritePageProps> = async ({ res }) => {
  const props = loadWritePage(null);
  res.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
  return props ? { props } : { notFound: true };
};
