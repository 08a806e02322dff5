/** Shows a later version of a rendered text in place of the earlier one. */
import morphdom from 'morphdom';
import { blocksOf, copySource, noteSource, sourceOf, TEXT_CHANGED } from './text-source';

/** What decorating added; it is made anew where its surroundings change. */
const ADDED = '[data-added]';

/**
 * Blocks that are the same in both versions stay the same elements, untouched: what the reader
 * opened stays open, and what they look at can be kept in place.
 * @param text the element around the text
 * @param html safe HTML
 */
export function showHtml(text: Element, html: string): void {
  const next = parse(text, html);
  noteSource(next);
  const unchanged = keysOfUnchanged(blocksOf(text), blocksOf(next));
  morphdom(text, next, {
    childrenOnly: true,
    getNodeKey: (node) => (isElement(node) ? (unchanged.get(node) ?? node.id) : undefined),
    onBeforeElUpdated(shown, wanted) {
      const key = unchanged.get(shown);
      if (key !== undefined && key === unchanged.get(wanted)) return false;
      for (const child of [...shown.children]) if (child.matches(ADDED)) child.remove();
      if (shown instanceof HTMLDetailsElement && shown.open) wanted.setAttribute('open', '');
      copySource(wanted, shown);
      return true;
    },
  });
  copySource(next, text);
  text.dispatchEvent(new CustomEvent(TEXT_CHANGED, { bubbles: true }));
}

/** Inside a template nothing is fetched or run. */
function parse(text: Element, html: string): Element {
  const template = document.createElement('template');
  const next = text.cloneNode(false);
  template.content.append(next);
  if (!isElement(next)) throw new Error('A text should be an element.');
  next.innerHTML = html;
  return next;
}

/** A key for every block whose source occurs once in each version. */
function keysOfUnchanged(shown: Element[], wanted: Element[]): Map<Node, string> {
  const before = bySource(shown);
  const after = bySource(wanted);
  const keys = new Map<Node, string>();
  for (const [source, element] of before) {
    const other = after.get(source);
    if (!element || !other) continue;
    keys.set(element, source);
    keys.set(other, source);
  }
  return keys;
}

/** Null for what occurs more than once. */
function bySource(blocks: Element[]): Map<string, Element | null> {
  const found = new Map<string, Element | null>();
  for (const block of blocks) {
    const source = sourceOf(block);
    found.set(source, found.has(source) ? null : block);
  }
  return found;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
