/** The words of `/setup` in every language, for the server. */
import { type Spoken, spokenLanguage } from '..';
import { ar } from './ar';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';
import { pt } from './pt';
import type { SetupWords } from './setup-words';
import { zh } from './zh';

export type { SetupWords } from './setup-words';

export const SETUP_WORDS: Readonly<Record<Spoken, SetupWords>> = {
  en,
  fr,
  de,
  es,
  pt,
  ja,
  zh,
  ar,
};

/** @param language BCP 47 */
export function setupWords(language: string): SetupWords {
  return SETUP_WORDS[spokenLanguage(language)];
}
