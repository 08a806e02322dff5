/** How fast one person may go; GitHub's own limits come after. */
import { LRUCache } from 'lru-cache';

/** Milliseconds over which is counted. */
const WINDOW = 60_000;

export interface Pace {
  /** @returns null, or in how many seconds to come again */
  wait(who: string, now: number): number | null;
}

/** @param limit requests a minute */
export function createPace(limit: number): Pace {
  const windows = new LRUCache<string, { since: number; count: number }>({ max: 5_000 });
  return {
    wait(who, now) {
      const window = windows.get(who);
      if (!window || now - window.since >= WINDOW) {
        windows.set(who, { since: now, count: 1 });
        return null;
      }
      window.count += 1;
      if (window.count <= limit) return null;
      return Math.ceil((window.since + WINDOW - now) / 1000);
    },
  };
}
