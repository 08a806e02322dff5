import type { GetStaticPaths, GetStaticProps } from 'next';
import { countHomePages, type HomePageProps, loadHomePage } from '../../lib/pages/home-page';
import { toStaticProps } from '../../lib/pages/page-result';
import { parseNumber } from '../../lib/pages/post-page';
import { homePath } from '../../lib/paths';

export { default } from '../index';

export const getStaticPaths: GetStaticPaths = async () => {
  const count = await countHomePages();
  const paths = Array.from({ length: count - 1 }, (_, place) => ({
    params: { page: String(place + 2) },
  }));
  return { paths, fallback: 'blocking' };
};

export const getStaticProps: GetStaticProps<HomePageProps> = async ({ params }) => {
  const page = parseNumber(String(params?.page));
  if (page === 1) return toStaticProps({ kind: 'moved', path: homePath() });
  return toStaticProps(page === null ? { kind: 'not-found' } : await loadHomePage(page));
};
