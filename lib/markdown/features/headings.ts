/** Headings: an id as on GitHub, an entry in the table of contents, and a link to copy. */
import type { Element } from 'hast';
import { type Decorator, h, type Page, textOf } from '../page';

export const decorateHeading: Decorator = (element, page) => {
  if (element.properties.id !== undefined) return undefined;
  const text = textOf(element).trim().replace(/\s+/g, ' ');
  if (!text) return undefined;
  const id = uniqueId(text, page);
  element.properties.id = id;
  element.properties.dir = 'auto';
  page.tableOfContents.push({ id, text, depth: Number(element.tagName.slice(1)) });
  if (page.interactiveDepth > 0) return undefined;
  return withLink(element, id, text);
};

/** The link stands beside the heading, so that the heading's own name stays what was written. */
function withLink(heading: Element, id: string, text: string): Element {
  return h(
    'div',
    { className: ['markdown-heading'] },
    heading,
    h('a', {
      className: ['heading-link'],
      ariaLabel: `Link to “${text}”`,
      href: `#${encodeURIComponent(id)}`,
    }),
  );
}

function uniqueId(text: string, page: Page): string {
  for (;;) {
    const id = page.context.idPrefix + page.slugger.slug(text);
    if (page.ids.has(id)) continue;
    page.ids.add(id);
    return id;
  }
}
