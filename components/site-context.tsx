/** What every component may need to know of the site, given once by `_app`. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { SiteConfig } from '../lib/config';
import { interfaceLanguage, type Messages } from '../lib/i18n';

/** A page, in Next's words for where it is. */
export interface AddressedPage {
  route: string;
  asPath: string;
}

export interface SiteContextValue {
  site: SiteConfig;
  messages: Messages;
  /** BCP 47 tag for `Intl`: the site's language, or `en` where the interface does not speak it. */
  locale: string;
  /** The page as Next knows it, for the way back to it; only on the server, which makes the header. */
  page: AddressedPage | null;
}

/** Shown when a page forgets its site, as Next's own pages may. */
const FALLBACK: SiteConfig = {
  url: '',
  title: 'Issuepress',
  description: '',
  language: 'en',
  repositoryUrl: null,
  canSignIn: false,
  comments: true,
  links: [],
  logo: null,
  footer: null,
};

export interface SiteProviderProps {
  /** Undefined on pages that carry no props. */
  site: SiteConfig | undefined;
  messages: Messages;
  page?: AddressedPage | null;
  children: ReactNode;
}

export const SiteContext = createContext<SiteContextValue | null>(null);

/** Wraps the application, with everything the components need. */
export function SiteProvider({
  site = FALLBACK,
  messages,
  page = null,
  children,
}: SiteProviderProps) {
  const locale = interfaceLanguage(site.language);
  const value = useMemo(() => ({ site, messages, locale, page }), [site, messages, locale, page]);
  return <SiteContext value={value}>{children}</SiteContext>;
}

/** @throws Error outside of a page */
export function useSite(): SiteContextValue {
  const value = useContext(SiteContext);
  if (!value) throw new Error('useSite should be used inside SiteProvider, which _app sets up.');
  return value;
}
