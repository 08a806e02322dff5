import type { AppProps } from 'next/app';
import { useEffect } from 'react';
import { Account } from '../components/account/account';
import { interfaceMessages } from '../components/interface-language';
import { SiteProvider } from '../components/site-context';
import { HYDRATED } from '../lib/hydration/hydrated';
import type { SiteProps } from '../lib/pages/page-result';

export default function App({ Component, pageProps, router }: AppProps<Partial<SiteProps>>) {
  useEffect(() => {
    window.dispatchEvent(new Event(HYDRATED));
  }, []);
  const { site } = pageProps;
  const messages = interfaceMessages(site?.language ?? 'en');
  // It stands in the header, which no browser renders.
  const account = typeof window === 'undefined' ? <Account router={router} /> : null;
  return (
    <SiteProvider site={site} messages={messages} account={account}>
      <Component {...pageProps} />
    </SiteProvider>
  );
}
