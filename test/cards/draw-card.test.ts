import { describe, expect, it } from 'vitest';
import { CARD_SIZE, drawCard } from '../../lib/cards/draw-card';
import { setText } from '../../lib/cards/set-text';

const box = { size: 60, width: 1000, lineHeight: 72, maxLines: 3 };
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
    ['emoji', '🎉👩‍🚀❤️🇫🇷'],
  ])('are drawn in %s', async (_, text) => {
    const { svg, lines, width } = await setText(text, box);
    expect(svg.match(/<path/g)?.length).toBeGreaterThanOrEqual(4);
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
