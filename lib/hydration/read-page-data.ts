/** In the browser: a page's data, whole again after `leave-out-texts.ts`. */
import { mapTexts } from './page-data';

/**
 * @param page as it was served
 * @param textOf reads an element's HTML as it was served
 * @returns the page's data, with the texts that were left out of it; null where it has none
 */
export function readPageData(
  page: Document,
  textOf: (element: Element) => string = (element) => element.innerHTML,
): unknown {
  const data: unknown = JSON.parse(page.getElementById('__NEXT_DATA__')?.textContent ?? 'null');
  return mapTexts(data, (name, html) => {
    const element = html ? null : page.querySelector(`[data-html="${name}"]`);
    return element ? textOf(element) : html;
  });
}
