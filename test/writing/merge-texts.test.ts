import { describe, expect, it } from 'vitest';
import {
  hasConflicts,
  joinParts,
  mergeLine,
  mergeSets,
  mergeTexts,
} from '../../lib/writing/merge-texts';

const BASE = 'One\n\nTwo\n\nThree\n';

describe('merging two versions of a text', () => {
  it('takes both when they changed different paragraphs', () => {
    const parts = mergeTexts(BASE, 'One!\n\nTwo\n\nThree\n', 'One\n\nTwo\n\nThree\n\nFour\n');
    expect(hasConflicts(parts)).toBe(false);
    expect(joinParts(parts, [])).toBe('One!\n\nTwo\n\nThree\n\nFour\n');
  });

  it('asks where both changed the same line, and loses neither', () => {
    const parts = mergeTexts(BASE, 'One\n\nMine\n\nThree\n', 'One\n\nTheirs\n\nThree\n');
    expect(parts.filter(({ kind }) => kind === 'conflict')).toEqual([
      { kind: 'conflict', mine: 'Mine', theirs: 'Theirs', base: 'Two' },
    ]);
    expect(joinParts(parts, ['Mine\nTheirs'])).toBe('One\n\nMine\nTheirs\n\nThree\n');
    expect(joinParts(parts, [null])).toBe('One\n\n\nThree\n');
    expect(() => joinParts(parts, [])).toThrow(RangeError);
  });

  it('has nothing to ask where both made the same change', () => {
    const parts = mergeTexts(BASE, 'One\n\nSame\n\nThree\n', 'One\n\nSame\n\nThree\n');
    expect(joinParts(parts, [])).toBe('One\n\nSame\n\nThree\n');
  });

  it('merges what one emptied and the other extended by asking', () => {
    const parts = mergeTexts('One', '', 'One\nTwo');
    expect(hasConflicts(parts)).toBe(true);
  });

  it('takes the title of whoever changed it, and asks where both did', () => {
    expect(mergeLine('a', 'b', 'a')).toBe('b');
    expect(mergeLine('a', 'a', 'c')).toBe('c');
    expect(mergeLine('a', 'b', 'b')).toBe('b');
    expect(mergeLine('a', 'b', 'c')).toBeNull();
  });

  it('never asks about tags', () => {
    expect(mergeSets(['a', 'b'], ['a', 'c'], ['a', 'b', 'd'])).toEqual(['a', 'd', 'c']);
  });
});
