/**
 * Letters of scripts that put no spaces between words, for a class in a regular expression with the
 * flag `u`. Unicode counts the mark of long vowels (`ー`) as no script's own.
 */
export const SPACELESS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
