import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { ANNOUNCEMENT_MARKER } from '../../lib/bot/marker';
import { toEvent } from '../../lib/webhook/event';

/** GitHub's own example payloads, all of one repository. */
const EXAMPLES: { name: string; examples: Record<string, unknown>[] }[] = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@octokit/webhooks-examples'), 'utf8'),
);
const REPOSITORY = { owner: 'Codertocat', name: 'Hello-World' };
const ISSUE = { number: 12, title: 'A title', updated_at: '2025-01-02T03:04:05Z' };
const repository = { full_name: 'octocat/blog' };
const BLOG = { owner: 'octocat', name: 'blog' };

function event(name: string, payload: Record<string, unknown>) {
  return toEvent(name, { repository, ...payload }, BLOG);
}

describe('a delivery', () => {
  it("of each of GitHub's example payloads is understood or ignored, never an error", () => {
    const kinds = new Set<string>();
    for (const { name, examples } of EXAMPLES) {
      for (const example of examples) kinds.add(toEvent(name, example, REPOSITORY).kind);
    }
    expect([...kinds].sort()).toEqual([
      'comment-changed',
      'comment-gone',
      'ignored',
      'lists-changed',
      'post-changed',
      'post-gone',
    ]);
  });

  it.each([
    'opened edited labeled unlabeled closed reopened locked unlocked pinned unpinned',
    'assigned unassigned milestoned demilestoned typed something_new',
  ])('about an issue says which one: %s', (actions) => {
    for (const action of actions.split(' ')) {
      expect(event('issues', { action, issue: ISSUE })).toEqual({
        kind: 'post-changed',
        action,
        number: 12,
        title: 'A title',
        previousTitle: null,
        changedAt: Date.parse(ISSUE.updated_at),
      });
    }
  });

  it('about a new label says which', () => {
    const label = { name: 'Publish' };
    expect(event('issues', { action: 'labeled', issue: ISSUE, label })).toMatchObject({
      label: 'Publish',
    });
    expect(event('issues', { action: 'unlabeled', issue: ISSUE, label })).not.toHaveProperty(
      'label',
    );
  });

  it('about a retitled issue knows the title before', () => {
    const changes = { title: { from: 'Old' } };
    const edited = event('issues', { action: 'edited', issue: ISSUE, changes });
    expect(edited).toMatchObject({ previousTitle: 'Old' });
    const bodyOnly = event('issues', { action: 'edited', issue: ISSUE, changes: {} });
    expect(bodyOnly).toMatchObject({ previousTitle: null });
  });

  it.each(['deleted', 'transferred'])('that an issue was %s takes the post away', (action) => {
    expect(event('issues', { action, issue: ISSUE })).toMatchObject({ kind: 'post-gone' });
  });

  it('about a comment names it', () => {
    const comment = { id: 345, updated_at: '2025-01-03T00:00:00Z', body: 'Hi' };
    for (const [action, kind] of [
      ['created', 'comment-changed'],
      ['edited', 'comment-changed'],
      ['deleted', 'comment-gone'],
    ]) {
      expect(event('issue_comment', { action, issue: ISSUE, comment })).toMatchObject({
        kind,
        number: 12,
        commentId: 345,
      });
    }
  });

  it("about the bot's own comment is no comment, and a stranger's with its marker is one", () => {
    const comment = { id: 1, body: ANNOUNCEMENT_MARKER, user: { type: 'Bot' } };
    const created = { action: 'created', issue: ISSUE };
    expect(event('issue_comment', { ...created, comment })).toEqual({
      kind: 'announced',
      number: 12,
      commentId: 1,
    });
    const stranger = { ...comment, user: { type: 'User' }, author_association: 'NONE' };
    expect(event('issue_comment', { ...created, comment: stranger }).kind).toBe('comment-changed');
  });

  it.each([
    ['ping', { zen: 'Keep it logically awesome.' }],
    ['star', { action: 'created' }],
    [
      'issue_comment',
      { action: 'created', issue: { ...ISSUE, pull_request: {} }, comment: { id: 1 } },
    ],
    ['issues', { action: 'opened', issue: { number: 'twelve' } }],
    ['issues', { action: 'opened' }],
    ['issues', { action: 'opened', issue: ISSUE, repository: { full_name: 'octocat/other' } }],
    ['issues', { action: 'opened', issue: ISSUE, repository: null }],
  ])('that says nothing to the blog is ignored: %s %j', (name, payload) => {
    expect(event(name, payload).kind).toBe('ignored');
  });

  it('is served whatever the capitals of the repository', () => {
    const served = { action: 'opened', issue: ISSUE, repository: { full_name: 'OctoCat/Blog' } };
    expect(event('issues', served).kind).toBe('post-changed');
  });

  it.each([
    ['label', { action: 'edited', label: { name: 'b' }, changes: { name: { from: 'a' } } }],
    ['label', { action: 'deleted', label: { name: 'a' } }],
    ['milestone', { action: 'edited' }],
    [
      'repository',
      {
        action: 'renamed',
        changes: { repository: { name: { from: 'blog' } } },
        repository: { full_name: 'octocat/renamed' },
      },
    ],
  ])('about a %s may change any list', (name, payload) => {
    expect(event(name, payload).kind).toBe('lists-changed');
  });
});
