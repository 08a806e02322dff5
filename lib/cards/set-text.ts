/**
 * Text as outlines: every script is shaped as it is written, lines are broken where they are full,
 * and what runs from right to left does. Sizes are in pixels.
 */
import bidiFactory from 'bidi-js';
import { Direction, Buffer as ShapingBuffer, shape } from 'harfbuzzjs';
import { findSlice, loadFont } from './fonts';

export interface SetText {
  /** SVG elements; the first line's baseline is at y = 0. */
  svg: string;
  lines: number;
  /** Of the longest line. */
  width: number;
}

export interface TextBox {
  size: number;
  width: number;
  lineHeight: number;
  maxLines: number;
}

/** A piece of text in one direction, shaped. */
interface Run {
  text: string;
  width: number;
  /** SVG paths, the first glyph's origin being 0. */
  paths: string;
}

const bidi = bidiFactory();

/** @returns the text, cut with an ellipsis where the box is full */
export async function setText(text: string, box: TextBox): Promise<SetText> {
  const clean = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, (found) => (/^[\u200c\u200d]$/.test(found) ? found : ' '))
    .trim();
  const words = clean.split(' ').flatMap(breakable);
  const isRightToLeft = bidi.getEmbeddingLevels(clean).paragraphs[0]?.level === 1;
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word.text : `${line}${word.glued ? '' : ' '}${word.text}`;
    if (line !== '' && (await widthOf(longer, box.size)) > box.width) {
      lines.push(line);
      line = word.text;
    } else {
      line = longer;
    }
  }
  if (line) lines.push(line);
  const shown = lines.slice(0, box.maxLines);
  if (lines.length > box.maxLines) shown.push(`${shown.pop()?.replace(/[\s,.;:–—-]+$/, '')}…`);

  let svg = '';
  let longest = 0;
  for (const [place, each] of shown.entries()) {
    const runs = await runsOf(each, box.size, isRightToLeft);
    const width = runs.reduce((sum, run) => sum + run.width, 0);
    longest = Math.max(longest, width);
    let x = isRightToLeft ? box.width - width : 0;
    for (const run of runs) {
      svg += `<g transform="translate(${x.toFixed(1)} ${place * box.lineHeight})">${run.paths}</g>`;
      x += run.width;
    }
  }
  return { svg, lines: shown.length, width: longest };
}

/** Lines may break between any two letters of scripts without spaces, and inside endless words. */
function breakable(word: string): { text: string; glued: boolean }[] {
  const parts = word.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][、。，．！？：；」』）ー]*|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,24}/gu,
  );
  return (parts ?? []).map((text, place) => ({ text, glued: place > 0 }));
}

async function widthOf(text: string, size: number): Promise<number> {
  const runs = await runsOf(text, size, false);
  return runs.reduce((sum, run) => sum + run.width, 0);
}

/** A line's runs in the order in which they stand, left to right. */
async function runsOf(line: string, size: number, isRightToLeft: boolean): Promise<Run[]> {
  const levels = bidi.getEmbeddingLevels(line, isRightToLeft ? 'rtl' : 'ltr');
  const pieces: { text: string; level: number; file: string }[] = [];
  let index = 0;
  for (const character of line) {
    const level = levels.levels[index] ?? 0;
    index += character.length;
    const last = pieces.at(-1);
    // Marks, joiners and spaces stay with what they follow.
    const follows = last && /^(?:\p{M}|\p{Cf}| )$/u.test(character);
    const file = follows ? last.file : findSlice(character);
    if (file === null) continue;
    if (last && last.level === level && last.file === file) last.text += character;
    else pieces.push({ text: character, level, file });
  }
  const runs = await Promise.all(pieces.map((piece) => shapePiece(piece, size)));
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
  size: number,
): Promise<Run> {
  const font = await loadFont(file);
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
    const path = font.glyphToPath(glyph.codepoint);
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
