import type { GetStaticProps } from 'next';
import { ErrorView } from '../components/views/error-view';
import { readConfig } from '../lib/config';
import { type SiteProps, siteProps } from '../lib/pages/page-result';

export default function NotFoundPage() {
  return <ErrorView kind="not-found" />;
}

export const getStaticProps: GetStaticProps<SiteProps> = () => ({ props: siteProps(readConfig()) });
