/**
 * Cuts the blog's typeface out of its npm package: one optical size, the weights and letters that
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

const FACES = [
  { name: 'roman', source: 'latin-opsz-normal', letters: LATIN, weight: { min: 400, max: 700 } },
  { name: 'italic', source: 'latin-opsz-italic', letters: LATIN, weight: 400 },
  {
    name: 'extended',
    source: 'latin-ext-opsz-normal',
    letters: LATIN_EXTENDED,
    weight: { min: 400, max: 700 },
  },
];

await mkdir(FOLDER, { recursive: true });
for (const old of await readdir(FOLDER)) await rm(`${FOLDER}/${old}`);
const { resolve } = createRequire(import.meta.url);
for (const face of FACES) {
  const file = resolve(`@fontsource-variable/newsreader/files/newsreader-${face.source}.woff2`);
  const font = await subsetFont(await readFile(file), face.letters, {
    targetFormat: 'woff2',
    variationAxes: { opsz: OPTICAL_SIZE, wght: face.weight },
    noLayoutClosure: true,
  });
  const hash = createHash('sha256').update(font).digest('hex').slice(0, 8);
  const path = `${FOLDER}/newsreader-${face.name}.${hash}.woff2`;
  await writeFile(path, font);
  console.log(path, `${(font.length / 1024).toFixed(1)} KB`);
}

function letters(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, offset) =>
    String.fromCodePoint(from + offset),
  ).join('');
}
