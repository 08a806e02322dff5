/** Sees that no reader is shown the past. */
import type { Chronicle, Standing } from './chronicle';
import type { Visit } from './steady-reader';

export interface Watch {
  look(visit: Visit): void;
  /** From now on, no page may be older than it was at a moment. */
  expect(standings: ReadonlyMap<number, Standing>): void;
  /** What was older than that. */
  older: string[];
}

export function watchForThePast(chronicle: Chronicle): Watch {
  const older: string[] = [];
  let expected: ReadonlyMap<number, Standing> = new Map();
  return {
    older,
    expect(standings) {
      expected = standings;
    },
    look({ path, status, text }) {
      const number = Number(/^\/post\/(\d+)/.exec(path)?.[1]);
      const before = expected.get(number);
      const now = chronicle.standings().get(number);
      if (!before || !now) return;
      const shown = Number(/Text after event (\d+)/.exec(text)?.[1]);
      // What came or went since is this or that, as long as the change is under way.
      const isSame = now.count === before.count;
      if (isSame && status !== (before.isPublic ? 200 : 404)) {
        older.push(`${path} answered ${status}, as before event ${before.count}`);
      } else if (status === 200 && !(shown >= before.text)) {
        older.push(`${path} showed event ${shown}, as before event ${before.text}`);
      }
    },
  };
}
