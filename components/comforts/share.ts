/** Sharing with the system's own dialog, or the address copied where there is none. */
import { announce } from './announce';

/** Brings out the share buttons, where the browser can do either. */
export function offerSharing(): void {
  for (const item of document.querySelectorAll<HTMLElement>('[data-share]')) {
    const button = item.querySelector('button');
    if (!button || !(navigator.share || navigator.clipboard)) continue;
    item.hidden = false;
    button.addEventListener('click', () => share(item));
  }
}

async function share(item: HTMLElement): Promise<void> {
  const url =
    document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
  try {
    if (navigator.share) return await navigator.share({ title: document.title, url });
    await navigator.clipboard.writeText(url);
    announce(item.dataset.share ?? '');
  } catch {
    // The reader closed the dialog, or the browser refused; there is nothing to undo.
  }
}
