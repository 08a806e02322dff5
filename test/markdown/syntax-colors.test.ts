import { readFileSync } from 'node:fs';
import { wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';

const css = readFileSync('components/article/syntax.css', 'utf8');
const article = readFileSync('components/article/article.css', 'utf8');
const colors = [...css.matchAll(/--(syntax-[\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
  ([, name = '', light = '', dark = '']) => ({ name, light, dark }),
);
const ground = (name: string) => colors.find((color) => color.name === name);
const marked = /--mark-ground: light-dark\((#\w{6}), (#\w{6})\)/.exec(article);

describe('the colours of code', () => {
  // The sunken paper of tokens.css, in the middle of its circle of hues.
  const paper = ['oklch(0.965 0.005 158)', 'oklch(0.225 0.012 158)'] as const;

  it.each(colors.filter(({ name }) => !name.endsWith('-ground')))(
    '$name can be read on its ground, and on a marked line',
    ({ name, light, dark }) => {
      const own = ground(`${name}-ground`);
      const grounds = own
        ? [[own.light, own.dark] as const]
        : [paper, [marked?.[1] ?? '', marked?.[2] ?? ''] as const];
      for (const [lightGround, darkGround] of grounds) {
        expect(wcagContrast(light, lightGround)).toBeGreaterThanOrEqual(4.5);
        expect(wcagContrast(dark, darkGround)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
});
