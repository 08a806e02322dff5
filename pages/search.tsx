import type { GetServerSideProps } from 'next';
import { SearchView } from '../components/views/search-view';
import { loadBusySearchPage, loadSearchPage, type SearchPageProps } from '../lib/pages/search-page';
import { createLimiter } from '../lib/security/limited';

export default function SearchPage({ query, results, refusal }: SearchPageProps) {
  return <SearchView query={query} results={results} refusal={refusal} />;
}

const limiter = createLimiter(60);

export const getServerSideProps: GetServerSideProps<SearchPageProps> = async (context) => {
  const { query, req, res } = context;
  res.setHeader('Cache-Control', 'private, no-store');
  const wait = query.q === undefined ? 0 : limiter.wait(req);
  if (wait > 0) {
    res.statusCode = 429;
    res.setHeader('Retry-After', wait);
    return { props: loadBusySearchPage(query.q) };
  }
  if (query.q !== undefined) limiter.count(req);
  return { props: await loadSearchPage(query.q) };
};
