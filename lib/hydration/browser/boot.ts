/**
 * Stands in every page's `<head>`, allowed by its hash. It keeps what the reader does before
 * anything else has loaded, and loads the reader's module when the page has been shown or the
 * reader acts, whichever comes first.
 */

import { HYDRATED } from '../hydrated';
import { layOutLater } from './lay-out-later';

declare global {
  interface Window {
    /** What happened on marked elements; whoever comes to see it replaces `push`. */
    earlyEvents?: Event[];
  }
}

/** Elements whose controls need the framework carry this attribute. */
const MARKED = '[data-hydrate]';
const ACTS = ['pointerdown', 'click', 'focusin', 'keydown', 'input', 'submit'];

const { base, reader } = document.currentScript?.dataset ?? {};
globalThis.issuepressBase = base;
let asked = false;
let over = false;
window.earlyEvents = [];
layOutLater();

function loadReader(): void {
  if (asked || !reader) return;
  asked = true;
  void import(reader);
}

for (const act of ACTS) {
  addEventListener(
    act,
    (event) => {
      const { target } = event;
      if (!(target instanceof Element && target.closest(MARKED))) return;
      // A form that does not say where it goes waits for the framework.
      if (act === 'submit' && !target.hasAttribute('action') && !over) event.preventDefault();
      window.earlyEvents?.push(event);
      loadReader();
    },
    true,
  );
}
addEventListener(HYDRATED, () => {
  over = true;
});
addEventListener('load', () => {
  // Safari has no idle callbacks.
  const whenIdle = window.requestIdleCallback ?? ((load: () => void) => setTimeout(load, 200));
  const shown = new PerformanceObserver(() => whenIdle(loadReader, { timeout: 2_000 }));
  shown.observe({ type: 'paint', buffered: true });
  // A tab behind others paints nothing.
  setTimeout(loadReader, 3_000);
});
