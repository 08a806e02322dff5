/** The interface's language. What a post is written in does not matter here. */

export { fill, formatDate, formatMoment, formatNumber, formatPlural, formatYear } from './format';
export type { Messages, Plural } from './messages';

/** The primary subtag of every language the interface speaks; `languages.ts` holds their words. */
export const SPOKEN = ['en', 'fr', 'de', 'es', 'pt', 'ja', 'zh', 'ar'] as const;

export type Spoken = (typeof SPOKEN)[number];

/**
 * The language whose words are used, by its primary subtag: `pt-BR` reads Portuguese. English
 * otherwise.
 * @param language BCP 47
 */
export function spokenLanguage(language: string): Spoken {
  return SPOKEN.find((spoken) => spoken === primarySubtag(language)) ?? 'en';
}

/**
 * The language the interface really speaks, for `lang` and `Intl`: the one asked for, with its
 * region, or `en`.
 */
export function interfaceLanguage(language: string): string {
  return spokenLanguage(language) === primarySubtag(language) ? language : 'en';
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
