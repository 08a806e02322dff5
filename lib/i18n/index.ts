/** The interface's languages. What a post is written in does not matter here. */
import { ar } from './ar';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';
import type { Messages } from './messages';
import { pt } from './pt';
import { zh } from './zh';

export { fill, formatDate, formatMoment, formatNumber, formatPlural, formatYear } from './format';
export type { Messages, Plural } from './messages';

/** Every language the interface speaks, by its primary subtag. */
export const LANGUAGES: Readonly<Record<string, Messages>> = { en, fr, de, es, pt, ja, zh, ar };

/**
 * The words for a language, by its primary subtag: `pt-BR` reads Portuguese. English otherwise.
 * @param language BCP 47
 */
export function messagesFor(language: string): Messages {
  return LANGUAGES[primarySubtag(language)] ?? en;
}

/**
 * The language the interface really speaks, for `lang` and `Intl`: the one asked for, with its
 * region, or `en`.
 */
export function interfaceLanguage(language: string): string {
  return primarySubtag(language) in LANGUAGES ? language : 'en';
}

const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand']);

/** Which way a language's usual script runs. @param language BCP 47; nonsense runs left to right */
export function directionOf(language: string): 'ltr' | 'rtl' {
  try {
    const script = new Intl.Locale(language).maximize().script ?? '';
    return RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

function primarySubtag(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}
