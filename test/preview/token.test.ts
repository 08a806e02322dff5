import { describe, expect, it } from 'vitest';
import {
  checkPreviewToken,
  createPreviewToken,
  derivePreviewKey,
  previewChannel,
} from '../../lib/preview/token';

const DAY = 24 * 60 * 60 * 1_000;
const NOW = Date.parse('2026-11-23T09:00:00Z');
const blog = { owner: 'octocat', name: 'blog' };
const key = derivePreviewKey('a secret', blog);
const token = createPreviewToken(key, 12, NOW);
const [end = '', signature = ''] = token.split('.');
const check = (number: number, attempt: unknown, now = NOW) =>
  checkPreviewToken(key, number, attempt, now).kind;

describe("a preview's token", () => {
  it('opens the issue it was made for', () => {
    expect(check(12, token)).toBe('valid');
  });

  it('lasts at least two weeks and at most three', () => {
    expect(check(12, token, NOW + 14 * DAY)).toBe('valid');
    expect(check(12, token, NOW + 21 * DAY)).toBe('expired');
  });

  it('is the same for a whole week, so that a comment that holds it stays as it is', () => {
    const week = Math.floor(NOW / (7 * DAY)) * 7 * DAY;
    expect(createPreviewToken(key, 12, week)).toBe(createPreviewToken(key, 12, week + 7 * DAY - 1));
    expect(createPreviewToken(key, 12, week + 7 * DAY)).not.toBe(token);
  });

  const longer = (Number.parseInt(end, 36) + 9_999_999).toString(36);
  it.each<[string, number, unknown]>([
    ["another issue's", 13, token],
    ['a later end', 12, `${longer}.${signature}`],
    ['a swapped signature', 12, `${end}.${createPreviewToken(key, 13, NOW).split('.')[1]}`],
    ['cut short', 12, token.slice(0, -1)],
    ['made longer', 12, `${token}A`],
    ['in capitals', 12, token.toUpperCase()],
    ['with other padding bits', 12, `${token.slice(0, -1)}${nextLetter(token.slice(-1))}`],
    ['without a signature', 12, `${end}.`],
    ['without an end', 12, `.${signature}`],
    ['empty', 12, ''],
    ['missing', 12, undefined],
    ['given twice', 12, [token, token]],
    ['with a line break', 12, `${token}\n`],
    ['an endless end', 12, `${'z'.repeat(10)}.${signature}`],
    ["the channel's name", 12, previewChannel(key, 12).slice('/preview/'.length)],
    ["another secret's", 12, createPreviewToken(derivePreviewKey('another secret', blog), 12, NOW)],
    [
      "another blog's with the same secret",
      12,
      createPreviewToken(derivePreviewKey('a secret', { ...blog, name: 'notes' }), 12, NOW),
    ],
  ])('opens nothing when it is %s', (_, number, attempt) => {
    expect(check(number, attempt)).toBe('forged');
  });
});

/** The same 32 bytes in a spelling that a lenient decoder would take. */
function nextLetter(letter: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return letters[letters.indexOf(letter) ^ 1] ?? 'A';
}
