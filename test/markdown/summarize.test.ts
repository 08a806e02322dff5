import { describe, expect, it } from 'vitest';
import { summarizeMarkdown } from '../../lib/markdown/summarize';
import { attacks } from './support/attacks';
import { readPathological } from './support/corpora';

describe('an excerpt', () => {
  it.each([
    [
      'Plain *words* and **more**, with `code` and [a link](https://e.com).',
      'Plain words and more, with code and a link.',
    ],
    ['# Title\n\n![image](x.png)\n\nThe text.', 'The text.'],
    ['<!-- note -->\n<p align="center"><img src="x"></p>\n\nThe text.', 'The text.'],
    ['```js\ncode()\n```\n\nThe text.', 'The text.'],
    ['| a | b |\n|---|---|\n| 1 | 2 |\n\nThe text.', 'The text.'],
    ['> [!NOTE]\n> Quoted.\n\nThe text.', 'Quoted. The text.'],
    ['- one\n- [x] two', 'one two'],
    ['Title\n=====\n\nThe text.', 'The text.'],
    [
      'Words[^1] :tada: a_b_c 5 * 3 \\*x\\* AT&amp;T.\n\n[^1]: Note.',
      'Words 🎉 a_b_c 5 * 3 *x* AT&T.',
    ],
    ['https://youtu.be/dQw4w9WgXcQ\n\nThe text.', 'The text.'],
    ['直接書く。改行も\nある。', '直接書く。改行も ある。'],
    ['', ''],
    ['![only](image.png)', ''],
  ])('of %j', (body, excerpt) => {
    expect(summarizeMarkdown(body).excerpt).toBe(excerpt);
  });

  it('is cut at a word, never through a character', () => {
    const words = summarizeMarkdown('word '.repeat(200)).excerpt;
    expect(words.length).toBeLessThanOrEqual(281);
    expect(words).toMatch(/word…$/);
    expect(summarizeMarkdown('👩‍🚀'.repeat(300)).excerpt.isWellFormed()).toBe(true);
  });

  it('keeps invisible and direction-changing characters out', () => {
    expect(summarizeMarkdown('a\u202eb\u200bc\u2066d').excerpt).toBe('abcd');
  });

  it('is given for anything anybody writes', () => {
    const bodies = [...attacks(), ...readPathological()];
    for (const { body } of bodies) {
      const { excerpt, readingMinutes } = summarizeMarkdown(body);
      expect(excerpt.length).toBeLessThanOrEqual(281);
      expect(Number.isInteger(readingMinutes)).toBe(true);
    }
  });
});

describe('a reading time', () => {
  it('counts words, and letters where there are no spaces between words, but not code', () => {
    expect(summarizeMarkdown('').readingMinutes).toBe(0);
    expect(summarizeMarkdown('One word.').readingMinutes).toBe(1);
    expect(summarizeMarkdown('word '.repeat(1150)).readingMinutes).toBe(5);
    expect(summarizeMarkdown('字'.repeat(1350)).readingMinutes).toBe(3);
    expect(summarizeMarkdown('မြန်မာ'.repeat(225)).readingMinutes).toBe(3);
    expect(summarizeMarkdown('ラーメン'.repeat(675)).readingMinutes).toBe(6);
    expect(
      summarizeMarkdown(`Word.\n\n\`\`\`\n${'code '.repeat(5000)}\n\`\`\``).readingMinutes,
    ).toBe(1);
  });
});
