/** The elements of any HTML, read as browsers read it. Pure. */
import type { Element, Nodes } from 'hast';
import { raw } from 'hast-util-raw';

/** In the order in which they stand. Comments and escaped text hold none. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const waiting: Nodes[] = [raw({ type: 'root', children: [{ type: 'raw', value: html }] })];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'element') found.push(node);
    if ('children' in node) waiting.push(...node.children.toReversed());
  }
  return found;
}
