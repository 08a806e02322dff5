import type { GetStaticPaths, GetStaticProps } from 'next';
import { countHomePages, type HomePageProps, loadHomePage } from '../../lib/pages/home-page';
import { loadStaticProps } from '../../lib/pages/page-result';
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

export const getStaticProps: GetStaticProps<HomePageProps> = (context) => {
  const page = parseNumber(String(context.params?.page));
  return loadStaticProps(context, ['page', String(context.params?.page)], () => {
    if (page === 1) return { kind: 'moved', path: homePath() };
    return page === null ? { kind: 'not-found' } : loadHomePage(page);
  });
};
