import type { AppProps } from 'next/app';
import { useEffect } from 'react';
import { SiteProvider } from '../components/site-context';
import { HYDRATED } from '../lib/hydration/hydrated';
import { interfaceMessages } from '../lib/i18n/interface-messages';
import type { SiteProps } from '../lib/pages/page-result';

export default function App({ Component, pageProps, router }: AppProps<Partial<SiteProps>>) {
  useEffect(() => {
    window.dispatchEvent(new Event(HYDRATED));
  }, []);
  const { site } = pageProps;
  const messages = interfaceMessages(site?.language ?? 'en');
  // For the header, which no browser renders.
  const page = typeof window === 'undefined' ? router : null;
  return (
    <SiteProvider site={site} messages={messages} page={page}>
      <Component {...pageProps} />
    </SiteProvider>
  );
}
