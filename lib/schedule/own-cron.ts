/** Calls the site's own `/api/cron`: only a request may have Next render pages anew. */

import { randomBytes } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { BASE_PATH } from '../base-path';

declare global {
  /** Lets this process's own timers through the door of `/api/cron`. */
  var issuepressTimerSecret: string | undefined;
}

/** Milliseconds; longer than the route allows itself. */
const PATIENCE = 60_000;

/** @returns the route's answer @throws Error when it does not answer, or not with 2xx */
export async function callOwnCron(task: Readonly<Record<string, string>>): Promise<unknown> {
  globalThis.issuepressTimerSecret ??= randomBytes(32).toString('hex');
  const url = `${ownOrigin()}${BASE_PATH}/api/cron?${new URLSearchParams(task)}`;
  const headers = { authorization: `Bearer ${globalThis.issuepressTimerSecret}` };
  const signal = AbortSignal.timeout(PATIENCE);
  // A connection of its own each time: one that is kept would keep a server from ending.
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent: false, headers, signal }, resolve).once('error', reject);
  });
  const body = await text(answer);
  if (answer.statusCode !== 200) throw new Error(body);
  return JSON.parse(body);
}

/** Next tells its own address once it listens. */
function ownOrigin(): string {
  return process.env.__NEXT_PRIVATE_ORIGIN ?? `http://127.0.0.1:${process.env.PORT ?? '3000'}`;
}
