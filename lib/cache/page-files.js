// @ts-check
/** Rendered pages on disk, one file each, for the next start of this server. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../write-whole.js';

/** @typedef {import('./page-entry.js').Entry} Entry */

/** Writes to one file take turns, so that an older one never ends last. @type {Map<string, Promise<void>>} */
const turns = new Map();

/**
 * @param {string} folder
 * @param {string} build what the pages of one build and its settings have in common. Pages of other
 *   builds name scripts that no longer exist, so they go.
 */
export function openPageFiles(folder, build) {
  const all = path.join(folder, 'pages');
  const directory = path.join(all, build);
  for (const other of existsSync(all) ? readdirSync(all) : []) {
    if (other !== build) rmSync(path.join(all, other), { recursive: true, force: true });
  }

  /** @param {string} name */
  function fileOf(name) {
    const hash = createHash('sha256').update(name).digest('hex');
    return path.join(directory, hash.slice(0, 2), `${hash.slice(2)}.json`);
  }

  return {
    /**
     * @param {string} name
     * @returns {Promise<Entry | null>}
     */
    async read(name) {
      try {
        const entry = JSON.parse(await readFile(fileOf(name), 'utf8'));
        return { version: 0, ...entry };
      } catch {
        return null;
      }
    },

    /**
     * @param {string} name
     * @param {Entry} entry
     */
    write(name, entry) {
      const file = fileOf(name);
      const turn = (turns.get(file) ?? Promise.resolve()).then(() => write(file, entry));
      turns.set(file, turn);
      return turn.finally(() => {
        if (turns.get(file) === turn) turns.delete(file);
      });
    },
  };
}

/**
 * @param {string} file
 * @param {Entry} entry
 */
async function write(file, entry) {
  try {
    await writeWhole(file, JSON.stringify(entry));
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    console.warn(`A page could not be kept on disk: ${reason}`);
  }
}
