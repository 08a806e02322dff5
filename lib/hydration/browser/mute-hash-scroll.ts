/** How long, in milliseconds, Next may take after hydration until it scrolls. */
const AFTERWARDS = 1_000;

/**
 * Next scrolls to the address's hash when it starts, as if the page had just been opened; the reader
 * has long been elsewhere.
 * @returns lets it scroll again, a moment later
 */
export function muteHashScroll(): () => void {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return () => {};
  target.scrollIntoView = () => {};
  return () => setTimeout(() => Reflect.deleteProperty(target, 'scrollIntoView'), AFTERWARDS);
}
