/**
 * Looks every few seconds whether a post is due, and then calls the site's own `/api/cron`: only a
 * request may have Next render pages anew. Looking costs nothing, since the list is in memory.
 */
import { randomBytes } from 'node:crypto';
import type { Blog } from '../posts/blog';
import { listPublished } from '../posts/list-posts';
import { cameOut } from './publish-due';

declare global {
  /** Lets this process's own timer through the door of `/api/cron`. */
  var issuepressTimerSecret: string | undefined;
}

/** Milliseconds between two looks. */
const PACE = 5_000;
/** What may have come due while nobody served, in milliseconds. */
const CATCH_UP = 24 * 60 * 60 * 1_000;

/** @returns stops it */
export function startSchedule(blog: Blog): () => void {
  globalThis.issuepressTimerSecret ??= randomBytes(32).toString('hex');
  const secret = globalThis.issuepressTimerSecret;
  let lookedAt = Date.now() - CATCH_UP;
  let waiting: readonly number[] = [];
  let isBusy = false;

  async function look(): Promise<void> {
    const state = blog.index.peek();
    if (isBusy || !state) return;
    const now = Date.now();
    const visible = listPublished(state, now);
    const due = visible.filter((post) => waiting.includes(post.number) || cameOut(post, lookedAt));
    const numbers = due.map((post) => post.number);
    const isVisible = new Set(visible.map((post) => post.number));
    const ahead = [...state.posts.keys()].filter((number) => !isVisible.has(number));
    if (numbers.length === 0) {
      waiting = ahead;
      lookedAt = now;
      return;
    }
    isBusy = true;
    try {
      const address = `${ownOrigin()}/api/cron?since=${now}&posts=${numbers.join(',')}`;
      const headers = { authorization: `Bearer ${secret}` };
      const response = await fetch(address, { headers, signal: AbortSignal.timeout(60_000) });
      if (!response.ok) throw new Error(await response.text());
      waiting = ahead;
      lookedAt = now;
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'no reason';
      console.warn(`A scheduled post could not be brought out: ${reason}`);
    } finally {
      isBusy = false;
    }
  }

  const timer = setInterval(() => void look(), PACE);
  timer.unref();
  return () => clearInterval(timer);
}

/** Next tells its own address once it listens. */
function ownOrigin(): string {
  return process.env.__NEXT_PRIVATE_ORIGIN ?? `http://127.0.0.1:${process.env.PORT ?? '3000'}`;
}
