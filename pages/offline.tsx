import type { GetStaticProps } from 'next';
import { ErrorView } from '../components/views/error-view';
import { readConfig } from '../lib/config';
import { type SiteProps, siteProps } from '../lib/pages/page-result';

/** Kept by browsers for when there is no network; see public/service-worker.js. */
export default function OfflinePage() {
  return <ErrorView kind="offline" />;
}

export const getStaticProps: GetStaticProps<SiteProps> = () => ({ props: siteProps(readConfig()) });
