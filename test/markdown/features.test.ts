import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderMarkdownNow } from '../../lib/markdown/render';
import { findProblems } from './support/inspect';

const FOLDER = join(import.meta.dirname, '../fixtures/markdown');
const context = {
  repository: { owner: 'octocat', name: 'blog' },
  serverUrl: 'https://github.com',
  idPrefix: 'post-1-',
  eagerFirstImage: true,
};
const features = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'corpora')
  .map(({ name }) => name);

describe('every feature', () => {
  it.each(features)('%s becomes its fixture', async (name) => {
    const body = readFileSync(join(FOLDER, name, 'input.md'), 'utf8');
    const { html } = await renderMarkdownNow(body, context);
    expect(findProblems(html, context.idPrefix)).toEqual([]);
    await expect(html).toMatchFileSnapshot(join(FOLDER, name, 'output.html'));
  });
});
