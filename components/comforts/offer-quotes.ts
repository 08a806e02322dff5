/** Loads what quotes (`quote.ts`) when a reader first selects something on a page with a discussion. */
export function offerQuotesOnSelection(): void {
  if (!document.querySelector('[data-quote]')) return;
  const load = () => {
    if (getSelection()?.isCollapsed !== false) return;
    document.removeEventListener('selectionchange', load);
    void import('./quote').then(({ offerQuotes }) => offerQuotes());
  };
  document.addEventListener('selectionchange', load);
}
