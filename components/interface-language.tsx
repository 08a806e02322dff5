/**
 * The words of the interface, for every component. The server has all languages; a browser loads the
 * one it needs before the application starts.
 */
import type { Messages } from '../lib/i18n';
import { type Spoken, spokenLanguage } from '../lib/i18n';
import { messagesFor } from '../lib/i18n/languages';

const LOADERS: Readonly<Record<Spoken, () => Promise<Messages>>> = {
  en: async () => (await import('../lib/i18n/en')).en,
  fr: async () => (await import('../lib/i18n/fr')).fr,
  de: async () => (await import('../lib/i18n/de')).de,
  es: async () => (await import('../lib/i18n/es')).es,
  pt: async () => (await import('../lib/i18n/pt')).pt,
  ja: async () => (await import('../lib/i18n/ja')).ja,
  zh: async () => (await import('../lib/i18n/zh')).zh,
  ar: async () => (await import('../lib/i18n/ar')).ar,
};

const inBrowser =
  typeof window === 'undefined'
    ? null
    : await LOADERS[spokenLanguage(document.documentElement.lang)]();

/** @param language the site's, as a BCP 47 tag */
export function interfaceMessages(language: string): Messages {
  if (typeof window === 'undefined') return messagesFor(language);
  if (!inBrowser) throw new Error('The words of the interface are not there.');
  return inBrowser;
}
