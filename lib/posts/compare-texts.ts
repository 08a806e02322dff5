/**
 * What changed between two versions of a text, word by word. Lines are compared first, so that only
 * the lines that differ cost the finer comparison. Pure, and bounded: both versions are anybody's.
 */
import { diffLines, diffWordsWithSpace } from 'diff';

export type TextPart =
  | { kind: 'same' | 'added' | 'removed'; text: string }
  /** Unchanged lines that are left out. */
  | { kind: 'skipped' };

/** Milliseconds for the comparison of lines, for each of words, and for both together. */
const TIME = { lines: 150, words: 50, all: 200 };
/** Unchanged lines shown on either side of a change. */
const AROUND = 2;

/** @returns null when too much changed to tell within the time */
export function compareTexts(before: string, after: string): TextPart[] | null {
  const end = performance.now() + TIME.all;
  const options = { timeout: TIME.lines };
  const changes = diffLines(withLf(before), withLf(after), options);
  if (!changes) return null;
  const parts: TextPart[] = [];
  for (let place = 0; place < changes.length; place += 1) {
    const change = changes[place];
    const next = changes[place + 1];
    if (!change) continue;
    if (change.removed && next?.added) {
      parts.push(...compareWords(change.value, next.value, end));
      place += 1;
    } else if (change.added || change.removed) {
      parts.push({ kind: change.added ? 'added' : 'removed', text: change.value });
    } else {
      parts.push(...shorten(change.value, place === 0, place === changes.length - 1));
    }
  }
  return parts;
}

/** @param end when to have done, by `performance.now()`; what is left then is shown as wholly changed */
function compareWords(before: string, after: string, end: number): TextPart[] {
  const timeout = Math.min(TIME.words, end - performance.now());
  const changes = timeout > 0 ? diffWordsWithSpace(before, after, { timeout }) : undefined;
  if (!changes) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** The lines next to changes; the rest is left out. */
function shorten(text: string, isFirst: boolean, isLast: boolean): TextPart[] {
  if (isFirst && isLast) return [{ kind: 'skipped' }];
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const head = isFirst ? 0 : AROUND;
  const tail = isLast ? 0 : AROUND;
  if (lines.length <= head + tail + 1) return [{ kind: 'same', text }];
  const same = (some: string[]): TextPart[] =>
    some.length > 0 ? [{ kind: 'same', text: some.join('') }] : [];
  return [
    ...same(lines.slice(0, head)),
    { kind: 'skipped' },
    ...same(lines.slice(lines.length - tail)),
  ];
}

/** A missing last line end is no change of the last line. */
function withLf(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n');
  return plain === '' || plain.endsWith('\n') ? plain : `${plain}\n`;
}
