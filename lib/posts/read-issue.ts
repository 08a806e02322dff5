/**
 * Reads issues for pages and webhooks so that equal reads at one moment cost GitHub one call, and
 * so that whoever must not see the past says so: a webhook reads anew, and the pages it refreshes
 * a moment later find what it read.
 */
import { LRUCache } from 'lru-cache';
import { coalesce } from '../cache/coalesce';
import type { GitHub } from '../github/client';
import { getIssue, type IssueWithComments } from '../github/get-issue';

export interface IssueReader {
  /**
   * @param maxAge milliseconds since the call to GitHub began; 0 always asks GitHub
   * @throws GitHubError
   */
  read(number: number, maxAge: number): Promise<IssueWithComments | null>;
  /**
   * Has the next reads ask GitHub: of one issue, or of all where something changed that no issue's own
   * change tells of.
   */
  forget(number?: number): void;
  /** What GitHub said last, however long ago; null where nothing is remembered. */
  last(number: number): IssueWithComments | null;
}

interface Reading {
  /** When the newest call began, in milliseconds. */
  startedAt: number;
  newest: Promise<IssueWithComments | null>;
  askAgain: () => Promise<IssueWithComments | null>;
}

/** Characters of issues with their comments that are remembered. */
const REMEMBERED = 16 * 1024 * 1024;

/** How long a read may serve, at most, in milliseconds. */
const KEPT = 10_000;

/** @param learn is told of every issue that GitHub answered with */
export function createIssueReader(
  github: GitHub,
  learn: (issue: IssueWithComments) => void = () => {},
  now: () => number = Date.now,
): IssueReader {
  const lastRead = new LRUCache<number, IssueWithComments>({
    maxSize: REMEMBERED,
    sizeCalculation: sizeOf,
  });
  const readings = new LRUCache<number, Reading>({ max: 500, ttl: KEPT });

  function open(number: number): Reading {
    const reading: Reading = {
      startedAt: 0,
      newest: Promise.resolve(null),
      askAgain: coalesce(() => {
        reading.startedAt = now();
        reading.newest = getIssue(github, number);
        reading.newest.then(
          (issue) => {
            if (!issue) return lastRead.delete(number);
            lastRead.set(number, issue);
            learn(issue);
          },
          () => {
            reading.startedAt = 0;
          },
        );
        return reading.newest;
      }),
    };
    return reading;
  }

  return {
    read(number, maxAge) {
      const reading = readings.get(number) ?? open(number);
      readings.set(number, reading);
      const isFresh = maxAge > 0 && now() - reading.startedAt <= maxAge;
      return isFresh ? reading.newest : reading.askAgain();
    },
    forget(number) {
      if (number === undefined) readings.clear();
      else readings.delete(number);
    },
    last: (number) => lastRead.get(number) ?? null,
  };
}

function sizeOf(issue: IssueWithComments): number {
  return issue.comments.reduce((sum, { body }) => sum + 500 + body.length, 1 + issue.body.length);
}
