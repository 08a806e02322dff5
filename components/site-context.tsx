/** What every component may need to know of the site, given once by `_app`. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { SiteConfig } from '../lib/config';
import { interfaceLanguage, type Messages, messagesFor } from '../lib/i18n';

export interface SiteContextValue {
  site: SiteConfig;
  messages: Messages;
  /** BCP 47 tag for `Intl`: the site's language, or `en` where the interface does not speak it. */
  locale: string;
  /** What stands in the header's place for signing in; nothing where signing in is off. */
  account?: ReactNode;
}

/** Shown when a page forgets its site, as Next's own pages may. */
const FALLBACK: SiteConfig = {
  url: '',
  title: 'Issuepress',
  description: '',
  language: 'en',
  repositoryUrl: null,
};

/** Everything the components need, made from the site's settings. */
export function siteContextValue(site: SiteConfig = FALLBACK): SiteContextValue {
  return {
    site,
    messages: messagesFor(site.language),
    locale: interfaceLanguage(site.language),
  };
}

export const SiteContext = createContext<SiteContextValue>(siteContextValue());

/** Wraps the application. @param site undefined on pages that carry no props */
export function SiteProvider({
  site,
  account,
  children,
}: {
  site: SiteConfig | undefined;
  account?: ReactNode;
  children: ReactNode;
}) {
  const value = useMemo(() => ({ ...siteContextValue(site), account }), [site, account]);
  return <SiteContext value={value}>{children}</SiteContext>;
}

export function useSite(): SiteContextValue {
  return useContext(SiteContext);
}
