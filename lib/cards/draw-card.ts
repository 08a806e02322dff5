/** A card: what a chat, a timeline or another blog shows of a page, as an image of 1200 × 630 pixels. */
import { Resvg } from '@resvg/resvg-js';
import { setText, sideOf } from './set-text';

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

/** Where the site's name stands, above the title. */
const HEAD = 108;
/** The highest letters of the title. */
const TOP = 156;
/** Under which there is only the byline. */
const BOTTOM = 480;
/** The middle of the byline. */
const FOOT = 545;
const PICTURE = 68;

/** Sizes of the title, the largest that fits into its lines. */
const TITLE_SIZES = [
  { size: 84, maxLines: 3 },
  { size: 64, maxLines: 4 },
  { size: 50, maxLines: 5 },
];

/** The same where words stand below it. */
const TITLE_SIZES_WITH_TEXT = [
  { size: 84, maxLines: 1 },
  { size: 60, maxLines: 2 },
  { size: 46, maxLines: 3 },
];

/** @returns a PNG */
export async function drawCard(card: Card): Promise<Buffer> {
  const svg = await composeCard(card);
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return image.asPng();
}

async function composeCard(card: Card): Promise<string> {
  const side = sideOf(card.title);
  const small = { size: 30, weight: 500, width: WIDTH, lineHeight: 40, maxLines: 1 };
  const beside = card.picture ? PICTURE + 22 : 0;
  const [site, kind, title, byline] = await Promise.all([
    setText(card.siteTitle, { ...small, weight: 700, width: WIDTH / 2, side: 'left' }),
    setText(card.kind ?? '', { ...small, width: WIDTH / 2 - 40, side: 'left' }),
    fitTitle(card.title, card.text ? TITLE_SIZES_WITH_TEXT : TITLE_SIZES),
    setText(card.byline ?? '', { ...small, width: WIDTH - beside, side }),
  ]);
  const titleTop = TOP + Math.round(title.size * 0.8);
  const below = titleTop + (title.lines - 1) * title.lineHeight;
  const textTop = below + 76;
  const lineHeight = 50;
  const text = await setText(card.text ?? '', {
    size: 36,
    weight: 400,
    width: WIDTH,
    lineHeight,
    maxLines: Math.max(1, Math.floor((BOTTOM - textTop) / lineHeight) + 1),
  });
  const dot = card.color && /^[\da-f]{6}$/i.test(card.color) ? `#${card.color}` : ACCENT;
  const start = (width: number) => (side === 'left' ? MARGIN : CARD_SIZE.width - MARGIN - width);
  const end = (width: number) => (side === 'left' ? CARD_SIZE.width - MARGIN - width : MARGIN);
  const bylineLeft = side === 'left' ? MARGIN + beside : MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_SIZE.width}" height="${CARD_SIZE.height}">
<rect width="100%" height="100%" fill="${PAPER}"/>
<rect width="100%" height="14" fill="${dot}"/>
<g fill="${ACCENT}" transform="translate(${start(site.width)} ${HEAD})">${site.svg}</g>
<g fill="${FAINT}" transform="translate(${end(kind.width)} ${HEAD})">${kind.svg}</g>
<g fill="${INK}" transform="translate(${MARGIN} ${titleTop})">${title.svg}</g>
<g fill="${FAINT}" transform="translate(${MARGIN} ${textTop})">${text.svg}</g>
${card.picture ? pictureAt(card.picture, start(PICTURE), FOOT - PICTURE / 2) : ''}
<g fill="${FAINT}" transform="translate(${bylineLeft} ${FOOT + 11})">${byline.svg}</g>
</svg>`;
}

async function fitTitle(text: string, sizes: readonly { size: number; maxLines: number }[]) {
  for (const [place, { size, maxLines }] of sizes.entries()) {
    const lineHeight = Math.round(size * 1.2);
    const isLast = place === sizes.length - 1;
    // With room for one line more, it is seen whether a line too many is needed.
    const room = isLast ? maxLines : maxLines + 1;
    const box = { size, weight: 700, width: WIDTH, lineHeight, maxLines: room, balanced: true };
    const set = await setText(text, box);
    if (isLast || set.lines <= maxLines) return { ...set, size, lineHeight };
  }
  return { svg: '', lines: 0, width: 0, size: 0, lineHeight: 0 };
}

function pictureAt(picture: string, x: number, y: number): string {
  const half = PICTURE / 2;
  return `<clipPath id="round"><circle cx="${x + half}" cy="${y + half}" r="${half}"/></clipPath>
<image href="${picture}" x="${x}" y="${y}" width="${PICTURE}" height="${PICTURE}" clip-path="url(#round)"/>`;
}
