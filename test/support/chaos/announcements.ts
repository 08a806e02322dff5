/** What the bot has said. */
import { ANNOUNCEMENT_MARKER } from '../../../lib/bot/marker';
import type { Sandbox } from '../../../lib/sandbox/server';

/** @returns how often, by the issue's number */
export function countAnnouncements({ store }: Sandbox): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { issueId, body } of store.data.comments.values()) {
    const number = store.data.issues.get(issueId)?.number;
    if (number === undefined || !body.includes(ANNOUNCEMENT_MARKER)) continue;
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}
