import type { GetServerSideProps } from 'next';
import { SearchView } from '../components/views/search-view';
import { loadSearchPage, type SearchPageProps } from '../lib/pages/search-page';

export default function SearchPage({ query, results }: SearchPageProps) {
  return <SearchView query={query} results={results} />;
}

export const getServerSideProps: GetServerSideProps<SearchPageProps> = async ({ query, res }) => {
  res.setHeader('Cache-Control', 'private, no-store');
  return { props: await loadSearchPage(query.q) };
};
