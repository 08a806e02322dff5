import { describe, expect, it } from 'vitest';
import { listPublished } from '../../lib/posts/list-posts';
import type { PostSummary } from '../../lib/posts/post';
import { toSummary } from '../../lib/posts/to-summary';
import type { BlogEvent } from '../../lib/webhook/event';
import { planRevalidation } from '../../lib/webhook/plan';
import { label, RULES, sampleIssue } from '../support/sample-issue';

const NOW = Date.UTC(2026, 0, 1);
const milestone = { number: 7, title: 'Series', description: null };

function post(number: number, changes: Parameters<typeof sampleIssue>[0] = {}): PostSummary {
  const createdAt = new Date(Date.UTC(2025, 0, number)).toISOString();
  const found = toSummary(
    sampleIssue({ number, title: `Post ${number}`, createdAt, ...changes }),
    RULES,
  );
  if (!found) throw new Error('The sample is not a post.');
  return found;
}

function list(posts: PostSummary[]): PostSummary[] {
  return listPublished({ posts: new Map(posts.map((each) => [each.number, each])) }, NOW);
}

/** Five posts; 1 and 5 are a series, and 5 refers to 2. */
const BEFORE = list([
  post(1, { milestone }),
  post(2),
  post(3),
  post(4),
  post(5, { milestone, title: 'Fifth', body: 'See #2.' }),
]);

function changed(action: string, details: Partial<BlogEvent> = {}): BlogEvent {
  const about = { number: 3, title: 'Post 3', previousTitle: null, changedAt: 0 };
  return { kind: 'post-changed', action, ...about, ...details } as BlogEvent;
}

function instead(number: number, replacement: PostSummary | null): PostSummary[] {
  const others = BEFORE.filter((each) => each.number !== number);
  return list(replacement ? [...others, replacement] : others);
}

function plan(event: BlogEvent, after: PostSummary[], commentIds: number[] = []): string[] {
  return planRevalidation(event, { before: BEFORE, after, commentIds, postsPerPage: 10 }).sort();
}

const SEEN = ['/', '/post/3', '/post/3/post-3'];
const OWN = [...SEEN, '/post/3/revisions'];
const AUTHOR = '/author/octocat';
const ARCHIVE = ['/archive', '/archive/2025'];
const NEIGHBOURS = ['/post/2/post-2', '/post/4/post-4'];
const sorted = (...paths: string[]) => [...new Set(paths)].sort();

