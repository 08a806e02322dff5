/**
 * Searching as you type, on every page. The link to the search page is the way in, by pointer, `/`
 * or ⌘K; the box and its index are loaded when it is first used. Without this, the link leads on.
 */

const LINK = 'a[data-shortcut="search"]';

export function offerSearch(): void {
  const link = document.querySelector<HTMLAnchorElement>(LINK);
  // A page that has a field of its own for searching needs no box above it.
  if (!link?.dataset.words || document.querySelector('main input[type="search"]')) return;
  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void open(link);
  });
  addEventListener('keydown', (event) => {
    const isWish = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey);
    if (!isWish || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void open(link);
  });
}

async function open(link: HTMLAnchorElement): Promise<void> {
  link.setAttribute('aria-busy', 'true');
  try {
    const { openSearchBox } = await import('./search-box');
    openSearchBox(link);
  } catch {
    location.assign(link.href);
  } finally {
    link.removeAttribute('aria-busy');
  }
}
