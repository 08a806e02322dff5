/**
 * One delivery from beginning to end. The result is the same whether deliveries come twice, late or
 * in another order, because GitHub's present state decides, never the payload.
 */
import { carryOut, type Outcome, reasonOf } from './carry-out';
import type { DeliveryTools } from './delivery-tools';
import { toEvent } from './event';
import type { Delivery } from './receive';

/** GitHub gives up after 10 s; milliseconds. */
const TIME_TO_ANSWER = 8_500;

/** @throws nothing: whatever fails is a 503 that says so */
export async function handleDelivery(delivery: Delivery, tools: DeliveryTools): Promise<Outcome> {
  const deadline = Date.now() + TIME_TO_ANSWER;
  const event = toEvent(delivery.name, delivery.payload, tools.blog.github.repository);
  if (event.kind === 'ignored') {
    return { status: 200, message: `Nothing to do: ${event.why}.`, paths: [] };
  }
  try {
    return await carryOut(event, tools, { deadline });
  } catch (error) {
    return { status: 503, message: reasonOf(error), paths: [] };
  }
}
