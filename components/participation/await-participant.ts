/**
 * On a page that is still plain HTML, for whoever is signed in: the framework comes when they come
 * near what they can do, and what they quote before that waits for the form.
 */
import { keepQuotation } from '../../lib/participation/browser/kept-quotation';
import { whenViewerIsNear } from '../../lib/participation/browser/when-near';

/** As in `comforts/quote.ts`, which is in another of the page's modules. */
const QUOTE_EVENT = 'quote';

export function awaitParticipant(): void {
  const discussion = document.querySelector('#discussion');
  if (!discussion) return;
  // An act on a control is what the framework is loaded for; this one has no consequences.
  whenViewerIsNear(() => window.earlyEvents?.push());
  discussion.addEventListener(QUOTE_EVENT, (event) => {
    if (!(event instanceof CustomEvent) || discussion.querySelector('form')) return;
    keepQuotation(String(event.detail));
  });
}