describe('what a delivery makes stale', () => {
  it.each([
    ['an edited body', changed('edited'), instead(3, post(3, { body: 'New.' })), [...OWN, AUTHOR]],
    [
      'an edit that no list shows',
      changed('edited'),
      instead(3, post(3, { lastEditedAt: '2025-06-01T00:00:00Z' })),
      OWN,
    ],
    ['closing', changed('closed'), BEFORE, OWN],
    ['reopening', changed('reopened'), BEFORE, OWN],
    ['locking', changed('locked'), instead(3, post(3, { locked: true })), OWN],
    ['assigning', changed('assigned'), BEFORE, OWN],
    [
      'another tag',
      changed('labeled'),
      instead(3, post(3, { labels: { nodes: [label('publish'), label('emacs')] } })),
      [...OWN, AUTHOR, '/tag/emacs', '/tags'],
    ],
    [
      'a new title: both addresses, and whoever names it',
      changed('edited', { title: 'New', previousTitle: 'Post 3' }),
      instead(3, post(3, { title: 'New' })),
      [...OWN, '/post/3/new', ...NEIGHBOURS, AUTHOR, ...ARCHIVE],
    ],
    [
      'a new title and body',
      changed('edited', { title: 'New', previousTitle: 'Post 3' }),
      instead(3, post(3, { title: 'New', body: 'New.' })),
      [...OWN, '/post/3/new', ...NEIGHBOURS, AUTHOR, ...ARCHIVE],
    ],
    [
      'unpublishing',
      changed('unlabeled'),
      instead(3, null),
      [...OWN, ...NEIGHBOURS, AUTHOR, ...ARCHIVE],
    ],
    [
      'deleting',
      { kind: 'post-gone', number: 3, title: 'Post 3' } as const,
      instead(3, null),
      [...OWN, ...NEIGHBOURS, AUTHOR, ...ARCHIVE],
    ],
    [
      'a series joined: the whole series, and the post',
      changed('milestoned'),
      instead(3, post(3, { milestone })),
      [...OWN, '/post/1/post-1', '/post/5/fifth', '/series/7/series'],
    ],
    [
      'a new post: it and the one before it',
      changed('opened', { number: 6, title: 'Post 6' }),
      list([...BEFORE, post(6)]),
      ['/', '/post/6', '/post/6/post-6', '/post/6/revisions', '/post/5/fifth', AUTHOR, ...ARCHIVE],
    ],
    [
      'an issue that is no post',
      changed('opened', { number: 9, title: 'A bug' }),
      BEFORE,
      ['/', '/post/9', '/post/9/a-bug', '/post/9/revisions'],
    ],
    ['a ping', { kind: 'ignored', why: 'a ping' } as const, BEFORE, []],
    ["the bot's own comment", { kind: 'announced', number: 3, commentId: 31 } as const, BEFORE, []],
    [
      'a label that no post carries',
      { kind: 'lists-changed', why: 'label' } as const,
      BEFORE,
      ['/'],
    ],
    [
      'a renamed label: every post that carries it',
      { kind: 'lists-changed', why: 'label edited' } as const,
      instead(2, post(2, { labels: { nodes: [label('publish'), label('renamed')] } })),
      ['/', '/post/2/post-2', AUTHOR, '/tag/renamed', '/tags'],
    ],
    [
      'withdrawing a post that another refers to: its links lead to GitHub again',
      changed('unlabeled', { number: 2, title: 'Post 2' }),
      instead(2, null),
      [
        '/',
        '/post/1/post-1',
        '/post/2',
        '/post/2/post-2',
        '/post/2/revisions',
        '/post/3/post-3',
        '/post/5/fifth',
        AUTHOR,
        ...ARCHIVE,
      ],
    ],
    [
      'a change nobody told of is found with the next one',
      changed('closed'),
      instead(1, post(1, { milestone, body: 'Edited while the site was away.' })),
      [...OWN, '/post/1/post-1', AUTHOR, '/series/7/series'],
    ],
  ])('by %s', (_, event, after, paths) => {
    expect(plan(event, after)).toEqual(sorted(...paths));
  });

  it.each(['comment-changed', 'comment-gone'] as const)(
    'by a %s: the page of that comment, of many',
    (kind) => {
      const times = { changedAt: 0, issueChangedAt: 0 };
      const event = { kind, action: 'x', number: 3, title: 'Post 3', commentId: 31, ...times };
      expect(plan(event, BEFORE, [30, 31, 32])).toEqual(sorted(...SEEN, '/post/3/comment/31'));
    },
  );

  it('by a change of the post: the pages of all its comments, which name it', () => {
    expect(plan(changed('edited'), BEFORE, [30, 31])).toEqual(
      sorted(...OWN, '/post/3/comment/30', '/post/3/comment/31'),
    );
  });

  it('by a pinned post: the first page, and the pages that move', () => {
    const many = Array.from({ length: 2 * 10 }, (_, place) => post(place + 1));
    const before = list(many);
    const after = list(many.map((each) => ({ ...each, pinned: each.number === 1 })));
    const event = changed('pinned', { number: 1, title: 'Post 1' });
    const paths = planRevalidation(event, { before, after, commentIds: [], postsPerPage: 10 });
    expect(paths.sort()).toEqual([
      '/',
      '/author/octocat/page/2',
      '/page/2',
      '/post/1',
      '/post/1/post-1',
      '/post/1/revisions',
    ]);
  });

  it('by a new post on a full page: every page behind it', () => {
    const many = Array.from({ length: 3 * 10 }, (_, place) => post(place + 1));
    const after = list([...many, post(99)]);
    const event = changed('opened', { number: 99, title: 'Post 99' });
    const paths = planRevalidation(event, {
      before: list(many),
      after,
      commentIds: [],
      postsPerPage: 10,
    });
    expect(paths).toEqual(expect.arrayContaining(['/', '/page/2', '/page/3', '/page/4']));
  });

  it('when nothing is known of before: its own pages', () => {
    const paths = planRevalidation(changed('edited'), {
      before: null,
      after: BEFORE,
      commentIds: [],
      postsPerPage: 10,
    });
    expect(paths.sort()).toEqual(OWN);
  });
});
