import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAttended } from '../../lib/reconcile/attended';

const START = Date.UTC(2026, 0, 1);
const LATER = START + 10 * 60_000;

/** @param changes seconds after the start, by number */
function heardOf(changes: Record<number, number>) {
  return new Map(
    Object.entries(changes).map(([number, seconds]) => [
      Number(number),
      { updatedAt: START + seconds * 1_000, askedAt: LATER },
    ]),
  );
}

describe('what pages may not show', () => {
  it('is what changed since and nobody carried out, the oldest change first', () => {
    const attended = createAttended(null);
    attended.note(2, { updatedAt: START + 20_000, readAt: START + 30_000 });
    const heard = heardOf({ 1: 30, 2: 20, 3: 10, 4: 0, 5: -60 });
    expect(attended.missing(heard, START, LATER)).toEqual([3, 1]);
  });

  it('is a change after the one that was carried out', () => {
    const attended = createAttended(null);
    attended.note(1, { updatedAt: START + 20_000, readAt: START + 30_000 });
    expect(attended.missing(heardOf({ 1: 21 }), START, LATER)).toEqual([1]);
  });

  it('is read once more where it was read within seconds of its change', () => {
    const attended = createAttended(null);
    const updatedAt = START + 20_000;
    attended.note(1, { updatedAt, readAt: updatedAt + 900 });
    const heard = heardOf({ 1: 20 });
    expect(attended.missing(heard, START, updatedAt + 1_000)).toEqual([]);
    expect(attended.missing(heard, START, updatedAt + 5_000)).toEqual([1]);
    attended.note(1, { updatedAt, readAt: updatedAt + 5_000 });
    expect(attended.missing(heard, START, LATER)).toEqual([]);
  });

  it('is not forgotten over a restart', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'issuepress-attended-'));
    const file = path.join(folder, 'attended.json');
    const before = createAttended(file);
    expect(before.missing(heardOf({ 1: 0 }), START, LATER)).toEqual([]);
    before.note(2, { updatedAt: START + 300_000, readAt: START + 310_000 });
    before.close(START + 300_000);
    const after = createAttended(file);
    const heard = heardOf({ 1: 0, 2: 300, 3: 290, 4: 360 });
    expect(after.missing(heard, LATER, LATER)).toEqual([3, 4]);
    await rm(folder, { recursive: true });
  });

  it('is everything since the start where the file holds something else', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'issuepress-attended-'));
    const file = path.join(folder, 'attended.json');
    for (const kept of [null, { horizon: LATER, notes: [7] }, { horizon: 'late', notes: [] }]) {
      await writeFile(file, JSON.stringify(kept));
      expect(createAttended(file).missing(heardOf({ 1: 30 }), START, LATER)).toEqual([1]);
    }
    await rm(folder, { recursive: true });
  });
});
