/**
 * Looks every few seconds whether a post is due, and then calls the site's own `/api/cron`. Looking
 * costs nothing, since the list is in memory.
 */
import type { Blog } from '../posts/blog';
import { listPublished } from '../posts/list-posts';
import { callOwnCron } from './own-cron';
import { cameOut } from './publish-due';

/** Milliseconds between two looks. */
const PACE = 5_000;
/** What may have come due while nobody served, in milliseconds. */
const CATCH_UP = 24 * 60 * 60 * 1_000;

/** Looks as long as the process lives, which it does not keep alive. */
export function startSchedule(blog: Blog): void {
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
      await callOwnCron({ task: 'due', since: String(now), posts: numbers.join() });
      waiting = ahead;
      lookedAt = now;
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'no reason';
      console.warn(`A scheduled post could not be brought out: ${reason}`);
    } finally {
      isBusy = false;
    }
  }

  setInterval(() => void look(), PACE).unref();
}
