/** Calls the site's own `/api/cron`: only a request may have Next render pages anew. */

import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { askOwnServer } from '../own-server';

declare global {
  /** Lets this process's own timers through the door of `/api/cron`. */
  var issuepressTimerSecret: string | undefined;
}

/** Milliseconds; longer than the route allows itself. */
const PATIENCE = 60_000;

/** @returns the route's answer @throws Error when it does not answer, or not with 2xx */
export async function callOwnCron(task: Readonly<Record<string, string>>): Promise<unknown> {
  globalThis.issuepressTimerSecret ??= randomBytes(32).toString('hex');
  const headers = { authorization: `Bearer ${globalThis.issuepressTimerSecret}` };
  const path = `/api/cron?${new URLSearchParams(task)}`;
  const answer = await askOwnServer(path, PATIENCE, headers);
  const body = await text(answer);
  if (answer.statusCode !== 200) throw new Error(body);
  return JSON.parse(body);
}
