/** What only a signed-in reader needs waits until they come near it. */

/** Marks the places that hold such controls. */
const PLACES = '[data-viewer-controls]';

/**
 * @param reach called once, when such a place comes into view
 * @returns stops looking
 */
export function whenViewerIsNear(reach: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      reach();
    },
    { rootMargin: '50% 0px' },
  );
  for (const place of document.querySelectorAll(PLACES)) observer.observe(place);
  return () => observer.disconnect();
}
