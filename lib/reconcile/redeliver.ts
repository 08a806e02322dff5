/**
 * Has GitHub send again what failed, as it never does by itself. Reconciliation finds what changed
 * anyway; this also brings back what leaves no trace in a list, such as the old name of a label.
 */
import type { DeliveryLog, LoggedDelivery } from '../github/deliveries';
import { GitHubError } from '../github/errors';

/** A delivery that failed so often is not going to succeed. */
const ATTEMPTS = 3;
/** What is younger may still be under way; milliseconds. */
const UNDER_WAY = 20_000;
/** GitHub sends nothing again that is older than three days. */
const OLDEST = 3 * 24 * 60 * 60 * 1_000;
/** Deliveries asked for at one time. */
const MOST = 20;

/**
 * The attempts to repeat, the oldest first. Pure.
 * @param log newest first @param now milliseconds
 */
export function planRedelivery(log: readonly LoggedDelivery[], now: number): LoggedDelivery[] {
  const attempts = new Map<string, LoggedDelivery[]>();
  for (const one of log) attempts.set(one.guid, [...(attempts.get(one.guid) ?? []), one]);
  return [...attempts.values()]
    .flatMap((all) => {
      const [newest] = all;
      const isDone = all.some(({ status }) => status >= 200 && status < 300);
      if (!newest || isDone || all.length > ATTEMPTS) return [];
      const age = now - newest.at;
      return age < UNDER_WAY || age > OLDEST ? [] : [newest];
    })
    .sort((one, other) => one.at - other.at)
    .slice(0, MOST);
}

/**
 * @returns how many deliveries GitHub was asked to send again; null where the credentials do not
 *   permit it, or GitHub cannot be asked
 */
export async function redeliverFailed(log: DeliveryLog, now: number): Promise<number | null> {
  try {
    const failed = planRedelivery(await log.list(), now);
    for (const { id } of failed) await log.redeliver(id);
    return failed.length;
  } catch (error) {
    if (error instanceof GitHubError) return null;
    throw error;
  }
}
