/**
 * Text as outlines: every script is shaped as it is written, lines are broken where they are full,
 * and what runs from right to left does. Sizes are in pixels.
 */
import bidiFactory from 'bidi-js';
import { Direction, Buffer as ShapingBuffer, shape } from 'harfbuzzjs';
import { breakText, type Piece } from './break-text';
import { findSlice, isEmoji, loadFont } from './fonts';

export interface SetText {
  /** SVG elements; the first line's baseline is at y = 0. */
  svg: string;
  lines: number;
  /** Of the longest line. */
  width: number;
}

export interface TextBox {
  size: number;
  /** From 100 to 900. */
  weight: number;
  width: number;
  lineHeight: number;
  maxLines: number;
  /** Where lines begin; the text's own side when left out. */
  side?: Side;
  /** Makes all lines about equally long. */
  balanced?: boolean;
}

export type Side = 'left' | 'right';

/** A piece of text in one direction, shaped. */
interface Run {
  text: string;
  width: number;
  /** SVG paths, the first glyph's origin being 0. */
  paths: string;
}

/** More than fits on any card. */
const LONGEST = 400;
/** More pieces than this fill their lines well enough, and are many widths to try. */
const MOST_BALANCED = 60;

const bidi = bidiFactory();

/** The side from which a text is read. */
export function sideOf(text: string): Side {
  return bidi.getEmbeddingLevels(text).paragraphs[0]?.level === 1 ? 'right' : 'left';
}

/** @returns the text, cut with an ellipsis where the box is full */
export async function setText(text: string, box: TextBox): Promise<SetText> {
  const clean = cleanText(text);
  const direction = sideOf(clean);
  const side = box.side ?? direction;
  const shown = await linesOf(clean, box);

  let svg = '';
  let longest = 0;
  for (const [place, each] of shown.entries()) {
    const runs = await runsOf(each, box, direction === 'right');
    const width = runs.reduce((sum, run) => sum + run.width, 0);
    longest = Math.max(longest, width);
    let x = side === 'right' ? box.width - width : 0;
    for (const run of runs) {
      svg += `<g transform="translate(${x.toFixed(1)} ${place * box.lineHeight})">${run.paths}</g>`;
      x += run.width;
    }
  }
  return { svg, lines: shown.length, width: longest };
}

/** Outlines have no colour, so a skin's tone would be a box of its own. */
function cleanText(text: string): string {
  return Array.from(
    text
      .normalize('NFC')
      .replace(/[\u{1f3fb}-\u{1f3ff}]/gu, '')
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, (found) => (/^[\u200c\u200d]$/.test(found) ? found : ' '))
      .trim(),
  )
    .slice(0, LONGEST)
    .join('');
}

async function linesOf(text: string, box: TextBox): Promise<string[]> {
  const pieces = breakText(text);
  let lines = await fill(pieces, box, box.width);
  const isWhole = lines.length > 1 && lines.length <= box.maxLines;
  if (box.balanced && isWhole && pieces.length <= MOST_BALANCED) {
    // The narrowest width that needs no line more.
    let [tooNarrow, width] = [box.width / 2, box.width];
    while (width - tooNarrow > box.width / 20) {
      const middle = (tooNarrow + width) / 2;
      const narrower = await fill(pieces, box, middle);
      if (narrower.length > lines.length) tooNarrow = middle;
      else [lines, width] = [narrower, middle];
    }
  }
  const shown = lines.slice(0, box.maxLines);
  if (lines.length > box.maxLines) shown.push(`${shown.pop()?.replace(/[\s,.;:–—-]+$/, '')}…`);
  return shown;
}

/** At most one line more than the box takes: nobody asks how many there would be. */
async function fill(pieces: readonly Piece[], box: TextBox, width: number): Promise<string[]> {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const longer = line === '' ? piece.text : `${line}${piece.glued ? '' : ' '}${piece.text}`;
    if (line !== '' && (await widthOf(longer, box)) > width) {
      lines.push(line);
      if (lines.length > box.maxLines) return lines;
      line = piece.text;
    } else {
      line = longer;
    }
  }
  return line ? [...lines, line] : lines;
}

async function widthOf(text: string, box: TextBox): Promise<number> {
  const runs = await runsOf(text, box, false, 'measure');
  return runs.reduce((sum, run) => sum + run.width, 0);
}

/** A line's runs in the order in which they stand, left to right. */
async function runsOf(
  line: string,
  box: TextBox,
  isRightToLeft: boolean,
  purpose: 'measure' | 'draw' = 'draw',
): Promise<Run[]> {
  const levels = bidi.getEmbeddingLevels(line, isRightToLeft ? 'rtl' : 'ltr');
  const pieces: { text: string; level: number; file: string }[] = [];
  let index = 0;
  for (const character of line) {
    const level = levels.levels[index] ?? 0;
    index += character.length;
    const last = pieces.at(-1);
    // Marks and joiners stay with what they follow, and spaces with words; an emoji's is too wide.
    const follows =
      last && (character === ' ' ? !isEmoji(last.file) : /^[\p{M}\p{Cf}]$/u.test(character));
    const file = follows ? last.file : findSlice(character);
    if (file === null) continue;
    if (last && last.level === level && last.file === file) last.text += character;
    else pieces.push({ text: character, level, file });
  }
  const runs = await Promise.all(pieces.map((piece) => shapePiece(piece, box, purpose)));
  return inOrder(
    runs,
    pieces.map((piece) => piece.level),
  );
}

/** Rule L2 of Unicode's bidirectional algorithm, on whole runs. */
function inOrder(runs: Run[], levels: number[]): Run[] {
  const ordered = runs.map((run, place) => ({ run, level: levels[place] ?? 0 }));
  for (let level = Math.max(0, ...levels); level > 0; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      if (end > start + 1)
        ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return ordered.map(({ run }) => run);
}

async function shapePiece(
  { text, level, file }: { text: string; level: number; file: string },
  { size, weight }: TextBox,
  purpose: 'measure' | 'draw',
): Promise<Run> {
  const font = await loadFont(file, weight);
  const buffer = new ShapingBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(level % 2 === 1 ? Direction.RTL : Direction.LTR);
  shape(font, buffer);
  const scale = size / font.face.upem;
  let x = 0;
  let paths = '';
  for (const glyph of buffer.getGlyphInfosAndPositions()) {
    // What a font has no glyph for is left out: an empty box says nothing.
    if (glyph.codepoint === 0) continue;
    const path = purpose === 'draw' && font.glyphToPath(glyph.codepoint);
    const left = (x + (glyph.xOffset ?? 0)) * scale;
    const top = -(glyph.yOffset ?? 0) * scale;
    if (path) {
      const move = `translate(${left.toFixed(2)} ${top.toFixed(2)})`;
      paths += `<path transform="${move} scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})" d="${path}"/>`;
    }
    x += glyph.xAdvance ?? 0;
  }
  return { text, width: x * scale, paths };
}
