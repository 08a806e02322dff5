/** Loads what fetches pages ahead (`prefetch.ts`) when the reader first points or moves at something. */
const INTENTS = ['pointerover', 'focusin'];

export function offerPrefetch(): void {
  const load = (first: Event) => {
    for (const intent of INTENTS) document.removeEventListener(intent, load);
    void import('./prefetch').then(({ prefetchOnIntent }) => prefetchOnIntent(first));
  };
  for (const intent of INTENTS) document.addEventListener(intent, load);
}
