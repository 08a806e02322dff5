import { describe, expect, it } from 'vitest';
import {
  readComment,
  readGiven,
  readParticipation,
} from '../../lib/participation/browser/read-answers';
import type { Participation } from '../../lib/participation/read-participation';
import type { Comment } from '../../lib/posts/post';

const participation: Participation = {
  canComment: false,
  whyNot: 'locked',
  canReact: true,
  canEdit: false,
  reactions: { post: { HEART: { count: 1, viewerHasReacted: true, who: ['octocat'] } } },
  comments: { 345: { canEdit: true, canDelete: false } },
};

const comment: Comment = {
  id: 345,
  author: { login: 'octocat', name: 'Octo Cat', avatarUrl: 'a.png', url: null, kind: 'user' },
  html: '<p>Hi.</p>',
  excerpt: 'Hi.',
  createdAt: '2026-01-02T03:04:05Z',
  editedAt: null,
  minimizedReason: null,
  reactions: [{ content: 'HEART', count: 1 }],
  path: '/post/12/comment/345',
  url: 'https://github.com/octocat/blog/issues/12#issuecomment-345',
  association: 'NONE',
};

describe('an answer that the discussion relies on', () => {
  it('is taken as it should be', () => {
    expect(readParticipation(participation)).toBe(participation);
    expect(readComment(comment)).toBe(comment);
    expect(readGiven({})).toEqual({});
  });

  it.each([
    ['does not say who may edit', { canEdit: undefined }],
    ['has a reason that nobody knows', { whyNot: 'bored' }],
    ['has a list of rights', { comments: [] }],
    ['has rights without saying which', { comments: { 345: {} } }],
    ['does not say whose a reaction is', { reactions: { post: { HEART: { count: 1, who: [] } } } }],
    [
      'has a reaction that is none of the eight',
      { reactions: { post: { SMILE: { count: 1, viewerHasReacted: true, who: [] } } } },
    ],
  ])('is refused when it %s', (_, wrong) => {
    expect(readParticipation({ ...participation, ...wrong })).toBeNull();
  });

  it.each([
    ['has no author', { author: null }],
    ['has an author without a name', { author: { login: 'octocat' } }],
    ['has no time', { createdAt: null }],
    ['has fields for reactions', { reactions: {} }],
  ])('is no comment when it %s', (_, wrong) => {
    expect(readComment({ ...comment, ...wrong })).toBeNull();
  });
});
