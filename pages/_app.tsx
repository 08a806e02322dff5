import type { AppProps } from 'next/app';
import '../components/theme/theme.css';
import { SiteProvider } from '../components/site-context';
import type { SiteProps } from '../lib/pages/page-result';

export default function App({ Component, pageProps }: AppProps<Partial<SiteProps>>) {
  return (
    <SiteProvider site={pageProps.site}>
      <Component {...pageProps} />
    </SiteProvider>
  );
}
