/** Lets a page change under a reader without moving what they read. */

const BLOCKS =
  'p, li, h1, h2, h3, h4, h5, h6, pre, blockquote, figure, img, table, tr, details, article, header';

interface Anchor {
  element: Element;
  /** Pixels from the top of the window. */
  top: number;
}

/**
 * Runs a change that is complete when it returns, and scrolls so that what was being read stays
 * where it was. At the very top nothing is held: what is new shall be seen.
 */
export function keepReadingPosition(change: () => void): void {
  const anchors = window.scrollY > 0 ? blocksInView() : [];
  const root = document.documentElement;
  // The browser's own anchoring would do the same a second time.
  root.style.overflowAnchor = 'none';
  change();
  const anchor = anchors.find(({ element }) => element.isConnected);
  if (anchor) {
    const moved = anchor.element.getBoundingClientRect().top - anchor.top;
    if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
  }
  requestAnimationFrame(() => {
    root.style.removeProperty('overflow-anchor');
  });
}

/**
 * The best to hold comes first: what begins in view, from the top; then what begins above it, the
 * nearest first. What a change removes holds nothing, so there are several.
 */
function blocksInView(): Anchor[] {
  const blocks = [...document.querySelectorAll(`main :is(${BLOCKS})`)];
  const inView = blocks.flatMap((element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight && height > 0 ? [{ element, top }] : [];
  });
  const begun = inView.filter(({ top }) => top < 0).sort((a, b) => b.top - a.top);
  return [...inView.filter(({ top }) => top >= 0), ...begun];
}
