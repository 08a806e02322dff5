import { describe, expect, it } from 'vitest';
import type { RevisionNode } from '../../lib/github/list-revisions';
import { compareTexts } from '../../lib/posts/compare-texts';
import { buildRevisions } from '../../lib/posts/revisions';
import { OCTOCAT } from '../support/sample-issue';

describe('comparing two texts', () => {
  it('marks words, not lines', () => {
    expect(compareTexts('The quick fox.', 'The slow fox.')).toEqual([
      { kind: 'same', text: 'The ' },
      { kind: 'removed', text: 'quick' },
      { kind: 'added', text: 'slow' },
      { kind: 'same', text: ' fox.\n' },
    ]);
  });

  it('leaves out what did not change, but for the lines beside', () => {
    const lines = Array.from({ length: 20 }, (_, place) => `Line ${place}`);
    const after = lines.with(10, 'Another line');
    const parts = compareTexts(lines.join('\n'), after.join('\n')) ?? [];
    expect(parts.map((part) => part.kind)).toEqual(
      expect.arrayContaining(['skipped', 'same', 'removed', 'added', 'same', 'skipped']),
    );
    expect(JSON.stringify(parts)).not.toContain('Line 3');
    expect(JSON.stringify(parts)).toContain('Line 9');
  });

  it('does not take line ends for changes', () => {
    expect(compareTexts('a\r\nb', 'a\nb\n')).toEqual([{ kind: 'skipped' }]);
  });
});

describe('revisions', () => {
  const node = (diff: string | null, changes: Partial<RevisionNode> = {}): RevisionNode => ({
    editedAt: '2026-01-01T00:00:00Z',
    deletedAt: null,
    diff,
    editor: OCTOCAT,
    ...changes,
  });
  const kinds = async (nodes: RevisionNode[], total = nodes.length, shown = 50) =>
    (await buildRevisions(nodes, total, shown, 'https://github.com')).map(
      ({ change }) => change.kind,
    );

  it('show nothing of what was deleted, and compare around it', async () => {
    const deleted = node('A secret.', { deletedAt: '2026-01-02T00:00:00Z' });
    const nodes = [node('Three.'), deleted, node('One.')];
    const revisions = await buildRevisions(nodes, 3, 50, 'https://github.com');
    expect(revisions.map(({ change }) => change.kind)).toEqual(['parts', 'deleted', 'first']);
    expect(JSON.stringify(revisions)).not.toContain('secret');
  });

  it('know the first version from the oldest that was read', async () => {
    const nodes = [node('3'), node('2'), node('1')];
    expect(await kinds(nodes, 500, 2)).toEqual(['parts', 'parts']);
    expect(await kinds(nodes)).toEqual(['parts', 'parts', 'first']);
  });

  it('name a deleted account ghost, and an edit that changed nothing', async () => {
    const nodes = [node('1', { editor: null }), node('1')];
    const [newest] = await buildRevisions(nodes, 2, 50, 'https://github.com');
    expect([newest?.editor.login, newest?.change.kind]).toEqual(['ghost', 'same']);
  });

  it('leave time for others between versions that are long to compare', async () => {
    const text = (seed: number) =>
      Array.from({ length: 4_000 }, (_, place) => `Word ${(place * seed) % 997} of many`).join(
        '\n',
      );
    const nodes = [7, 11, 13, 17, 19, 23].map((seed) => node(text(seed)));
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 1);
    await buildRevisions(nodes, 6, 50, 'https://github.com');
    clearInterval(counting);
    expect(turns).toBeGreaterThan(1);
  });
});
