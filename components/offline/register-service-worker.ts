/** Starts `public/service-worker.js`, which the page's policy lets only a guarded address do. */
import { withBase } from '../../lib/base-path';
import { guardSinks } from '../../lib/hydration/browser/trusted-types';

/** @throws whatever the browser has against it */
export async function register(): Promise<void> {
  guardSinks();
  await navigator.serviceWorker.register(withBase('/service-worker.js'));
}
