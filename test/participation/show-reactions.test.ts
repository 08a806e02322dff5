import { describe, expect, it } from 'vitest';
import { basisOf, showReactions, withOwn } from '../../lib/participation/browser/show-reactions';
import type { Reaction } from '../../lib/posts/post';

const SERVED: Reaction[] = [{ content: 'HEART', count: 2 }];
const known = {
  given: { HEART: { count: 3, viewerHasReacted: true, who: ['octocat', 'hubot'] } },
  basis: basisOf(SERVED),
};

const heartIn = (shown: ReturnType<typeof showReactions>) =>
  shown.find(({ content }) => content === 'HEART');

describe('reactions', () => {
  it("are the page's where nothing else is known", () => {
    const shown = showReactions(SERVED, undefined);
    expect(shown.length).toBe(8);
    expect(heartIn(shown)).toEqual({ content: 'HEART', count: 2, isOwn: false, who: [] });
  });

  it('are what GitHub said last, until the page says something newer', () => {
    expect(heartIn(showReactions(SERVED, known))).toMatchObject({ count: 3, isOwn: true });
    const newer: Reaction[] = [{ content: 'HEART', count: 9 }];
    expect(heartIn(showReactions(newer, known))).toMatchObject({ count: 9, isOwn: true });
  });

  it("always count one's own", () => {
    expect(heartIn(showReactions([], known))).toMatchObject({ count: 1, isOwn: true });
  });

  it('change by one when given and taken back', () => {
    const shown = showReactions(SERVED, undefined);
    const given = withOwn(shown, 'HEART', true, 'hubot');
    expect(given.HEART).toEqual({ count: 3, viewerHasReacted: true, who: ['hubot'] });
    const again = showReactions(SERVED, { given, basis: basisOf(SERVED) });
    expect(withOwn(again, 'HEART', true, 'hubot').HEART?.count).toBe(3);
    expect(withOwn(again, 'HEART', false, 'hubot').HEART).toEqual({
      count: 2,
      viewerHasReacted: false,
      who: [],
    });
  });
});
