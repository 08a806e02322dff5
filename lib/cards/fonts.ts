/**
 * The fonts of cards: Noto in slices of a few hundred characters each, so that a card loads only what
 * its own words need, whatever script they are in. They come with the packages of
 * `@fontsource-variable`, a tenth as large as those that hold a file for each weight.
 */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fontverter from 'fontverter';
import { Blob, Face, Font, Variation } from 'harfbuzzjs';
import { LRUCache } from 'lru-cache';

const SCRIPTS = [
  ...['hebrew', 'arabic', 'armenian', 'georgian', 'ethiopic'],
  ...['bengali', 'gujarati', 'gurmukhi', 'kannada', 'malayalam', 'sinhala', 'tamil', 'telugu'],
  ...['khmer', 'lao', 'myanmar', 'thai'],
  ...['sc', 'kr'],
];

/**
 * In order of preference; the first is Latin, Greek, Cyrillic and Devanagari. Emoji are drawn in
 * outline, in the colour of the text.
 */
const FAMILIES = ['noto-sans', ...SCRIPTS.map((script) => `noto-sans-${script}`), 'noto-emoji'];

interface Slice {
  family: string;
  file: string;
  /** Pairs of first and last code points. */
  ranges: [number, number][];
}

let slices: Slice[] | null = null;
/** Fonts in memory, about 200 KB each. */
const fonts = new LRUCache<string, Promise<Font>>({ max: 80 });

/** The Chinese slices say that they have Korean letters, and do not. */
const HANGUL = /\p{Script=Hangul}/u;

/** The file of the slice that has a character; null where no font of ours does. */
export function findSlice(character: string): string | null {
  slices ??= FAMILIES.flatMap(readSlices);
  const code = character.codePointAt(0) ?? 0;
  const isHangul = HANGUL.test(character);
  const candidates = slices.filter(
    ({ family, ranges }) =>
      ranges.some(([first, last]) => code >= first && code <= last) &&
      !(isHangul && family === 'noto-sans-sc'),
  );
  const isPicture =
    code > 0xff && /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(character);
  const slice = isPicture ? candidates.at(-1) : candidates[0];
  return slice?.file ?? null;
}

/** Whether a file holds emoji. */
export function isEmoji(file: string): boolean {
  return path.basename(file).startsWith('noto-emoji-');
}

/** @param file as `findSlice` gives it @param weight from 100 to 900 */
export function loadFont(file: string, weight: number): Promise<Font> {
  const name = `${weight} ${file}`;
  const known = fonts.get(name);
  if (known) return known;
  const loading = open(file, weight);
  fonts.set(name, loading);
  loading.catch(() => fonts.delete(name));
  return loading;
}

async function open(file: string, weight: number): Promise<Font> {
  const font: Uint8Array = await fontverter.convert(await readFile(file), 'sfnt');
  const bytes = new Uint8Array(font);
  const opened = new Font(new Face(new Blob(bytes.buffer)));
  opened.setVariations([new Variation('wght', weight)]);
  return opened;
}

function readSlices(family: string): Slice[] {
  const folder = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    'node_modules',
    '@fontsource-variable',
    family,
  );
  const ranges: unknown = JSON.parse(readFileSync(path.join(folder, 'unicode.json'), 'utf8'));
  return Object.entries(Object(ranges)).map(([name, written]) => {
    const slice = name.replace(/[[\]]/g, '');
    return {
      family,
      file: path.join(folder, 'files', `${family}-${slice}-wght-normal.woff2`),
      ranges: String(written).split(',').map(parseRange),
    };
  });
}

/** `U+1f600-1f64f`, or one code point alone. */
function parseRange(written: string): [number, number] {
  const [first = '0', last = first] = written.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
