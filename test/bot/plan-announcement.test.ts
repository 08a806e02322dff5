import { describe, expect, it } from 'vitest';
import { ANNOUNCEMENT_MARKER } from '../../lib/bot/marker';
import { planAnnouncement } from '../../lib/bot/plan-announcement';
import { sampleComment } from '../support/sample-issue';

const published = `View your post at https://blog.example/post/1/a\n\n${ANNOUNCEMENT_MARKER}`;
const unpublished = `Not a post.\n\n${ANNOUNCEMENT_MARKER}`;
const own = (id: string, body: string) => sampleComment({ id, body, viewerDidAuthor: true });
const texts = { wanted: published, otherwise: unpublished };

describe('the bot', () => {
  it('answers a new post', () => {
    const comments = [sampleComment()];
    expect(planAnnouncement({ ...texts, comments })).toEqual([{ kind: 'add', body: published }]);
  });

  it('says nothing about an issue that never was a post', () => {
    expect(planAnnouncement({ ...texts, wanted: null, comments: [] })).toEqual([]);
  });

  it('is silent when its comment is true, however GitHub ends its lines', () => {
    const comments = [own('1', published.replaceAll('\n', '\r\n'))];
    expect(planAnnouncement({ ...texts, comments })).toEqual([]);
  });

  it.each([
    ['the address changed', published.replace('/a', '/b'), published, published],
    ['the post was withdrawn', published, null, unpublished],
    ['the post is public again', unpublished, published, published],
  ])('corrects its comment when %s', (_, body, wanted, expected) => {
    const comments = [own('1', body)];
    expect(planAnnouncement({ comments, wanted, otherwise: unpublished })).toEqual([
      { kind: 'update', id: '1', body: expected },
    ]);
  });

  it('removes all of its comments but the oldest', () => {
    const comments = [own('1', published), sampleComment(), own('2', published)];
    expect(planAnnouncement({ ...texts, comments })).toEqual([{ kind: 'delete', id: '2' }]);
  });

  it("does not take a stranger's copy of its marker for its own", () => {
    const comments = [sampleComment({ body: published })];
    expect(planAnnouncement({ ...texts, comments })).toEqual([{ kind: 'add', body: published }]);
  });

  it('leaves the comment of an earlier bot of the blog alone, and adds no second one', () => {
    const comments = [sampleComment({ body: published, authorAssociation: 'COLLABORATOR' })];
    expect(planAnnouncement({ ...texts, comments })).toEqual([]);
  });
});
