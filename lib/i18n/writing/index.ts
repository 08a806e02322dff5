/** The editor's words in every language the interface speaks; only the server has them all. */
import { type Spoken, spokenLanguage } from '..';
import { en } from './en';
import type { WritingWords } from './words';

export const WRITING_WORDS: Readonly<Record<Spoken, WritingWords>> = {
  en,
  fr: en,
  de: en,
  es: en,
  pt: en,
  ja: en,
  zh: en,
  ar: en,
};

/** @param language the site's: BCP 47 */
export function writingWords(language: string): WritingWords {
  return WRITING_WORDS[spokenLanguage(language)];
}
