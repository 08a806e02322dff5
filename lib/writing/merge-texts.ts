/**
 * Two people changed the same text. What only one of them touched is taken from that one; what both
 * touched is for the author to decide. Pure; lines are what is compared.
 */
import { diff3Merge } from 'node-diff3';

export type MergePart =
  | { kind: 'agreed'; text: string }
  | {
      kind: 'conflict';
      mine: string;
      theirs: string;
      /** What it was before either changed it. */
      base: string;
    };

/** Neighbouring parts are whole lines; joined with newlines they are a text again. */
export function mergeTexts(base: string, mine: string, theirs: string): MergePart[] {
  const regions = diff3Merge(lines(mine), lines(base), lines(theirs), {
    excludeFalseConflicts: true,
  });
  return regions.flatMap((region): MergePart[] => {
    if (region.conflict) {
      const { a, o, b } = region.conflict;
      return [{ kind: 'conflict', mine: a.join('\n'), base: o.join('\n'), theirs: b.join('\n') }];
    }
    return region.ok ? [{ kind: 'agreed', text: region.ok.join('\n') }] : [];
  });
}

/** Whether some part was changed on both sides. */
export function hasConflicts(parts: readonly MergePart[]): boolean {
  return parts.some((part) => part.kind === 'conflict');
}

/**
 * @param resolutions for each conflict, in order, what shall stand there; null takes the lines away
 * @throws RangeError when a conflict has no resolution
 */
export function joinParts(
  parts: readonly MergePart[],
  resolutions: readonly (string | null)[],
): string {
  let conflict = 0;
  const texts = parts.flatMap((part) => {
    if (part.kind === 'agreed') return [part.text];
    const resolution = resolutions[conflict];
    conflict += 1;
    if (resolution === undefined) throw new RangeError(`Conflict ${conflict} is not resolved.`);
    return resolution === null ? [] : [resolution];
  });
  return texts.join('\n');
}

/** One line of its own, such as a title: null where both changed it, each to something else. */
export function mergeLine(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || theirs === base) return mine;
  return mine === base ? theirs : null;
}

/** A set that both may have changed: what either added is in, what either took away is out. */
export function mergeSets(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  const kept = theirs.filter((name) => mine.includes(name) || !base.includes(name));
  const added = mine.filter((name) => !base.includes(name) && !theirs.includes(name));
  return [...kept, ...added];
}

function lines(text: string): string[] {
  return text.split('\n');
}
