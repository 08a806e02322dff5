import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole, writeWholeSync } from '../lib/write-whole.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'issuepress-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe.each([
  ['later', writeWhole],
  ['at once', async (file: string, text: string) => writeWholeSync(file, text)],
])('a file that is written whole, %s', (_, write) => {
  it('is there with its folder, and nothing beside it', async () => {
    const file = path.join(folder, 'deep', 'down', 'file.json');
    await write(file, 'one');
    await write(file, 'two');
    expect(await readFile(file, 'utf8')).toBe('two');
    expect(await readdir(path.dirname(file))).toEqual(['file.json']);
  });

  it('is never half of two that are written together', async () => {
    const file = path.join(folder, 'file.json');
    const texts = ['a', 'b', 'c'].map((letter) => letter.repeat(100_000));
    await Promise.all(texts.map((text) => write(file, text)));
    expect(texts).toContain(await readFile(file, 'utf8'));
    expect(await readdir(folder)).toEqual(['file.json']);
  });

  it('is refused where its folder is a file', async () => {
    await writeFile(path.join(folder, 'taken'), '');
    await expect(write(path.join(folder, 'taken', 'file.json'), '')).rejects.toThrow();
  });
});
