/**
 * The fonts of cards: Noto in slices of a few hundred characters each, so that a card loads only what
 * its own words need, whatever script they are in. They come with the packages of `@fontsource`.
 */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fontverter from 'fontverter';
import { Blob, Face, Font } from 'harfbuzzjs';
import { LRUCache } from 'lru-cache';

/** In order of preference. Emoji are drawn in outline, in the colour of the text. */
const FAMILIES = ['noto-sans', 'noto-sans-arabic', 'noto-sans-sc', 'noto-emoji'];
const WEIGHT = 700;

interface Slice {
  file: string;
  /** Pairs of first and last code points. */
  ranges: [number, number][];
}

let slices: Slice[] | null = null;
/** Fonts in memory, about 100 KB each. */
const fonts = new LRUCache<string, Promise<Font>>({ max: 80 });

/** The file of the slice that has a character; null where no font of ours does. */
export function findSlice(character: string): string | null {
  slices ??= FAMILIES.flatMap(readSlices);
  const code = character.codePointAt(0) ?? 0;
  const candidates = slices.filter(({ ranges }) =>
    ranges.some(([first, last]) => code >= first && code <= last),
  );
  const isEmoji =
    code > 0xff && /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(character);
  const slice = isEmoji ? candidates.at(-1) : candidates[0];
  return slice?.file ?? null;
}

/** @param file as `findSlice` gives it */
export function loadFont(file: string): Promise<Font> {
  const known = fonts.get(file);
  if (known) return known;
  const loading = open(file);
  fonts.set(file, loading);
  loading.catch(() => fonts.delete(file));
  return loading;
}

async function open(file: string): Promise<Font> {
  const font: Uint8Array = await fontverter.convert(await readFile(file), 'sfnt');
  const bytes = new Uint8Array(font);
  return new Font(new Face(new Blob(bytes.buffer)));
}

function readSlices(family: string): Slice[] {
  const folder = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    'node_modules',
    '@fontsource',
    family,
  );
  const ranges: unknown = JSON.parse(readFileSync(path.join(folder, 'unicode.json'), 'utf8'));
  return Object.entries(Object(ranges)).map(([name, written]) => {
    const slice = name.replace(/[[\]]/g, '');
    return {
      file: path.join(folder, 'files', `${family}-${slice}-${WEIGHT}-normal.woff2`),
      ranges: String(written).split(',').map(parseRange),
    };
  });
}

/** `U+1f600-1f64f`, or one code point alone. */
function parseRange(written: string): [number, number] {
  const [first = '0', last = first] = written.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
