/** Where a card's lines may break. Pure. */
import { SPACELESS } from '../spaceless-scripts';

/** A piece of text that stays on one line. */
export interface Piece {
  text: string;
  /** It follows the piece before it without a space. */
  glued: boolean;
}

const HAS_SPACELESS = new RegExp(`[${SPACELESS}]`, 'u');

/** What no line begins with, and what no line ends with. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}ー々ゝヽ]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

/** Letters of a word that may stand together on one line, whatever the word. */
const LONGEST = 24;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** @param text with single spaces */
export function breakText(text: string): Piece[] {
  return text.split(' ').flatMap((word) => {
    const parts = HAS_SPACELESS.test(word) ? wordsOf(word) : [word];
    return parts.flatMap(lettersOf).map((part, place) => ({ text: part, glued: place > 0 }));
  });
}

function wordsOf(text: string): string[] {
  const parts: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = parts.at(-1);
    if (last !== undefined && (CLOSING.test(segment) || OPENING.test(last))) {
      parts[parts.length - 1] = last + segment;
    } else {
      parts.push(segment);
    }
  }
  return parts;
}

function lettersOf(word: string): string[] {
  if (word.length <= LONGEST) return [word];
  return [...letters.segment(word)].map(({ segment }) => segment);
}
