/**
 * A long text is laid out a few blocks in every frame, what is in view first and what stands below
 * it last, so that a slow phone shows the page sooner and always answers. Whoever arrives in the
 * middle of it, by a hash or on the way back, gets all of it at once.
 */

/** Blocks that are laid out in one frame; of a very long text more and more, to come to its end. */
const STEP = 10;

/** What stands below the text. */
const BELOW = '[data-below],[data-served=footer]';

const LATER = '{content-visibility:auto;contain-intrinsic-size:auto 5rem}';

export function layOutLater(): void {
  const [arrival] = performance.getEntriesByType('navigation');
  if (location.hash || !(arrival && 'type' in arrival && arrival.type === 'navigate')) return;
  const sheet = new CSSStyleSheet();
  let next = 1;
  let isBelowNext = false;
  const goOn = () => {
    const waiting = `:is([data-article],#discussion>ol)>:nth-child(n+${next})`;
    const isMore = document.readyState === 'loading' || document.querySelector(waiting);
    const selectors = isMore ? `${waiting},${BELOW}` : BELOW;
    const isDone = !isMore && isBelowNext;
    sheet.replaceSync(isDone ? '' : selectors + LATER);
    next += Math.max(STEP, Math.floor(next / 4));
    isBelowNext = !isMore;
    if (!isDone) requestAnimationFrame(goOn);
  };
  goOn();
  document.adoptedStyleSheets.push(sheet);
}
