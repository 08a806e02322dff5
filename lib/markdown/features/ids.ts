/** Every id gets the text's own prefix, so that nothing written can name a part of our page. */
import type { Element } from 'hast';
import type { Page } from '../page';

/** Prefixes the names an element has or refers to; a second use of a name is dropped. */
export function prefixIds(element: Element, page: Page): void {
  const { properties } = element;
  const { idPrefix } = page.context;
  if (properties.id !== undefined) {
    const id = idPrefix + plain(properties.id);
    if (page.ids.has(id)) delete properties.id;
    else properties.id = id;
    page.ids.add(id);
  }
  if (properties.name !== undefined) {
    properties.name = idPrefix + plain(properties.name);
    page.ids.add(properties.name);
  }
  if (properties.ariaDescribedBy !== undefined) {
    const names = Array.isArray(properties.ariaDescribedBy)
      ? properties.ariaDescribedBy
      : [properties.ariaDescribedBy];
    properties.ariaDescribedBy = names.map((name) => idPrefix + plain(name));
  }
  if (properties.headers !== undefined) delete properties.headers;
}

function plain(value: unknown): string {
  return String(value).replace(/^user-content-/, '');
}
