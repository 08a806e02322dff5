/** How deeply the elements of a page may nest. */
import type { Nodes, Root } from 'hast';

/**
 * Blink flattens what nests more than 512 elements deep, and every recursive walk over a tree (ours,
 * a feed reader's, a crawler's) has some depth at which its stack ends; a text that a person wrote
 * stays below thirty.
 */
export const DEEPEST = 256;

/**
 * Refuses a tree before anything walks it recursively; walks by level itself.
 * @throws RangeError when elements nest deeper than `DEEPEST`
 */
export function refuseTooDeep(tree: Root): void {
  let level: Nodes[] = tree.children;
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new RangeError(`Elements nest more than ${DEEPEST} deep.`);
    level = level.flatMap((node) => (node.type === 'element' ? node.children : []));
  }
}
