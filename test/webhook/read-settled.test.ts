import { describe, expect, it } from 'vitest';
import type { IssueWithComments } from '../../lib/github/get-issue';
import { type IssueEvent, readSettled, StaleReadError } from '../../lib/webhook/read-settled';
import { sampleIssue, withComments } from '../support/sample-issue';

const NOW = Date.parse('2026-01-01T12:00:00Z');
const about = { number: 1, title: 'A title' };
const changed = (changedAt: number, action = 'edited'): IssueEvent => ({
  kind: 'post-changed',
  action,
  previousTitle: null,
  changedAt,
  ...about,
});

/** Answers in turn, the last one again and again; every pause is noted, none is made. */
async function settle(event: IssueEvent, answers: (IssueWithComments | null)[]) {
  const pauses: number[] = [];
  const left = [...answers];
  const issue = await readSettled(event, {
    read: async () => (left.length > 1 ? left.shift() : left[0]) ?? null,
    wait: async (milliseconds) => {
      pauses.push(milliseconds);
    },
    now: () => NOW,
  });
  return { issue, waited: pauses.reduce((sum, pause) => sum + pause, 0) };
}

const at = (updatedAt: number) =>
  withComments(sampleIssue({ updatedAt: new Date(updatedAt).toISOString() }), []);

describe('reading what a delivery speaks of', () => {
  it('takes what is new enough at once, and waits for what is not', async () => {
    expect((await settle(changed(NOW), [at(NOW)])).waited).toBe(0);
    const { issue, waited } = await settle(changed(NOW), [
      at(NOW - 1_000),
      at(NOW - 1_000),
      at(NOW),
    ]);
    expect(issue?.updatedAt).toBe(new Date(NOW).toISOString());
    expect(waited).toBe(300);
  });

  it('fails where GitHub stays behind', async () => {
    await expect(settle(changed(NOW), [at(NOW - 1_000)])).rejects.toThrow(StaleReadError);
  });

  it('waits a moment for an issue that is not there yet', async () => {
    expect(await settle(changed(NOW - 2_000), [null, null, at(NOW)])).toMatchObject({
      waited: 300,
    });
    expect(await settle(changed(NOW - 2_000), [null])).toEqual({ issue: null, waited: 700 });
    const opened = changed(NOW - 2_000, 'opened');
    expect(await settle(opened, [null])).toEqual({ issue: null, waited: 3_100 });
  });

  it('does not wait for one that must have been there for long, or is to be gone', async () => {
    expect(await settle(changed(NOW - 60_000), [null])).toEqual({ issue: null, waited: 0 });
    expect(await settle(changed(0), [null])).toEqual({ issue: null, waited: 0 });
    expect(await settle({ kind: 'post-gone', ...about }, [null])).toEqual({
      issue: null,
      waited: 0,
    });
  });

  it('waits for a comment to come or to go', async () => {
    const event: IssueEvent = {
      kind: 'comment-changed',
      action: 'created',
      commentId: 99,
      changedAt: NOW,
      issueChangedAt: NOW,
      ...about,
    };
    expect((await settle(event, [at(NOW)])).waited).toBe(3_100);
    expect((await settle({ ...event, action: 'edited' }, [at(NOW)])).waited).toBe(700);
    expect((await settle({ ...event, changedAt: NOW - 60_000 }, [at(NOW)])).waited).toBe(0);
  });
});
