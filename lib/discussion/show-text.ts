/** Puts a later version of a rendered text in place of the earlier one, with what it takes at hand. */

let showHtml: ((text: Element, html: string) => void) | null = null;

/** Loads what compares two versions; not before a text has changed. */
export async function prepareToShowText(): Promise<void> {
  // After a deploy the file may be gone; the text is then replaced as a whole.
  const module = await import('./show-html').catch(() => null);
  showHtml = module?.showHtml ?? null;
}

/** @param html safe HTML */
export function showText(text: Element, html: string): void {
  if (showHtml) showHtml(text, html);
  else text.innerHTML = html;
}
