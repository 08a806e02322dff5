/** Starts `public/service-worker.js`, which the page's policy lets only a guarded address do. */
import { guardSinks } from '../../lib/hydration/browser/trusted-types';
import { SERVICE_WORKER_PATH } from '../../lib/paths';

/** @throws whatever the browser has against it */
export async function register(): Promise<void> {
  guardSinks();
  await navigator.serviceWorker.register(SERVICE_WORKER_PATH);
}
