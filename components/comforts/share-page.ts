/** What the share button does, loaded when it is pressed. */
import { announce } from './announce';

/** @param copied said where the address was copied */
export async function sharePage(copied: string): Promise<void> {
  const url =
    document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
  try {
    if (navigator.share) return await navigator.share({ title: document.title, url });
    await navigator.clipboard.writeText(url);
    announce(copied);
  } catch {
    // The reader closed the dialog, or the browser refused; there is nothing to undo.
  }
}
