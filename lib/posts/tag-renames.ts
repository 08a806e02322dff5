/**
 * What tags used to be called. GitHub tells of a label's old name once, in the delivery, and never
 * again; so it is kept in a small file, and old addresses go on leading to the tag.
 */
import { readFileSync } from 'node:fs';
import { writeWholeSync } from '../write-whole.js';
import { tagSlug } from './tag-slug';

export interface TagRenames {
  /** @param from @param to names of a label */
  remember(from: string, to: string): void;
  /** @param slug that no post carries @returns what it became, or null */
  find(slug: string): string | null;
}

/** Old names are for links of long ago, but not for ever. */
const MOST = 1_000;

/** @param file JSON of [old slug, new slug] pairs; losing it costs only old links */
export function createTagRenames(file: string): TagRenames {
  const known = new Map(load(file));

  return {
    remember(from, to) {
      const [old, today] = [tagSlug(from), tagSlug(to)];
      if (old === today) return;
      known.delete(old);
      known.set(old, today);
      // The name is in use again, so it leads nowhere else.
      known.delete(today);
      const newest = [...known].slice(-MOST);
      save(file, newest);
    },
    find(slug) {
      let today = known.get(slug);
      for (let steps = 0; steps < 20; steps += 1) {
        const next: string | undefined = today === undefined ? undefined : known.get(today);
        if (next === undefined) break;
        today = next;
      }
      return today ?? null;
    },
  };
}

function load(file: string): [string, string][] {
  try {
    const pairs: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(pairs) ? pairs.map(([old, today]) => [String(old), String(today)]) : [];
  } catch {
    return [];
  }
}

function save(file: string, pairs: readonly (readonly [string, string])[]): void {
  try {
    writeWholeSync(file, JSON.stringify(pairs));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    console.warn(`The old names of tags could not be kept: ${reason}`);
  }
}
