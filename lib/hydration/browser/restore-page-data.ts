import { mapTexts } from '../page-data';

/**
 * Fills the texts that were left out of the page's data from the page itself.
 * @param textOf reads an element's HTML as it was served
 */
export function restorePageData(textOf: (element: Element) => string): void {
  const script = document.getElementById('__NEXT_DATA__');
  if (!script?.textContent) return;
  const data = mapTexts(JSON.parse(script.textContent), (name, html) => {
    const element = html ? null : document.querySelector(`[data-html="${name}"]`);
    return element ? textOf(element) : html;
  });
  script.textContent = JSON.stringify(data);
}
