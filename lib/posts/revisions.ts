/** An edit history as readers see it: who changed what, when. */
import { setImmediate as letOthersGo } from 'node:timers/promises';
import type { RevisionNode } from '../github/list-revisions';
import { compareTexts, type TextPart } from './compare-texts';
import { toPerson } from './people';
import type { Person } from './post';

export type RevisionChange =
  | { kind: 'parts'; parts: TextPart[] }
  /** The oldest version there is. */
  | { kind: 'first' }
  /** Somebody took this version back; what it said is nobody's business any more. */
  | { kind: 'deleted' }
  | { kind: 'same' }
  | { kind: 'too-much' };

export interface Revision {
  /** Its place in the whole history, from 1 for the oldest. */
  position: number;
  editor: Person;
  /** ISO 8601. */
  editedAt: string;
  change: RevisionChange;
}

/** For all comparisons of one page, in milliseconds. */
const TIME = 2_000;

/**
 * @param nodes newest first
 * @param totalCount of the whole history, of which `nodes` may be the newest part
 * @param shown how many to compare; one node more than that lets the last one be compared as well
 */
export async function buildRevisions(
  nodes: readonly RevisionNode[],
  totalCount: number,
  shown: number,
  serverUrl: string,
): Promise<Revision[]> {
  const end = performance.now() + TIME;
  const revisions: Revision[] = [];
  for (const [place, node] of nodes.slice(0, shown).entries()) {
    revisions.push({
      position: totalCount - place,
      editor: toPerson(node.editor, serverUrl),
      editedAt: new Date(node.editedAt).toISOString(),
      change: changeOf(node, place, nodes, totalCount, end),
    });
    // Each comparison may take a while, and other pages are asked for meanwhile.
    await letOthersGo();
  }
  return revisions;
}

function changeOf(
  node: RevisionNode,
  place: number,
  nodes: readonly RevisionNode[],
  totalCount: number,
  end: number,
): RevisionChange {
  if (node.deletedAt !== null || node.diff === null) return { kind: 'deleted' };
  if (place === totalCount - 1) return { kind: 'first' };
  const before = nodes.slice(place + 1).find((older) => older.deletedAt === null)?.diff;
  if (typeof before !== 'string') return { kind: 'first' };
  if (before === node.diff) return { kind: 'same' };
  const parts = performance.now() < end ? compareTexts(before, node.diff) : null;
  return parts ? { kind: 'parts', parts } : { kind: 'too-much' };
}
