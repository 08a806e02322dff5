/** One line of JSON for each delivery, and what is counted of it. */
import { noteDelivery } from '../pages/health';
import type { Outcome } from '../webhook/carry-out';
import type { Delivery } from '../webhook/receive';
import { metrics } from './metrics';

/** @param took how long it took to handle, in milliseconds */
export function logDelivery(delivery: Delivery, result: Outcome, took: number): void {
  const { id, name: event } = delivery;
  const { status, message, paths } = result;
  const at = new Date().toISOString();
  noteDelivery({ id, event, status, at });
  const { deliveries, deliverySeconds, refreshedPages } = metrics();
  deliveries.inc({ event, status });
  deliverySeconds.observe(took / 1_000);
  refreshedPages.inc(paths.length);
  const line = { at, delivery: id, event, status, paths: paths.length, ms: took };
  console.info(JSON.stringify(status === 200 ? line : { ...line, message }));
}
