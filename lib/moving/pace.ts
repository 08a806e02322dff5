/**
 * GitHub asks for a second between calls that create something, and says when it has had enough.
 * Source: "Best practices for using the REST API", section "Pause between mutative requests".
 */
import { setTimeout as pause } from 'node:timers/promises';
import { GitHubRateLimitError } from '../github/errors';

/** Milliseconds. */
export const DEFAULT_PACE = 1_000;

export interface Pace {
  /** Does it when its turn has come, and again when GitHub has asked to wait. @throws its errors */
  take<Result>(write: () => Promise<Result>): Promise<Result>;
}

/**
 * @param milliseconds from one call to the next
 * @param onWait told until when GitHub wants to be left alone
 */
export function createPace(milliseconds: number, onWait: (until: Date) => void = () => {}): Pace {
  let next = 0;
  const wait = (until: number) => pause(Math.max(0, until - Date.now()));
  return {
    async take(write) {
      for (;;) {
        await wait(next);
        next = Date.now() + milliseconds;
        try {
          return await write();
        } catch (error) {
          if (!(error instanceof GitHubRateLimitError)) throw error;
          onWait(error.resetAt);
          next = error.resetAt.getTime() + milliseconds;
        }
      }
    },
  };
}
