/** How much there is to read in a text; the editor counts with it while somebody types. */
import { SPACELESS } from '../spaceless-scripts';

export interface Reading {
  /** Words, and characters of scripts written without spaces. */
  words: number;
  /** At least 1 for a body with any words, else 0. */
  minutes: number;
}

/** Words a minute, and characters a minute for scripts written without spaces. */
const WORDS_PER_MINUTE = 230;
const LETTERS_PER_MINUTE = 450;

const LETTER = new RegExp(`[${SPACELESS}]`, 'gu');

/** Pure and linear in the body's length. @param body Markdown, metadata already taken off */
export function measureReading(body: string): Reading {
  const prose = withoutCode(body);
  const letters = prose.match(LETTER)?.length ?? 0;
  const rest = letters > 0 ? prose.replace(LETTER, ' ') : prose;
  let words = 0;
  for (const _ of rest.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu)) words++;
  const minutes = words / WORDS_PER_MINUTE + letters / LETTERS_PER_MINUTE;
  return {
    words: words + letters,
    minutes: minutes === 0 ? 0 : Math.max(1, Math.round(minutes)),
  };
}

/** The prose that somebody reads at a reading pace: no code blocks, tags or addresses. */
function withoutCode(body: string): string {
  const kept: string[] = [];
  let fence = '';
  for (const line of body.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence ? mark.startsWith(fence) : mark) fence = fence ? '' : mark;
    else if (!fence) kept.push(line);
  }
  return kept
    .join('\n')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<\/?[a-z][^<>\n]{0,500}>/gi, ' ')
    .replace(/https?:\/\/[^\s)>\]]+/g, ' ');
}
