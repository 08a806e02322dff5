// @ts-check
/**
 * Files that are there as a whole or not at all: written beside and renamed, so that a reader never
 * meets half a file, and a crash leaves the old one or the new one. Plain JavaScript, because the page
 * cache is loaded outside Next's bundles.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

let drafts = 0;

/**
 * @param {string} file its folder is made where it is missing
 * @param {string} text
 * @returns {Promise<void>} rejects where the disk takes nothing
 */
export async function writeWhole(file, text) {
  const draft = draftOf(file);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(draft, text);
  await rename(draft, file);
}

/**
 * The same at once, for a small file that is seldom written.
 * @param {string} file
 * @param {string} text
 * @throws {Error} where the disk takes nothing
 */
export function writeWholeSync(file, text) {
  const draft = draftOf(file);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(draft, text);
  renameSync(draft, file);
}

/** @param {string} file */
function draftOf(file) {
  drafts += 1;
  return `${file}.${process.pid}.${drafts}`;
}
