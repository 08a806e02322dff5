/** How a post's own words stand on a page: their language and direction, and how loud they may be. */
import { directionOf } from '../../lib/i18n';

/** `lang` and `dir` for text in a post's language; where it is unknown the first letter decides. */
export function languageAttributes(language: string | null): {
  lang?: string;
  dir: 'ltr' | 'rtl' | 'auto';
} {
  return language ? { lang: language, dir: directionOf(language) } : { dir: 'auto' };
}

/** A headline of one line may shout; one of three sentences may not. */
export function titleLength(title: string): 'short' | 'long' | 'very-long' {
  const length = Array.from(title).length;
  if (length > 110) return 'very-long';
  return length > 60 ? 'long' : 'short';
}
