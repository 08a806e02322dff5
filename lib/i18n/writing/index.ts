/** The editor's words in every language the interface speaks; only the server has them all. */
import { type Spoken, spokenLanguage } from '..';
import { ar } from './ar';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';
import { pt } from './pt';
import type { WritingWords } from './words';
import { zh } from './zh';

export const WRITING_WORDS: Readonly<Record<Spoken, WritingWords>> = {
  en,
  fr,
  de,
  es,
  pt,
  ja,
  zh,
  ar,
};

/** @param language the site's: BCP 47 */
export function writingWords(language: string): WritingWords {
  return WRITING_WORDS[spokenLanguage(language)];
}
