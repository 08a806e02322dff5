/**
 * Which changes of issues pages show for certain. A delivery notes what it carried out; whatever
 * GitHub told of and nobody noted was lost on the way. It is kept on disk, so that a server finds
 * after a start what happened while it did not run, or what it did not finish.
 */
import { readFileSync } from 'node:fs';
import type { Hearing } from '../posts/post-index';
import { isFlag, isNumber, listOf, pairOf, shapeOf } from '../shape-of';
import { writeWholeSync } from '../write-whole.js';

export interface Attended {
  /** Pages show an issue as it was read. Both in milliseconds. */
  note(number: number, reading: { updatedAt: number; readAt: number }): void;
  /**
   * Issues with a change that pages may not show, the oldest change first.
   * @param heard what GitHub told of each issue
   * @param start where nothing is kept: changes until then, in milliseconds, count as shown
   */
  missing(heard: ReadonlyMap<number, Hearing>, start: number, now: number): number[];
  /** Keeps what is known. @param upTo the latest change of all when nothing was missing; milliseconds */
  close(upTo: number): void;
}

interface Note {
  updatedAt: number;
  /** Nothing else can have changed in the same second, which GitHub counts in. */
  isSettled: boolean;
}

/** Another change of the same second comes to light within this time, in milliseconds. */
const SETTLING = 3_000;
/** GitHub's replicas lag: a change may be told of this much later than a younger one. */
const OVERLAP = 60_000;

/** @param file JSON; null keeps nothing */
export function createAttended(file: string | null): Attended {
  const kept = file ? load(file) : null;
  const notes = new Map<number, Note>(kept?.notes ?? []);
  let horizon = kept?.horizon ?? null;

  return {
    note(number, { updatedAt, readAt }) {
      const known = notes.get(number);
      const isSettled = readAt - updatedAt >= SETTLING;
      if (known && (known.updatedAt > updatedAt || (known.updatedAt === updatedAt && !isSettled))) {
        return;
      }
      notes.set(number, { updatedAt, isSettled });
    },
    missing(heard, start, now) {
      horizon ??= start;
      const after = horizon;
      return [...heard]
        .filter(([number, { updatedAt }]) => {
          if (updatedAt <= after) return false;
          const note = notes.get(number);
          if (!note || note.updatedAt < updatedAt) return true;
          return !note.isSettled && now - updatedAt >= SETTLING;
        })
        .sort(([, one], [, other]) => one.updatedAt - other.updatedAt)
        .map(([number]) => number);
    },
    close(upTo) {
      horizon = Math.max(horizon ?? 0, upTo - OVERLAP);
      for (const [number, { updatedAt }] of notes) if (updatedAt <= horizon) notes.delete(number);
      if (file) save(file, { horizon, notes: [...notes] });
    },
  };
}

interface Kept {
  horizon: number;
  notes: [number, Note][];
}

const isKept = shapeOf<Kept>({
  horizon: isNumber,
  notes: listOf(pairOf(isNumber, shapeOf<Note>({ updatedAt: isNumber, isSettled: isFlag }))),
});

function load(file: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

function save(file: string, kept: Kept): void {
  try {
    writeWholeSync(file, JSON.stringify(kept));
  } catch {
    // A read-only disk costs only a few calls at the next start.
  }
}
