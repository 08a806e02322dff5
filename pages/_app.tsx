import type { AppProps } from 'next/app';
import { useEffect } from 'react';
import '../components/theme/theme.css';
import { SiteProvider } from '../components/site-context';
import { HYDRATED } from '../lib/hydration/hydrated';
import type { SiteProps } from '../lib/pages/page-result';

export default function App({ Component, pageProps }: AppProps<Partial<SiteProps>>) {
  useEffect(() => {
    window.dispatchEvent(new Event(HYDRATED));
  }, []);
  return (
    <SiteProvider site={pageProps.site}>
      <Component {...pageProps} />
    </SiteProvider>
  );
}
