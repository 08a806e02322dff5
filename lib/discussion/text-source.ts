/**
 * Rendered text is decorated once it is shown: copy buttons, opened embeds, a browser's translation.
 * Before that, every block notes the HTML it came from, so that a later version can be compared with
 * it. The notes lie on the elements, where each script of the page finds them.
 */
const SOURCE = Symbol.for('issuepress.source');

/** Dispatched on a text that has changed, for whoever decorates it. */
export const TEXT_CHANGED = 'text-changed';

const BLOCKS =
  'p, li, pre, blockquote, table, tr, figure, ul, ol, dl, details, div, section, h1, h2, h3, h4, h5, h6';

/** @param text the element around a rendered text, not decorated yet */
export function noteSource(text: Element): void {
  Reflect.set(text, SOURCE, text.innerHTML);
  for (const block of blocksOf(text)) Reflect.set(block, SOURCE, block.outerHTML);
}

/** @returns the HTML a text or a block came from; as it is now where nobody noted it */
export function sourceOf(element: Element): string {
  const source: unknown = Reflect.get(element, SOURCE);
  if (typeof source === 'string') return source;
  return element.matches('[data-html]') ? element.innerHTML : element.outerHTML;
}

/** Notes on `to` the HTML that `from` came from. */
export function copySource(from: Element, to: Element): void {
  Reflect.set(to, SOURCE, sourceOf(from));
}

/** The parts of a text that are compared one by one, outer ones before those inside them. */
export function blocksOf(text: Element): Element[] {
  return [...text.querySelectorAll(BLOCKS)];
}
