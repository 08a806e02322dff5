/**
 * The words of every language, for the server. Browsers load the one they need: see
 * `interface-messages.ts`.
 */
import { type Messages, type Spoken, spokenLanguage } from '.';
import { ar } from './ar';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';
import { pt } from './pt';
import { zh } from './zh';

export const LANGUAGES: Readonly<Record<Spoken, Messages>> = { en, fr, de, es, pt, ja, zh, ar };

/** @param language BCP 47 */
export function messagesFor(language: string): Messages {
  return LANGUAGES[spokenLanguage(language)];
}
