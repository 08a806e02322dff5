import type { AppProps } from 'next/app';
import { useEffect } from 'react';
import '../components/theme/theme.css';
import { INTERFACE } from '../components/interface-language';
import { HYDRATED } from '../lib/hydration/hydrated';
import { spokenLanguage } from '../lib/i18n';
import type { SiteProps } from '../lib/pages/page-result';

export default function App({ Component, pageProps }: AppProps<Partial<SiteProps>>) {
  useEffect(() => {
    window.dispatchEvent(new Event(HYDRATED));
  }, []);
  const { site } = pageProps;
  const Interface = INTERFACE[spokenLanguage(site?.language ?? 'en')];
  return (
    <Interface site={site}>
      <Component {...pageProps} />
    </Interface>
  );
}
