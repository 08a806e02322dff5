import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createTagRenames } from '../../lib/posts/tag-renames';

const file = () => path.join(mkdtempSync(path.join(tmpdir(), 'issuepress-')), 'renames.json');

it('follows a tag through all its names, also after a restart', () => {
  const place = file();
  const renames = createTagRenames(place);
  renames.remember('Editors', 'Text editors');
  renames.remember('Text editors', 'Emacs');
  expect(renames.find('editors')).toBe('emacs');
  expect(createTagRenames(place).find('text-editors')).toBe('emacs');
  expect(renames.find('emacs')).toBeNull();
});

it('forgets a name that is in use again, and never runs in a circle', () => {
  const renames = createTagRenames(file());
  renames.remember('a', 'b');
  renames.remember('b', 'a');
  expect(renames.find('b')).toBe('a');
  expect(renames.find('a')).toBeNull();
});

it('does not mind a change of capitals, nor a folder that cannot be written', () => {
  const renames = createTagRenames('/dev/null/renames.json');
  renames.remember('Emacs', 'emacs');
  expect(renames.find('emacs')).toBeNull();
});
