import { describe, expect, it } from 'vitest';
import { ANNOUNCEMENT_MARKER } from '../../lib/bot/marker';
import type { IssueNode } from '../../lib/github/issue-fields';
import { type PostContext, toPost } from '../../lib/posts/to-post';
import {
  HUBOT,
  label,
  OCTOCAT,
  RULES,
  sampleComment,
  sampleIssue,
  withComments,
} from '../support/sample-issue';

const CONTEXT: PostContext = {
  repository: { owner: 'octocat', name: 'blog' },
  rules: RULES,
  now: new Date('2026-01-01T00:00:00Z'),
  findPost: (number) => (number === 3 ? { title: 'Third', path: '/post/3/third' } : null),
};

function post(changes: Partial<IssueNode>, comments = [sampleComment()]) {
  return toPost(withComments(sampleIssue(changes), comments), CONTEXT);
}

describe('a post', () => {
  it('carries what GitHub knows of its issue', async () => {
    const labels = { nodes: [label('Publish'), { ...label('C++'), color: 'f34b7d' }] };
    const milestone = { number: 3, title: 'Deploying unikernels', description: '' };
    expect(await post({ labels, milestone, locked: true, isPinned: true })).toMatchObject({
      number: 12,
      path: '/post/12/a-real-time-blog',
      tags: [{ name: 'C++', slug: 'c++', color: 'f34b7d' }],
      series: { number: 3, slug: 'deploying-unikernels', description: null },
      authors: [{ login: 'octocat', name: 'The Octocat', kind: 'user' }],
      publishedAt: '2025-01-02T03:04:05.000Z',
      editedAt: null,
      locked: true,
      pinned: true,
    });
  });

  it('counts as edited once it was edited after its date', async () => {
    const body = '---\ndate: 2025-06-01\n---\nText';
    const before = await post({ body, lastEditedAt: '2025-05-30T10:00:00Z' });
    expect(before).toMatchObject({ publishedAt: '2025-06-01T00:00:00.000Z', editedAt: null });
    const after = await post({ body, lastEditedAt: '2025-06-02T10:00:00Z' });
    expect(after?.editedAt).toBe('2025-06-02T10:00:00.000Z');
  });

  it('has its assignees as co-authors, and its author once', async () => {
    const found = await post({ assignees: { nodes: [HUBOT, OCTOCAT, null] } });
    expect(found?.authors.map((author) => author.login)).toEqual(['octocat', 'hubot']);
  });

  it('takes its authors from the metadata of whoever may write', async () => {
    const body = '---\nauthors: [hubot, mona]\n---\n';
    const trusted = await post({ body });
    expect(trusted?.authors.map((author) => author.login)).toEqual(['hubot', 'mona']);
    const stranger = await post({ body, authorAssociation: 'NONE' });
    expect(stranger?.authors.map((author) => author.login)).toEqual(['octocat', 'hubot', 'mona']);
  });

  it.each([
    ['a deleted account', null, { login: 'ghost', kind: 'ghost', url: null }],
    ['a bot', { ...HUBOT, __typename: 'Bot' as const, login: 'dependabot' }, { kind: 'bot' }],
    [
      'an organization',
      { ...HUBOT, __typename: 'Organization' as const },
      { kind: 'organization' },
    ],
  ])('by %s renders', async (_, author, expected) => {
    expect((await post({ author }))?.authors[0]).toMatchObject(expected);
  });

  it.each([
    ['without a body', { body: '' }],
    ['of one emoji', { title: '🎉', body: '🎉' }],
    ['with a title of 256 characters', { title: 'x'.repeat(256) }],
    ['with a blank title', { title: ' ' }],
    ['with 65,536 characters', { body: 'word '.repeat(13_107).slice(0, 65_536) }],
    [
      'with 100 labels',
      { labels: { nodes: Array.from({ length: 100 }, (_, i) => label(i ? `t${i}` : 'publish')) } },
    ],
  ])('%s renders', async (_, changes) => {
    const found = await post(changes);
    expect(found?.title).not.toBe('');
    expect(found?.path).toMatch(/^\/post\/12(\/[^/]+)?$/);
    expect(found?.html).not.toContain('undefined');
  });

  it('leads references to other posts there, and others to GitHub', async () => {
    const found = await post({ body: 'See #3 and #4.' });
    expect(found?.html).toContain('href="/post/3/third"');
    expect(found?.html).toContain('href="https://github.com/octocat/blog/issues/4"');
  });

  it.each([
    '#3',
    '_#3_',
    'gh-3',
    'GH-3',
    '_GH-3_ by @hubot',
    '&#35;3 by @hubot',
    'octocat/blog#3',
    'octocat#3',
    '[a link](https://github.com/octocat/blog/issues/3)',
    '[a link](/octocat/blog/issues/3#issuecomment-1)',
    'https://github.com/octocat/blog/pull/3',
    '<a href="https://github.com/octocat/blog/issues/3">raw</a>',
  ])('knows that %s refers to a post, so that its page follows that one', async (reference) => {
    const found = await post({ body: `See ${reference}, and nothing of 4.` });
    expect(found?.html).toContain('href="/post/3');
    expect(found?.refersTo).toEqual([3]);
  });

  it('is not there before its date', async () => {
    expect(await post({ body: '---\ndate: 2026-01-02\n---\nLater.' })).toBeNull();
    expect(await post({ body: '---\ndate: 2020-01-02\n---\nLong ago.' })).toMatchObject({
      publishedAt: '2020-01-02T00:00:00.000Z',
    });
  });

  it("leaves the bot's own comment out, and nobody else's who copies its marker", async () => {
    const body = `View your post at …\n\n${ANNOUNCEMENT_MARKER}`;
    const bots = sampleComment({ body, viewerDidAuthor: true, fullDatabaseId: '1' });
    const copied = sampleComment({ body, fullDatabaseId: '2' });
    const found = await post({}, [bots, copied]);
    expect(found?.comments.map((comment) => comment.id)).toEqual([2]);
    expect(found?.commentCount).toBe(1);
  });

  it('keeps a hidden comment with the reason', async () => {
    const hidden = sampleComment({ isMinimized: true, minimizedReason: 'off-topic' });
    expect((await post({}, [hidden]))?.comments[0]?.minimizedReason).toBe('off-topic');
  });
});
