/** Shows a later version of a rendered text in place of the earlier one. */
import { blocksOf, copySource, noteSource, sourceOf, TEXT_CHANGED } from './text-source';

/**
 * Blocks that are the same in both versions stay the same elements, untouched: what the reader
 * opened stays open, what was decorated stays so, and what they look at can be kept in place.
 * @param text the element around the text
 * @param html safe HTML
 */
export function showHtml(text: Element, html: string): void {
  const next = parse(text, html);
  noteSource(next);
  updateChildren(text, next, pairUnchanged(blocksOf(text), blocksOf(next)));
  copySource(next, text);
  text.dispatchEvent(new CustomEvent(TEXT_CHANGED, { bubbles: true }));
}

/** Inside a template nothing is fetched or run. */
function parse(text: Element, html: string): Element {
  const template = document.createElement('template');
  template.innerHTML = `<${text.localName}>${html}</${text.localName}>`;
  const next = template.content.firstElementChild;
  if (!next) throw new Error('A text should be in an element.');
  return next;
}

/** For each block of either version, the same block of the other one. */
type Pairs = Map<Node, Element>;

/** Pairs the blocks whose source occurs once in each version. */
function pairUnchanged(shown: Element[], wanted: Element[]): Pairs {
  const before = bySource(shown);
  const pairs: Pairs = new Map();
  for (const [source, element] of bySource(wanted)) {
    const other = before.get(source);
    if (!element || !other) continue;
    pairs.set(element, other);
    pairs.set(other, element);
  }
  return pairs;
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

/** Goes through both lists of children; `shown` keeps whatever it can, and ends up as `wanted`. */
function updateChildren(shown: Element, wanted: Element, pairs: Pairs): void {
  let place = shown.firstChild;
  for (const child of [...wanted.childNodes]) {
    const same = pairs.get(child);
    // What stands before the block that comes next, and is no such block itself, has no part here.
    const isAhead = same?.parentNode === shown;
    while (isAhead && place && place !== same && !pairs.has(place)) place = removeAndStep(place);
    if (same) {
      if (same === place) place = place.nextSibling;
      else shown.insertBefore(same, place);
    } else if (place && !pairs.has(place) && isAlike(place, child)) {
      update(place, child, pairs);
      place = place.nextSibling;
    } else {
      shown.insertBefore(child, place);
    }
  }
  while (place) place = removeAndStep(place);
}

function removeAndStep(node: ChildNode): ChildNode | null {
  const { nextSibling } = node;
  node.remove();
  return nextSibling;
}

function isAlike(one: Node, other: Node): boolean {
  return one.nodeName === other.nodeName;
}

function update(shown: Node, wanted: Node, pairs: Pairs): void {
  if (!(shown instanceof Element && wanted instanceof Element)) {
    if (shown.nodeValue !== wanted.nodeValue) shown.nodeValue = wanted.nodeValue;
    return;
  }
  const wasOpen = shown.matches('details[open]');
  for (const { name } of [...shown.attributes]) {
    if (!wanted.hasAttribute(name)) shown.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
  if (wasOpen) shown.setAttribute('open', '');
  updateChildren(shown, wanted, pairs);
  copySource(wanted, shown);
}
