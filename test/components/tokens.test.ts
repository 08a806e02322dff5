/** The promises of tokens.css and fonts.css, computed from the files themselves. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse, wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';
import { PRELOADED_FONTS } from '../../components/theme/fonts';

const css = readFileSync('components/theme/tokens.css', 'utf8');
const [light = '', darkBySystem = '', darkByChoice = ''] = css.split(/color-scheme: \w+;/).slice(1);

/** The tokens of a block, as written. */
function tokensOf(block: string): Map<string, string> {
  const end = block.indexOf('}');
  const pairs = block.slice(0, end).matchAll(/--([\w-]+):\s*(oklch\([^;]*?\))\s*;/g);
  return new Map([...pairs].map(([, name = '', value = '']) => [name, value]));
}

/** Text on its background, and the least contrast WCAG 2.2 AA asks for. */
const PAIRS = [
  ['ink', 'paper', 7],
  ['ink', 'paper-sunken', 7],
  ['ink', 'accent-soft', 7],
  ['ink', 'paper-raised', 7],
  ['ink-soft', 'paper', 4.5],
  ['ink-soft', 'paper-sunken', 4.5],
  ['ink-soft', 'accent-soft', 4.5],
  ['ink-faint', 'paper', 4.5],
  ['ink-faint', 'paper-sunken', 4.5],
  ['ink-faint', 'accent-soft', 4.5],
  ['accent', 'paper', 4.5],
  ['accent', 'paper-sunken', 4.5],
  ['accent', 'accent-soft', 4.5],
  ['accent-strong', 'accent-soft', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['on-highlight', 'highlight', 4.5],
  ['line-strong', 'paper', 3],
] as const;

const HUES = Array.from({ length: 72 }, (_, index) => index * 5);

describe.each([
  ['light', tokensOf(light)],
  ['dark', tokensOf(darkBySystem)],
])('colours, %s', (_, tokens) => {
  const colour = (name: string, hue: number) => {
    const value = tokens.get(name);
    if (!value) throw new Error(`tokens.css should set --${name} to an oklch colour.`);
    const parsed = parse(value.replace('var(--accent-hue)', String(hue)));
    if (!parsed) throw new Error(`--${name} should be a colour; got '${value}'.`);
    return parsed;
  };

  it.each(PAIRS)('%s on %s has a contrast of %d, whatever the accent', (front, back, least) => {
    const worst = Math.min(
      ...HUES.map((hue) => wcagContrast(colour(front, hue), colour(back, hue))),
    );
    expect(worst).toBeGreaterThanOrEqual(least);
  });
});

describe('the design in files', () => {
  it('is equally dark by the system and by choice', () => {
    expect(tokensOf(darkBySystem).size).toBeGreaterThan(10);
    expect(tokensOf(darkByChoice)).toEqual(tokensOf(darkBySystem));
  });

  const fonts = readFileSync('components/theme/fonts.css', 'utf8');
  const addresses = [...fonts.matchAll(/url\("(\/fonts\/[^"]+)"\)/g)].map(([, path]) => path ?? '');

  it.each(addresses)('%s is named after its content', (address) => {
    const content = readFileSync(`public${address}`);
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
    expect(address).toContain(`.${hash}.woff2`);
  });

  it('needs at most 60 KB of fonts for a Latin page, and asks early only for what it uses', () => {
    const sizes = PRELOADED_FONTS.map((path) => readFileSync(`public${path}`).length);
    expect(addresses).toEqual(expect.arrayContaining(PRELOADED_FONTS));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60 * 1024);
  });
});
