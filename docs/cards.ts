/** Makes `docs/images/cards.png`, a sheet of cards in several scripts: `npx tsx docs/cards.ts` */
import { writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { CARD_SIZE, type Card, drawCard } from '../lib/cards/draw-card';

const COLUMNS = 2;
const GAP = 16;
const [width, height] = [CARD_SIZE.width / 2, CARD_SIZE.height / 2];

const FACE = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64"
height="64" fill="#4a5fc1"/><circle cx="32" cy="26" r="12" fill="#fff"/><rect x="12" y="42" width="40"
height="30" rx="14" fill="#fff"/></svg>`;
const picture = dataAddress('image/svg+xml', Buffer.from(FACE));
const usual = { kind: null, text: null, siteTitle: 'The Cove', picture, color: null };
const cards: Card[] = [
  {
    ...usual,
    title: 'Unikernels leave out almost everything',
    byline: 'The Octocat · 23 November 2026',
  },
  {
    ...usual,
    title: '用议题写博客：一个实时的博客系统，如何从零开始搭建',
    byline: '王小明 · 2026年11月23日',
  },
  {
    ...usual,
    title: 'كيف تكتب مدونة حية من مشكلات GitHub دون أن تنتظر البناء',
    byline: 'ليلى · ٢٣ نوفمبر ٢٠٢٦',
  },
  {
    ...usual,
    title: '🎉 We shipped it! 👩‍🚀🚀 Faster ❤️ pages',
    byline: 'Hubot · 24 November 2026',
  },
  {
    ...usual,
    title: '이슈로 쓰는 실시간 블로그, 처음부터 끝까지',
    byline: '김철수 · 2026년 11월 23일',
  },
  {
    ...usual,
    title: 'איך כותבים בלוג חי מתוך issues של GitHub',
    byline: 'דנה · 23 בנובמבר 2026',
  },
  {
    ...usual,
    title: 'เขียนบล็อกแบบเรียลไทม์จากอิชชูของกิตฮับโดยไม่ต้องรอสร้างใหม่',
    byline: 'สมชาย · 23 พฤศจิกายน 2569',
  },
  {
    ...usual,
    title: 'गिटहब के मुद्दों से एक जीवंत ब्लॉग कैसे लिखें',
    byline: 'अनीता · 23 नवंबर 2026',
  },
  {
    ...usual,
    kind: 'Comment by Hubot',
    title: 'Unikernels leave out almost everything',
    text: 'I tried this on a small board, and it boots in nine milliseconds; the network stack took me a whole weekend, though.',
    byline: 'Hubot · 24 November 2026',
  },
  {
    ...usual,
    kind: 'Tag',
    title: 'c++',
    text: 'Templates, constexpr and other adventures.',
    byline: '12 posts',
    picture: null,
    color: 'f34b7d',
  },
];

const drawn = await Promise.all(cards.map(drawCard));
const rows = Math.ceil(cards.length / COLUMNS);
const images = drawn.map((card, place) => {
  const x = GAP + (place % COLUMNS) * (width + GAP);
  const y = GAP + Math.floor(place / COLUMNS) * (height + GAP);
  const address = dataAddress('image/png', card);
  return `<image x="${x}" y="${y}" width="${width}" height="${height}" href="${address}"/>`;
});
const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="${COLUMNS * (width + GAP) + GAP}" height="${rows * (height + GAP) + GAP}">
<rect width="100%" height="100%" fill="#dfe4e1"/>${images.join('')}</svg>`;
writeFileSync('docs/images/cards.png', new Resvg(sheet).render().asPng());

function dataAddress(type: string, bytes: Buffer): string {
  return `data:${type};base64,${bytes.toString('base64')}`;
}
