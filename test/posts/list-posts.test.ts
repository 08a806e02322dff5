import { describe, expect, it } from 'vitest';
import { homePage, listPublished, neighboursOf, POSTS_PER_PAGE } from '../../lib/posts/list-posts';
import type { PostSummary } from '../../lib/posts/post';
import { toSummary } from '../../lib/posts/to-summary';
import { RULES, sampleIssue } from '../support/sample-issue';

function summary(number: number, changes: Partial<PostSummary> = {}): PostSummary {
  const createdAt = new Date(Date.UTC(2025, 0, number)).toISOString();
  const found = toSummary(sampleIssue({ number, title: `Post ${number}`, createdAt }), RULES);
  if (!found) throw new Error('The sample is not a post.');
  return { ...found, ...changes };
}

function listed(...posts: PostSummary[]): PostSummary[] {
  const state = { posts: new Map(posts.map((post) => [post.number, post])) };
  return listPublished(state, Date.UTC(2026, 0, 1));
}

const numbers = (posts: readonly PostSummary[] | undefined) => posts?.map((post) => post.number);

describe('the list of posts', () => {
  it('is newest first, by the date of publication', () => {
    const posts = listed(
      summary(1),
      summary(3),
      summary(2, { publishedAt: '2025-12-01T00:00:00Z' }),
    );
    expect(numbers(posts)).toEqual([2, 3, 1]);
  });

  it('waits for scheduled posts', () => {
    expect(
      numbers(listed(summary(1), summary(2, { publishedAt: '2027-01-01T00:00:00Z' }))),
    ).toEqual([1]);
  });

  it('puts pinned posts first on page 1 and nowhere else', () => {
    const many = Array.from({ length: POSTS_PER_PAGE + 2 }, (_, place) =>
      summary(place + 1, { pinned: place === 0 }),
    );
    const first = homePage(listed(...many), 1);
    expect(numbers(first?.pinned)).toEqual([1]);
    expect(first?.posts).toHaveLength(POSTS_PER_PAGE);
    const second = homePage(listed(...many), 2);
    expect(numbers(second?.pinned)).toEqual([]);
    expect(numbers(second?.posts)).toEqual([2]);
  });

  it('has a first page without posts, and no page beyond the last', () => {
    expect(homePage([], 1)).toMatchObject({ posts: [], pageCount: 1 });
    expect(homePage([], 2)).toBeNull();
    expect(homePage([], 0)).toBeNull();
    expect(homePage([], 1.5)).toBeNull();
  });
});

describe('beside a post', () => {
  const series = { number: 1, title: 'S', slug: 's', description: null };
  const posts = listed(summary(1, { series }), summary(2), summary(3, { series }));

  it('stand the older and the newer one', () => {
    expect(neighboursOf(posts, 2)).toMatchObject({
      previous: { path: '/post/1/post-1' },
      next: { path: '/post/3/post-3' },
    });
    expect(neighboursOf(posts, 3).next).toBeNull();
    expect(neighboursOf(posts, 9)).toEqual({ previous: null, next: null, series: [] });
  });

  it('stands its series in order of publication', () => {
    expect(neighboursOf(posts, 3).series.map((post) => post.title)).toEqual(['Post 1', 'Post 3']);
    expect(neighboursOf(posts, 2).series).toEqual([]);
  });
});
