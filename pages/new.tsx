import type { GetStaticProps } from 'next';
import { WriteView } from '../components/views/write-view';
import { loadWritePage, type WritePageProps } from '../lib/pages/write-page';

export default function NewPage(props: WritePageProps) {
  return <WriteView {...props} />;
}

export const getStaticProps: GetStaticProps<WritePageProps> = () => {
  const props = loadWritePage(null);
  return props ? { props } : { notFound: true };
};
