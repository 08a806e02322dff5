/** Lets a page change under a reader without moving what they read. */

const BLOCKS = 'p, li, h1, h2, h3, h4, pre, blockquote, figure, table, article, header';

/**
 * Runs a change that is complete when it returns, and scrolls so that what was being read stays
 * where it was. At the very top nothing is held: what is new shall be seen.
 */
export function keepReadingPosition(change: () => void): void {
  const anchor = window.scrollY > 0 ? findAnchor() : null;
  const before = anchor?.getBoundingClientRect().top ?? 0;
  const root = document.documentElement;
  root.style.overflowAnchor = 'none';
  change();
  if (anchor?.isConnected) {
    const moved = anchor.getBoundingClientRect().top - before;
    if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
  }
  requestAnimationFrame(() => {
    root.style.removeProperty('overflow-anchor');
  });
}

/** The first block that begins in view. */
function findAnchor(): Element | null {
  const blocks = document.querySelectorAll(`main :is(${BLOCKS})`);
  for (const block of blocks) {
    const { top, height } = block.getBoundingClientRect();
    if (top >= 0 && top < window.innerHeight && height > 0) return block;
  }
  return null;
}
