/**
 * Posts a comment once, however often it is sent. The browser gives every text a key; the same text
 * under the same key is the same comment. And when GitHub's answer got lost, nobody knows whether the
 * comment is there: then GitHub is asked before anything is posted again.
 */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { GitHubUnavailableError } from '../github/errors';
import type { CommentNode } from '../github/issue-fields';

export interface Sending {
  login: string;
  number: number;
  body: string;
  /** The browser's, made once per text. */
  key: string;
  /**
   * Milliseconds since the browser first tried, when it does not know how that ended; null where
   * this is the first time.
   */
  triedAgo: number | null;
}

/** What is asked of GitHub for a comment. */
export interface SendCalls {
  post(): Promise<CommentNode>;
  /** Looks for the comment. @param since milliseconds since the epoch */
  find(since: number): Promise<CommentNode | null>;
}

export interface Sender {
  /** @throws whatever `post` throws, once it is certain that nothing was posted or that nobody knows */
  send(sending: Sending, calls: SendCalls): Promise<CommentNode>;
}

interface Attempt {
  /** Milliseconds since the epoch. */
  firstTriedAt: number;
  /** An attempt ended without anybody knowing whether it worked. */
  isDoubtful: boolean;
  /** Under way, or done. */
  comment: Promise<CommentNode> | null;
}

/** For how long a key is known, in milliseconds; a draft that is older is asked about at GitHub. */
const REMEMBERED = 6 * 3_600_000;

/** How far GitHub's clock and ours may differ, in milliseconds. */
const CLOCKS_DIFFER = 30_000;

/** Milliseconds before each look for a comment that may be on its way. */
const PAUSES = [400, 1_600];

export interface SenderOptions {
  now?: () => number;
  wait?: (milliseconds: number) => Promise<void>;
}

export function createSender({ now = Date.now, wait = pause }: SenderOptions = {}): Sender {
  const attempts = new LRUCache<string, Attempt>({ max: 10_000, ttl: REMEMBERED });

  async function deliver(attempt: Attempt, { post, find }: SendCalls): Promise<CommentNode> {
    const since = attempt.firstTriedAt - CLOCKS_DIFFER;
    const earlier = attempt.isDoubtful ? await find(since) : null;
    if (earlier) return earlier;
    try {
      return await post();
    } catch (error) {
      if (!isAmbiguous(error)) throw error;
      attempt.isDoubtful = true;
      for (const milliseconds of PAUSES) {
        await wait(milliseconds);
        const arrived = await find(since).catch(() => null);
        if (arrived) return arrived;
      }
      throw error;
    }
  }

  return {
    send(sending, calls) {
      const name = nameOf(sending);
      const { triedAgo } = sending;
      const attempt = attempts.get(name) ?? {
        firstTriedAt: now() - (triedAgo ?? 0),
        isDoubtful: false,
        comment: null,
      };
      attempts.set(name, attempt);
      // Another instance of the site may have carried out what this one knows nothing of.
      if (triedAgo !== null) attempt.isDoubtful = true;
      attempt.comment ??= deliver(attempt, calls).catch((error: unknown) => {
        attempt.comment = null;
        throw error;
      });
      return attempt.comment;
    },
  };
}

/** GitHub may have done it and failed to say so. */
function isAmbiguous(error: unknown): boolean {
  return error instanceof GitHubUnavailableError;
}

function nameOf({ login, number, key, body }: Sending): string {
  return createHash('sha256')
    .update(JSON.stringify([login, number, key, body]))
    .digest('base64');
}
