/** Loads what quotes (`quote.ts`) when a reader first selects something. */
export function offerQuotesOnSelection(): void {
  const load = () => {
    if (getSelection()?.isCollapsed !== false) return;
    document.removeEventListener('selectionchange', load);
    void import('./quote').then(({ offerQuotes }) => offerQuotes());
  };
  document.addEventListener('selectionchange', load);
  // What was selected while the page was still loading.
  load();
}
