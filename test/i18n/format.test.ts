import { describe, expect, it } from 'vitest';
import { fill, formatDate, formatPlural } from '../../lib/i18n';
import { messagesFor } from '../../lib/i18n/languages';

describe('formatting', () => {
  it.each([
    ['en', 'March 14, 2026'],
    ['de', '14. März 2026'],
    ['fr', '14 mars 2026'],
    ['ja', '2026年3月14日'],
  ])('writes a day as %s does', (language, expected) => {
    expect(formatDate('2026-03-14T23:59:59Z', language)).toBe(expected);
  });

  it('leaves nonsense out of a page instead of failing', () => {
    expect(formatDate('yesterday', 'en')).toBe('');
  });

  it.each([
    ['en', 1, '1 comment'],
    ['en', 0, '0 comments'],
    ['en', 1234, '1,234 comments'],
    ['ar', 2, 'تعليقان'],
    ['ja', 5, 'コメント5件'],
  ])('counts comments in %s: %i', (language, count, expected) => {
    expect(formatPlural(messagesFor(language).post.comments, count, language)).toBe(expected);
  });

  it('fills in what it has and keeps what it has not', () => {
    expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}');
  });
});
