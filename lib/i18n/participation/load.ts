/** The words of taking part, in the one language that a page needs. */
import { type Spoken, spokenLanguage } from '..';
import type { ParticipationWords } from './words';

const LOADERS: Readonly<Record<Spoken, () => Promise<ParticipationWords>>> = {
  en: async () => (await import('./en')).en,
  fr: async () => (await import('./fr')).fr,
  de: async () => (await import('./de')).de,
  es: async () => (await import('./es')).es,
  pt: async () => (await import('./pt')).pt,
  ja: async () => (await import('./ja')).ja,
  zh: async () => (await import('./zh')).zh,
  ar: async () => (await import('./ar')).ar,
};

/** @param language BCP 47 */
export function loadParticipationWords(language: string): Promise<ParticipationWords> {
  return LOADERS[spokenLanguage(language)]();
}
