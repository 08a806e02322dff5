/**
 * The words of the interface, for every component. The server has all languages; a browser loads the
 * one it needs before the application starts.
 */
import { type Messages, type Spoken, spokenLanguage } from '.';
import { messagesFor } from './languages';

const LOADERS: Readonly<Record<Spoken, () => Promise<Messages>>> = {
  en: async () => (await import('./en')).en,
  fr: async () => (await import('./fr')).fr,
  de: async () => (await import('./de')).de,
  es: async () => (await import('./es')).es,
  pt: async () => (await import('./pt')).pt,
  ja: async () => (await import('./ja')).ja,
  zh: async () => (await import('./zh')).zh,
  ar: async () => (await import('./ar')).ar,
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
