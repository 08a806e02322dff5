/**
 * Whether two pieces of HTML are the same to a reader: attribute order, void syntax and white space
 * between blocks do not count; structure, attributes and text do.
 */
import type { Element, ElementContent, Nodes, RootContent } from 'hast';
import { raw } from 'hast-util-raw';
import { toHtml } from 'hast-util-to-html';

const HOLDS_BLOCKS = /^(?:root|ul|ol|li|blockquote|table|thead|tbody|tr|section|dl|div)$/;
const TRIMMED = /^(?:p|li|td|th|h\d|blockquote|summary|root)$/;
const LITERAL = /^(?:pre|textarea)$/;

/** @returns a form that is equal for HTML that means the same */
export function normalizeHtml(html: string): string {
  const written = html.replace(/(<(?:textarea|pre)\b[^>]*>)\n/g, '$1').trimEnd();
  const tree = raw({ type: 'root', children: [{ type: 'raw', value: written }] });
  normalize(tree, false);
  return toHtml(tree);
}

function normalize(node: Nodes, literal: boolean): void {
  if (node.type === 'element') sortAttributes(node);
  if (!('children' in node)) return;
  const name = node.type === 'element' ? node.tagName : node.type;
  const inside = literal || LITERAL.test(name);
  for (const child of node.children) normalize(child, inside);
  if (inside) return;
  if (TRIMMED.test(name)) trim(node.children);
  const kept = node.children.filter((child) => !isNothing(child, HOLDS_BLOCKS.test(name)));
  Object.assign(node, { children: kept });
}

function sortAttributes(element: Element): void {
  const entries = Object.entries(element.properties).toSorted(([a], [b]) => (a < b ? -1 : 1));
  element.properties = Object.fromEntries(entries);
}

function trim(children: (RootContent | ElementContent)[]): void {
  const first = children[0];
  const last = children.at(-1);
  if (first?.type === 'text') first.value = first.value.replace(/^\s+/, '');
  if (last?.type === 'text') last.value = last.value.replace(/\s+$/, '');
}

function isNothing(child: Nodes, betweenBlocks: boolean): boolean {
  if (child.type !== 'text') return false;
  return betweenBlocks ? /^\s*$/.test(child.value) : child.value === '';
}
