/** What a fence's info string asks for: ```` ```ts title="app.ts" {1,3-5} numbered ````. */
import { scopeOf } from './highlighter';

export interface Fence {
  /** The first word, lower case: `ts`. */
  language: string;
  file: string | null;
  numbered: boolean;
  /** The number of the first line. */
  firstLine: number;
  /** 1-based numbers of the lines to mark. */
  marked: Set<number>;
}

/**
 * Reads the info string.
 * @param flag its first word, which may be a path: `src/app.ts`
 * @param meta the rest: `title="…"`, `file=…`, `{1,3-5}`, `numbered`, `showLineNumbers`, `start=10`
 */
export function readFence(flag: string, meta: string): Fence {
  const named = /(?:^|\s)(?:title|file|filename|name)=(?:"([^"]*)"|'([^']*)'|([^\s{]+))/.exec(meta);
  const path = /[./]/.test(flag) && scopeOf(flag) ? flag : null;
  const start = /(?:^|\s)(?:start|startLine|startFrom)=(\d{1,6})/.exec(meta);
  return {
    language: (path ? path.slice(path.lastIndexOf('.') + 1) : flag).toLowerCase(),
    file: named?.[1] ?? named?.[2] ?? named?.[3] ?? path,
    numbered:
      start !== null || /(?:^|\s)(?:numbered|linenos|lineNumbers|showLineNumbers)\b/.test(meta),
    firstLine: Number(start?.[1] ?? 1),
    marked: readLines(/\{([\d,\s-]{1,200})\}/.exec(meta)?.[1] ?? ''),
  };
}

function readLines(list: string): Set<number> {
  const lines = new Set<number>();
  for (const part of list.split(',')) {
    const match = /^\s*(\d{1,5})\s*(?:-\s*(\d{1,5}))?\s*$/.exec(part);
    if (!match) continue;
    const first = Number(match[1]);
    const last = Math.min(Number(match[2] ?? first), first + 2000);
    for (let line = first; line <= last; line++) lines.add(line);
  }
  return lines;
}
