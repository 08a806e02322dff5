import { describe, expect, it } from 'vitest';
import { homePage, listPublished, neighboursOf } from '../../lib/posts/list-posts';
import { toListedPost } from '../../lib/posts/listed-post';
import { changedPages } from '../../lib/posts/listing';
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
    const many = Array.from({ length: 10 + 2 }, (_, place) =>
      summary(place + 1, { pinned: place === 0 }),
    );
    const first = homePage(listed(...many), 1, 10);
    expect(numbers(first?.pinned)).toEqual([1]);
    expect(first?.posts).toHaveLength(10);
    const second = homePage(listed(...many), 2, 10);
    expect(numbers(second?.pinned)).toEqual([]);
    expect(numbers(second?.posts)).toEqual([2]);
  });

  it('has a first page without posts, and no page beyond the last', () => {
    expect(homePage([], 1, 10)).toMatchObject({ posts: [], pageCount: 1 });
    expect(homePage([], 2, 10)).toBeNull();
    expect(homePage([], 0, 10)).toBeNull();
    expect(homePage([], 1.5, 10)).toBeNull();
  });
});

describe('what a list is given of a post', () => {
  it('is what its page is compared by, so that it never shows another second of activity', () => {
    const before = summary(1);
    const after = { ...before, updatedAt: '2026-02-03T04:05:06.000Z', locked: true };
    expect(toListedPost(after)).toEqual(toListedPost(before));
    expect(changedPages(listed(before), listed(after), 10)).toEqual([before.path]);
    const called = { ...after, title: 'Called otherwise' };
    expect(toListedPost(called)).not.toEqual(toListedPost(before));
    expect(changedPages(listed(before), listed(called), 10)).toContain('/');
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
    expect(neighboursOf(posts, 9)).toMatchObject({
      previous: null,
      next: null,
      related: [],
      series: { posts: [], index: null },
    });
  });

  it('stands its series in order of publication', () => {
    const { series: parts } = neighboursOf(posts, 3);
    expect(parts.posts.map((post) => post.title)).toEqual(['Post 1', 'Post 3']);
    expect(parts).toMatchObject({ index: 1, before: 0, total: 2 });
    expect(neighboursOf(posts, 2).series.posts).toEqual([]);
  });

  it('stands no more of a long series than its nearest parts', () => {
    const many = listed(
      ...Array.from({ length: 200 }, (_, place) => summary(place + 1, { series })),
    );
    const { series: parts } = neighboursOf(many, 100);
    expect(parts.posts.length).toBeLessThan(30);
    expect(parts.posts[parts.index ?? -1]?.title).toBe('Post 100');
    expect(parts).toMatchObject({ total: 200 });
    expect(parts.before + (parts.index ?? 0)).toBe(99);
  });

  it('stand the posts with the most tags in common, the nearest first', () => {
    const tags = (...names: string[]) =>
      names.map((name) => ({ name, slug: name, color: 'ffffff', description: null }));
    const all = listed(
      summary(1, { tags: tags('a', 'b') }),
      summary(2, { tags: tags('a') }),
      summary(3, { tags: tags('c') }),
      summary(4, { tags: tags('a', 'b') }),
    );
    expect(neighboursOf(all, 4).related.map((post) => post.title)).toEqual(['Post 1', 'Post 2']);
    expect(neighboursOf(all, 3).related).toEqual([]);
  });
});
