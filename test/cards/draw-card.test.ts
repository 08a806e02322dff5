import { describe, expect, it } from 'vitest';
import { breakText } from '../../lib/cards/break-text';
import { CARD_SIZE, drawCard } from '../../lib/cards/draw-card';
import { findSlice } from '../../lib/cards/fonts';
import { setText } from '../../lib/cards/set-text';

const box = { size: 60, weight: 700, width: 1000, lineHeight: 72, maxLines: 3 };
const card = {
  kind: null,
  text: null,
  byline: 'Mona',
  siteTitle: 'Blog',
  picture: null,
  color: null,
};

describe('the words of a card', () => {
  it.each([
    ['Latin', 'How to publish'],
    ['accents and Vietnamese', 'Crème brûlée Tiếng Việt'],
    ['Greek and Cyrillic', 'Ελληνικά кириллица'],
    ['Chinese', '用议题写博客'],
    ['Japanese', '記事を書く'],
    ['Arabic', 'كيف تكتب مدونة'],
    ['Hebrew', 'איך כותבים בלוג'],
    ['Korean', '이슈로 쓰는 블로그 간그김'],
    ['Thai', 'เขียนบล็อก'],
    ['Devanagari', 'ब्लॉग कैसे लिखें'],
    ['Bengali and Tamil', 'বাংলা தமிழ்'],
    ['Georgian and Armenian', 'ქართული Հայերեն'],
    ['Amharic, Khmer and Burmese', 'አማርኛ ភាសា မြန်မာ'],
    ['emoji', '🎉👩‍🚀❤️🇫🇷'],
  ])('are drawn in %s', async (_, text) => {
    const { svg, lines, width } = await setText(text, box);
    expect(svg.match(/<path/g)?.length).toBeGreaterThanOrEqual(4);
    for (const letter of text.replaceAll(' ', '')) expect(findSlice(letter), letter).not.toBeNull();
    expect(lines).toBe(1);
    expect(width).toBeGreaterThan(100);
  });

  it('break into lines, also without spaces, and end in an ellipsis', async () => {
    for (const text of ['word '.repeat(100), 'x'.repeat(256), '字'.repeat(256)]) {
      const set = await setText(text, box);
      expect(set.lines).toBe(3);
      expect(set.width).toBeLessThan(box.width + 2 * box.size);
    }
  });

  it('break where words end in scripts without spaces, and into lines of about one length', async () => {
    const parts = (text: string) => breakText(text).map((piece) => piece.text);
    expect(parts('記事を書く、「ブログ」')).toEqual(['記事', 'を', '書く、', '「ブログ」']);
    expect(parts('เขียนบล็อก')).toEqual(['เขียน', 'บล็อก']);
    expect(parts('see 中文')).toEqual(['see', '中文']);
    expect(parts('x'.repeat(30))).toHaveLength(30);
    const title = 'word '.repeat(8);
    const full = await setText(title, box);
    const balanced = await setText(title, { ...box, balanced: true });
    expect(balanced.lines).toBe(full.lines);
    expect(balanced.width).toBeLessThan(full.width);
  });

  it('draw every Korean letter, and an emoji of any skin as one', async () => {
    const count = async (text: string) => (await setText(text, box)).svg.match(/<path/g)?.length;
    expect(await count('실시간블로그김')).toBe(7);
    expect(await count('👍🏽👍🏿')).toBe(2);
    const [wide, narrow] = await Promise.all([setText('👍 a', box), setText('a 👍', box)]);
    expect(wide.width).toBeCloseTo(narrow.width, 0);
  });

  it('run from right to left where they begin so, with what is not inside as it is', async () => {
    const arabic = await setText('مدونة GitHub', box);
    const start = Number(/translate\(([\d.]+) 0\)/.exec(arabic.svg)?.[1]);
    expect(start).toBeCloseTo(box.width - arabic.width, 0);
  });
});

describe('a card', () => {
  it.each(['', ' ', '\u0000\u0007', '</svg><script>', '𓀀𓀁', '\ud800', 'a'.repeat(5_000), '🎉'])(
    'is drawn whatever the title: %j',
    async (title) => {
      const image = await drawCard({ ...card, title });
      expect(image.subarray(1, 4).toString()).toBe('PNG');
      expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([
        CARD_SIZE.width,
        CARD_SIZE.height,
      ]);
    },
  );
});
