/** Calls the site's own `/api/cron`: only a request may have Next render pages anew. */
import { randomBytes } from 'node:crypto';

declare global {
  /** Lets this process's own timers through the door of `/api/cron`. */
  var issuepressTimerSecret: string | undefined;
}

/** Milliseconds; longer than the route allows itself. */
const PATIENCE = 60_000;

/** @returns the route's answer @throws Error when it does not answer, or not with 2xx */
export async function callOwnCron(task: Readonly<Record<string, string>>): Promise<unknown> {
  globalThis.issuepressTimerSecret ??= randomBytes(32).toString('hex');
  const response = await fetch(`${ownOrigin()}/api/cron?${new URLSearchParams(task)}`, {
    headers: { authorization: `Bearer ${globalThis.issuepressTimerSecret}` },
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** Next tells its own address once it listens. */
function ownOrigin(): string {
  return process.env.__NEXT_PRIVATE_ORIGIN ?? `http://127.0.0.1:${process.env.PORT ?? '3000'}`;
}
