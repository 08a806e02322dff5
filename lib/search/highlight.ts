/** Marks in a text what was found in it. Pure; for the browser and the server. */
import { isDense, partsOf, plainForm } from './words';

export interface Passage {
  text: string;
  found: boolean;
}

/** @param words what was found, as the index remembers it */
export function highlight(text: string, words: ReadonlySet<string>): Passage[] {
  const passages: Passage[] = [];
  let end = 0;
  for (const { start, length } of findAll(text, words)) {
    if (start > end) passages.push({ text: text.slice(end, start), found: false });
    const from = Math.max(start, end);
    const last = passages.at(-1);
    const shown = text.slice(from, start + length);
    if (last?.found) last.text += shown;
    else passages.push({ text: shown, found: true });
    end = start + length;
  }
  if (end < text.length) passages.push({ text: text.slice(end), found: false });
  return passages;
}

/**
 * The part of a text around the first thing found, or its beginning.
 * @param reach how many characters on either side
 */
export function cutAround(text: string, words: ReadonlySet<string>, reach = 110): string {
  const [first] = findAll(text, words, 1);
  const place = first?.start ?? 0;
  const from = place <= reach ? 0 : nextSpace(text, place - reach);
  const to = Math.min(text.length, from + 2 * reach);
  const cut = text.slice(from, to).toWellFormed().replaceAll('\ufffd', '');
  return `${from > 0 ? '… ' : ''}${cut.trim()}${to < text.length ? ' …' : ''}`;
}

function nextSpace(text: string, from: number): number {
  const space = text.indexOf(' ', from);
  return space === -1 || space > from + 20 ? from : space + 1;
}

interface Finding {
  start: number;
  length: number;
}

/** In order; pairs of letters overlap. */
function findAll(text: string, words: ReadonlySet<string>, limit = Infinity): Finding[] {
  const findings: Finding[] = [];
  for (const part of partsOf(text)) {
    if (findings.length >= limit) break;
    const word = plainForm(part.text);
    if (!isDense(word)) {
      if (words.has(word)) findings.push({ start: part.start, length: part.text.length });
      continue;
    }
    const letters = Array.from(part.text);
    let start = part.start;
    for (const [place, letter] of letters.entries()) {
      const pair = letter + (letters[place + 1] ?? '');
      if (words.has(plainForm(pair))) findings.push({ start, length: pair.length });
      else if (words.has(plainForm(letter))) findings.push({ start, length: letter.length });
      start += letter.length;
    }
  }
  return findings;
}
