/**
 * Text as the words a search compares. The browser and the server use the same, or they would not
 * find each other's words. Scripts without spaces between words are cut into pairs of letters, which
 * needs no dictionary and finds every word.
 */
import { SPACELESS } from '../spaceless-scripts';

/** A run of letters of such a script; or a word, with the signs of `C++` and `C#`. */
const WORD = new RegExp(
  `[${SPACELESS}]+|(?:(?![${SPACELESS}])[\\p{L}\\p{N}\\p{M}])+(?:[+#]+(?![\\p{L}\\p{N}]))?`,
  'gu',
);
const IS_DENSE = new RegExp(`^[${SPACELESS}]`, 'u');

/** Nobody searches for more of a word; base64 in a code block is not worth its bytes. */
const LONGEST = 40;

/** The words to remember of a text. */
export function wordsOf(text: string): string[] {
  return partsOf(text).flatMap(({ text: part }) => {
    const word = plainForm(part);
    if (!IS_DENSE.test(word)) return word.length > LONGEST ? [] : [word];
    // The last letter as well, so that it is found alone.
    return [...pairsOf(word), ...Array.from(word).slice(-1)];
  });
}

/** The words to look for. */
export function queryWordsOf(query: string): string[] {
  return partsOf(query).flatMap(({ text: part }) => {
    const word = plainForm(part);
    return IS_DENSE.test(word) ? pairsOf(word) : [word.slice(0, LONGEST)];
  });
}

/** A word of a script that has no spaces; it cannot be misspelt by a letter and still be looked for. */
export function isDense(word: string): boolean {
  return IS_DENSE.test(word);
}

export interface TextPart {
  text: string;
  /** Where it begins in the whole. */
  start: number;
}

/** The words of a text as they stand in it, in order; what is between them is left out. */
export function partsOf(text: string): TextPart[] {
  return [...text.matchAll(WORD)].map((match) => ({ text: match[0], start: match.index }));
}

/** Without capitals, accents and the variants that look alike. */
export function plainForm(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
}

function pairsOf(run: string): string[] {
  const letters = Array.from(run);
  if (letters.length === 1) return letters;
  return letters.slice(1).map((letter, place) => `${letters[place]}${letter}`);
}
