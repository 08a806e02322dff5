/**
 * Stands in every page's `<head>`, allowed by its hash. It keeps what the reader does before
 * anything else has loaded, and loads the reader's module when the page has been shown or the
 * reader acts, whichever comes first.
 */

declare global {
  interface Window {
    /** What happened on marked elements before `hydration.ts` was there to see it. */
    earlyEvents?: EarlyEvents;
  }
}

export interface EarlyEvents {
  push(event: Event): unknown;
}

/** Elements whose controls need the framework carry this attribute. */
const MARKED = '[data-hydrate]';
const ACTS = ['pointerdown', 'click', 'focusin', 'keydown', 'input', 'submit'];

const { reader } = document.currentScript?.dataset ?? {};
let asked = false;
window.earlyEvents = [];

function loadReader(): void {
  if (asked || !reader) return;
  asked = true;
  void import(reader);
}

for (const act of ACTS) {
  addEventListener(
    act,
    (event) => {
      if (!(event.target instanceof Element && event.target.closest(MARKED))) return;
      window.earlyEvents?.push(event);
      loadReader();
    },
    true,
  );
}
addEventListener('load', () => {
  // Safari has no idle callbacks.
  const whenIdle = window.requestIdleCallback ?? ((load: () => void) => setTimeout(load, 200));
  whenIdle(loadReader, { timeout: 2_000 });
});
