/** Sharing with the system's own dialog, or the address copied where there is none: `share-page.ts`. */

/** Brings out the share buttons, where the browser can do either. */
export function offerSharing(): void {
  for (const item of document.querySelectorAll<HTMLElement>('[data-share]')) {
    const button = item.querySelector('button');
    if (!button || !(navigator.share || navigator.clipboard)) continue;
    item.hidden = false;
    button.addEventListener('click', () => {
      void import('./share-page').then(({ sharePage }) => sharePage(item.dataset.share ?? ''));
    });
  }
}
