/** The log of webhooks, and sending one again. */
import { json, type SandboxRequest, type SandboxResponse } from '../http';
import type { Delivery } from '../model';
import { notFound } from '../store';
import { delivererOf } from '../webhooks/deliver';

/** Oldest first, by when they were sent: some wait, or overtake others. `?issue=12` only those about that issue. */
export function listDeliveries({ primary, query }: SandboxRequest): SandboxResponse {
  const number = query.get('issue');
  const deliveries = [...primary.deliveries.values()]
    .filter((delivery) => number === null || String(delivery.number) === number)
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .map(entry);
  return json(200, { deliveries });
}

/** Sends it again under its GUID and waits for the answer, at most GitHub's ten seconds. */
export async function redeliver(
  { primary }: SandboxRequest,
  guid: string,
): Promise<SandboxResponse> {
  const delivery = [...primary.deliveries.values()].find((one) => one.guid === guid);
  if (!delivery) throw notFound(`There is no delivery ${guid}.`);
  return json(202, entry(await delivererOf(primary).redeliver(delivery)));
}

/** `status` is 0 for one that never arrived, and null while it is under way. */
function entry(delivery: Delivery) {
  const { guid, event, action, number, outcome, ms, at, redelivery } = delivery;
  const status = outcome === 'pending' ? null : delivery.status;
  return { guid, event, action, number, status, ms, at, outcome, redelivery, id: delivery.id };
}
