/** The file of icons: its name follows its content, and it holds whatever the pages ask for. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ICONS } from '../../components/icons';

const drawings = readFileSync(`public${ICONS}`, 'utf8');

it('is named for its content, as browsers keep it for ever', () => {
  const hash = createHash('sha256').update(drawings).digest('hex').slice(0, 8);
  expect(ICONS).toBe(`/icons/${hash}.svg`);
  expect(readdirSync('public/icons')).toEqual([`${hash}.svg`]);
});

it('holds a drawing for every name, and no other', () => {
  const source = readFileSync('components/icons.tsx', 'utf8');
  const names = [...source.matchAll(/^ {2}\| '(.+?)'/gm)].map(([, name]) => name);
  const drawn = [...drawings.matchAll(/<symbol id="(.+?)"/g)].map(([, name]) => name);
  expect(drawn.length).toBeGreaterThan(10);
  expect(drawn.sort()).toEqual(names.sort());
});
