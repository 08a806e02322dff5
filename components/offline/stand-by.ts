/**
 * Has the blog's own page stand by for when there is no network. It is fetched once the reader does
 * something, so that an article costs nothing beyond itself.
 */
const ACTS = ['pointerdown', 'keydown'] as const;

export function standByForOffline(): void {
  // Only where the site has a certificate, or is on this machine.
  if (!('serviceWorker' in navigator)) return;
  const begin = () => {
    for (const act of ACTS) removeEventListener(act, begin);
    // A browser that does not want to shows its own page for that.
    import('./register-service-worker').then((module) => module.register()).catch(() => {});
  };
  for (const act of ACTS) addEventListener(act, begin, { passive: true });
}
