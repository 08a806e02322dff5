/**
 * Cuts the blog's typefaces out of their npm packages: one optical size, the weights and letters that
 * pages use. Run with `npx tsx components/theme/build-fonts.ts` after changing anything here, then
 * put the printed names into `fonts.css` and `fonts.ts`; a test holds them to the files.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const FOLDER = 'public/fonts';

/** Basic Latin and Latin-1, with the punctuation of the languages the interface speaks. */
const LATIN = `${letters(0x20, 0x7e)}${letters(0xa0, 0xff)}ıŒœŸˆ˜–—‘’‚“”„†‡•…‰‹›⁄€™−←→↑↓ﬁﬂ`;

/** Latin Extended-A, fetched only by a page that has such a letter. */
const LATIN_EXTENDED = letters(0x100, 0x17f);

/** Between the cut for text (16) and for headlines: good at 19 pixels and still fine at 60. */
const OPTICAL_SIZE = 18;

/** The pictures of reactions, for systems without emoji; the package has them in two files. */
const REACTIONS = '👍👎😄🎉😕❤\ufe0f👀';

const NEWSREADER = '@fontsource-variable/newsreader/files/newsreader';
const EMOJI = '@fontsource-variable/noto-emoji/files/noto-emoji';

const TEXT_AXES = { opsz: OPTICAL_SIZE, wght: { min: 400, max: 700 } };

const FACES = [
  {
    name: 'newsreader-roman',
    source: `${NEWSREADER}-latin-opsz-normal`,
    letters: LATIN,
    axes: TEXT_AXES,
  },
  {
    name: 'newsreader-italic',
    source: `${NEWSREADER}-latin-opsz-italic`,
    letters: LATIN,
    axes: { ...TEXT_AXES, wght: 400 },
  },
  {
    name: 'newsreader-extended',
    source: `${NEWSREADER}-latin-ext-opsz-normal`,
    letters: LATIN_EXTENDED,
    axes: TEXT_AXES,
  },
  {
    name: 'reactions',
    source: `${EMOJI}-9-wght-normal`,
    letters: REACTIONS,
    axes: { wght: 400 },
  },
  { name: 'rocket', source: `${EMOJI}-8-wght-normal`, letters: '🚀', axes: { wght: 400 } },
];

await mkdir(FOLDER, { recursive: true });
for (const old of await readdir(FOLDER)) await rm(`${FOLDER}/${old}`);
const { resolve } = createRequire(import.meta.url);
for (const face of FACES) {
  const file = resolve(`${face.source}.woff2`);
  const font = await subsetFont(await readFile(file), face.letters, {
    targetFormat: 'woff2',
    variationAxes: face.axes,
    noLayoutClosure: true,
  });
  const hash = createHash('sha256').update(font).digest('hex').slice(0, 8);
  const path = `${FOLDER}/${face.name}.${hash}.woff2`;
  await writeFile(path, font);
  console.log(path, `${(font.length / 1024).toFixed(1)} KB`);
}

function letters(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, offset) =>
    String.fromCodePoint(from + offset),
  ).join('');
}
