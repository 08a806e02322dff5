/**
 * Finds what deliveries did not tell: asks GitHub what changed since it last looked, and carries out
 * whatever pages do not show yet, in the same way as a delivery. A sweep reads all posts anew, for
 * what no list of changes tells of: transfers, renamed labels, a number of posts that only seems right.
 */
import pLimit from 'p-limit';
import type { IssueWithComments } from '../github/get-issue';
import type { Hearing, IndexState } from '../posts/post-index';
import { carryOut, reasonOf } from '../webhook/carry-out';
import type { DeliveryTools } from '../webhook/delivery-tools';
import type { IssueEvent } from '../webhook/read-settled';
import { refreshChanged } from '../webhook/refresh-changed';

export interface ReconcileOptions {
  /** When to have answered, in milliseconds since the epoch. */
  deadline: number;
  /** Read all posts anew; a call per hundred of them. */
  isSweep: boolean;
  /** In milliseconds. */
  now?: () => number;
}

export interface Reconciliation {
  /** Issues whose change pages did not show for certain. */
  found: number[];
  /** What could not be done, for the log; empty when all is done. */
  failed: string[];
  /** Issues that are left for the next time. */
  left: number;
}

/** Issues carried out at one time, each for a call to GitHub. */
const MOST = 100;
const AT_ONCE = 3;
/** Milliseconds. */
const SINCE_LAST_TIME = 25 * 60 * 60 * 1_000;

/** @throws GitHubError when GitHub cannot be asked what changed */
export async function reconcile(
  tools: DeliveryTools,
  { deadline, isSweep, now = Date.now }: ReconcileOptions,
): Promise<Reconciliation> {
  const { blog, attended } = tools;
  const { index } = blog;
  const state = isSweep ? await index.sweep() : await index.sync(0);
  // A process that lives for a request has nothing to compare with, and its cron comes once a day.
  const start = blog.config.hasTimers ? index.startedFrom() : now() - SINCE_LAST_TIME;
  const heard = changesOf(state, index.heard());
  const missing = attended.missing(heard, start ?? state.changedAt, now());
  const lists = await refreshChanged(tools, deadline, null);
  const failed = [...lists.failed];
  const limit = pLimit(AT_ONCE);
  const chosen = missing.slice(0, MOST);
  await Promise.all(
    chosen.map((number) =>
      limit(async () => {
        if (now() > deadline) return failed.push(`#${number}: no time`);
        const reason = await attend(tools, number, heard.get(number)?.updatedAt ?? 0, deadline);
        return reason && failed.push(`#${number}: ${reason}`);
      }),
    ),
  );
  const left = missing.length - chosen.length;
  if (failed.length === 0 && left === 0) attended.close(state.changedAt);
  return { found: chosen, failed, left };
}

/** @returns why it could not be done; null when it was */
async function attend(
  tools: DeliveryTools,
  number: number,
  changedAt: number,
  deadline: number,
): Promise<string | null> {
  const { issues } = tools.blog;
  try {
    const first = await issues.read(number, 0);
    const reads = [first];
    const read = async () => {
      const known = reads.pop();
      return known === undefined ? issues.read(number, 0) : known;
    };
    const event = eventOf(number, first, changedAt);
    const outcome = await carryOut(event, tools, { deadline, isSynced: true, read });
    return outcome.status === 200 ? null : outcome.message;
  } catch (error) {
    return reasonOf(error);
  }
}

function eventOf(number: number, issue: IssueWithComments | null, changedAt: number): IssueEvent {
  if (!issue) return { kind: 'post-gone', number, title: '' };
  const { title } = issue;
  return { kind: 'post-changed', action: 'found', number, title, previousTitle: null, changedAt };
}

/** What the list says and what was told since the start: an issue may be in one of them alone. */
function changesOf(
  { posts, askedAt }: IndexState,
  heard: ReadonlyMap<number, Hearing>,
): Map<number, Hearing> {
  const all = new Map<number, Hearing>();
  for (const { number, updatedAt } of posts.values()) {
    all.set(number, { updatedAt: Date.parse(updatedAt), askedAt });
  }
  for (const [number, hearing] of heard) {
    const listed = all.get(number);
    if (!listed || listed.updatedAt <= hearing.updatedAt) all.set(number, hearing);
  }
  return all;
}
