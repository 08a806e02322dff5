import { describe, expect, it } from 'vitest';
import { commentPath, homePath, postPath, slugify, tagPath } from '../lib/paths';
import { tagSlug } from '../lib/posts/tag-slug';

describe('addresses', () => {
  it.each([
    ['A real-time blog', 'a-real-time-blog'],
    ['Über Größe', 'über-größe'],
    ['日本語の記事', '日本語の記事'],
    ['مرحبا بالعالم', 'مرحبا-بالعالم'],
    ['C++ & Rust -- what now?', 'c-rust-what-now'],
    ['🎉🎉', ''],
    ['???', ''],
    ['', ''],
    ['Edit', 'edit-post'],
    ['Half a \ud83d pair', 'half-a-pair'],
    ['\ud83d', ''],
  ])('make of the title %j the slug %j', (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });

  it('cut a slug of 256 characters between words where they can', () => {
    expect(slugify('word '.repeat(60)).length).toBeLessThanOrEqual(80);
    expect(slugify('word '.repeat(60))).toMatch(/word$/);
    expect(slugify('x'.repeat(256))).toHaveLength(80);
  });

  it('give the same title the same slug, whichever way its accents are written', () => {
    expect(slugify('Cafe\u0301')).toBe(slugify('Caf\u00e9'));
  });

  it('are percent-encoded', () => {
    expect(postPath(12, 'größe')).toBe('/post/12/gr%C3%B6%C3%9Fe');
    expect(tagPath('c++')).toBe('/tag/c%2B%2B');
  });

  it('can be made of any title and any label, halves of surrogate pairs included', () => {
    expect(() => postPath(12, slugify('a\udc00b'))).not.toThrow();
    expect(tagPath(tagSlug('a\ud83d'))).toBe('/tag/a%EF%BF%BD');
  });

  it('do without a slug', () => {
    expect(postPath(12, '')).toBe('/post/12');
  });

  it('number the home page from 2', () => {
    expect(homePath()).toBe('/');
    expect(homePath(2)).toBe('/page/2');
  });

  it("end in GitHub's id for a comment", () => {
    expect(commentPath(12, 345)).toBe('/post/12/comment/345');
  });
});
