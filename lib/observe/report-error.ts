/**
 * Tells somebody of errors that nobody expected, by a POST of JSON. The same error is told once in a
 * while with how often it came, and never more than a few are told in a minute, so that a bad night
 * does not become a flood.
 */
import { LRUCache } from 'lru-cache';
import type { Hide } from './hide-secrets';

export interface ErrorContext {
  method: string;
  /** With its query. */
  path: string;
  /** The page or route, such as `/post/[number]`. */
  route: string;
  /** Why the page was rendered, where it was. */
  reason: string | null;
}

export interface ErrorReport {
  /** For chats: Slack reads `text`, Discord `content`. */
  text: string;
  content: string;
  name: string;
  message: string;
  stack: string;
  method: string;
  path: string;
  route: string;
  reason: string | null;
  site: string;
  version: string;
  at: string;
  /** How often it came since it was told last, this time included. */
  times: number;
}

export interface ReporterOptions {
  site: string;
  version: string;
  hide: Hide;
  /** @throws whatever keeps the report from arriving */
  send: (report: ErrorReport) => Promise<void>;
  /** Milliseconds. */
  now?: () => number;
}

/** Milliseconds for which the same error is not told again. */
const QUIET = 10 * 60_000;
const REPORTS_A_MINUTE = 10;
const LONGEST_MESSAGE = 500;
const LONGEST_STACK = 4_000;

/** @returns a reporter that never throws */
export function createReporter({ site, version, hide, send, now = Date.now }: ReporterOptions) {
  const known = new LRUCache<string, { toldAt: number; times: number }>({ max: 500 });
  const told: number[] = [];

  return async (error: unknown, context: ErrorContext): Promise<void> => {
    const { name, message, stack } = describe(error);
    const key = `${name} ${message} ${context.route}`;
    const entry = known.get(key) ?? { toldAt: Number.NEGATIVE_INFINITY, times: 0 };
    entry.times += 1;
    known.set(key, entry);
    const at = now();
    while (told[0] !== undefined && told[0] <= at - 60_000) told.shift();
    if (at - entry.toldAt < QUIET || told.length >= REPORTS_A_MINUTE) return;
    told.push(at);
    const { times } = entry;
    known.set(key, { toldAt: at, times: 0 });
    const text = hide(`${name} at ${context.method} ${context.path} of ${site}: ${message}`);
    try {
      await send({
        text,
        content: text,
        name: hide(name),
        message: hide(message),
        stack: hide(stack),
        method: context.method,
        path: hide(context.path),
        route: context.route,
        reason: context.reason,
        site,
        version,
        at: new Date(at).toISOString(),
        times,
      });
    } catch (failure) {
      const why = failure instanceof Error ? failure.message : 'unknown reason';
      console.warn(`An error could not be reported: ${hide(why)}`);
    }
  };
}

function describe(error: unknown): { name: string; message: string; stack: string } {
  if (!(error instanceof Error)) {
    return { name: 'Error', message: String(error).slice(0, LONGEST_MESSAGE), stack: '' };
  }
  return {
    name: error.name,
    message: error.message.slice(0, LONGEST_MESSAGE),
    stack: (error.stack ?? '').slice(0, LONGEST_STACK),
  };
}
