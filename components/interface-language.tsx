/**
 * Each language's words are a file of their own, which Next has in place before a page is rendered
 * or taken over: nobody loads eight languages to read in one.
 */
import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import type { Messages, Spoken } from '../lib/i18n';
import { SiteProvider, type SiteProviderProps } from './site-context';

type LanguageProps = Omit<SiteProviderProps, 'messages'>;

/** Provides the site's words in the language. */
export const INTERFACE: Readonly<Record<Spoken, ComponentType<LanguageProps>>> = {
  en: dynamic(() => import('../lib/i18n/en').then(({ en }) => speaking(en))),
  fr: dynamic(() => import('../lib/i18n/fr').then(({ fr }) => speaking(fr))),
  de: dynamic(() => import('../lib/i18n/de').then(({ de }) => speaking(de))),
  es: dynamic(() => import('../lib/i18n/es').then(({ es }) => speaking(es))),
  pt: dynamic(() => import('../lib/i18n/pt').then(({ pt }) => speaking(pt))),
  ja: dynamic(() => import('../lib/i18n/ja').then(({ ja }) => speaking(ja))),
  zh: dynamic(() => import('../lib/i18n/zh').then(({ zh }) => speaking(zh))),
  ar: dynamic(() => import('../lib/i18n/ar').then(({ ar }) => speaking(ar))),
};

function speaking(messages: Messages): ComponentType<LanguageProps> {
  return (props) => <SiteProvider {...props} messages={messages} />;
}
