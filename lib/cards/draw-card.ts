/** A card: what a chat, a timeline or another blog shows of a page, as an image of 1200 × 630 pixels. */
import { Resvg } from '@resvg/resvg-js';
import { setText } from './set-text';

export interface Card {
  /** Above the title: `Comment by hubot`, `Tag`. */
  kind: string | null;
  title: string;
  /** Under the title, smaller: a description, the words of a comment. */
  text: string | null;
  /** At the foot: who and when. */
  byline: string | null;
  siteTitle: string;
  /** A picture for the byline as a `data:` address. */
  picture: string | null;
  /** Six hexadecimal digits: a tag's colour. */
  color: string | null;
}

export const CARD_SIZE = { width: 1200, height: 630 };

const MARGIN = 80;
const WIDTH = CARD_SIZE.width - 2 * MARGIN;
const PAPER = '#fbfcfb';
const INK = '#17211c';
const FAINT = '#55615b';
const ACCENT = '#136245';

/** Sizes of the title, the largest that fits into its lines. */
const TITLE_SIZES = [
  { size: 84, maxLines: 3 },
  { size: 64, maxLines: 4 },
  { size: 50, maxLines: 5 },
];

/** @returns a PNG */
export async function drawCard(card: Card): Promise<Buffer> {
  const svg = await composeCard(card);
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return image.asPng();
}

async function composeCard(card: Card): Promise<string> {
  const small = { size: 30, width: WIDTH, lineHeight: 40, maxLines: 1 };
  const beside = card.picture ? 84 : 0;
  const [site, kind, title, byline] = await Promise.all([
    setText(card.siteTitle, { ...small, width: WIDTH / 2 }),
    setText(card.kind ?? '', { ...small, width: WIDTH / 2 - 40 }),
    fitTitle(card.title, card.text ? 3 : 5),
    setText(card.byline ?? '', { ...small, width: WIDTH - beside }),
  ]);
  const titleTop = 170 + title.size;
  const below = titleTop + (title.lines - 1) * title.lineHeight;
  const room = Math.floor((CARD_SIZE.height - 150 - below - 40) / 44);
  const text = await setText(room > 0 ? (card.text ?? '') : '', {
    size: 32,
    width: WIDTH,
    lineHeight: 44,
    maxLines: Math.max(1, Math.min(3, room)),
  });
  const dot = card.color && /^[\da-f]{6}$/i.test(card.color) ? `#${card.color}` : ACCENT;
  const foot = CARD_SIZE.height - MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_SIZE.width}" height="${CARD_SIZE.height}">
<rect width="100%" height="100%" fill="${PAPER}"/>
<rect width="100%" height="14" fill="${dot}"/>
<g fill="${ACCENT}" transform="translate(${MARGIN} 110)">${site.svg}</g>
<g fill="${FAINT}" transform="translate(${CARD_SIZE.width - MARGIN - kind.width} 110)">${kind.svg}</g>
<g fill="${INK}" transform="translate(${MARGIN} ${titleTop})">${title.svg}</g>
<g fill="${FAINT}" transform="translate(${MARGIN} ${below + 70})">${text.svg}</g>
${card.picture ? pictureAt(card.picture, MARGIN, foot - 52) : ''}
<g fill="${FAINT}" transform="translate(${MARGIN + beside} ${foot - 6})">${byline.svg}</g>
</svg>`;
}

async function fitTitle(text: string, lines: number) {
  for (const { size, maxLines } of TITLE_SIZES) {
    const most = Math.min(maxLines, lines);
    const lineHeight = Math.round(size * 1.2);
    const set = await setText(text, { size, width: WIDTH, lineHeight, maxLines: most + 1 });
    if (set.lines <= most) return { ...set, size, lineHeight };
  }
  const size = 50;
  const set = await setText(text, { size, width: WIDTH, lineHeight: 60, maxLines: lines });
  return { ...set, size, lineHeight: 60 };
}

function pictureAt(picture: string, x: number, y: number): string {
  return `<clipPath id="round"><circle cx="${x + 32}" cy="${y + 32}" r="32"/></clipPath>
<image href="${picture}" x="${x}" y="${y}" width="64" height="64" clip-path="url(#round)"/>`;
}
