import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEEPEST } from '../../lib/markdown/depth';
import { createMarkdownPool } from '../../lib/markdown/pool';
import { readPathological } from './support/corpora';
import { findProblems } from './support/inspect';

const context = {
  repository: { owner: 'octocat', name: 'blog' },
  serverUrl: 'https://github.com',
  idPrefix: 'post-1-',
};
const BUDGET = 1000;
const pool = createMarkdownPool(BUDGET);

beforeAll(() => pool.warm(), 30_000);
afterAll(() => pool.close());

const MORE = {
  'quotes 10,000 deep': '> '.repeat(10_000),
  'lists 10,000 deep': '- '.repeat(10_000),
  'emphasis that never closes': '*a_ '.repeat(16_384),
  'bold HTML 20,000 deep': '<b>'.repeat(20_000),
  'lone surrogates': '\ud800'.repeat(65_536),
  'NUL characters': '\0'.repeat(65_536),
  'right-to-left overrides': '\u202ea '.repeat(20_000),
  'zero-width characters': '\u200b\u200d\ufeff'.repeat(20_000),
  'unclosed tags': '<div><table><svg><math>'.repeat(2_500),
};

describe('hostile text', () => {
  const inputs = [
    ...readPathological(),
    ...Object.entries(MORE).map(([name, body]) => ({ name, body: body.slice(0, 65_536) })),
  ];

  it.each(inputs)('$name is answered, and another page meanwhile', async ({ body }) => {
    const answers: string[] = [];
    const hostile = pool.render(body, context).then((result) => {
      answers.push('hostile');
      return result;
    });
    const other = await pool.render(`Hello ${Math.random()}.`, context);
    expect(other.html).toMatch(/^<p dir="auto">Hello/);
    const result = await hostile;
    expect(findProblems(result.html, context.idPrefix)).toEqual([]);
    expect(result.html.isWellFormed()).toBe(true);
    expect(result.plain).toBe(result.html.includes('class="plain-notice"'));
  });
});

describe('a body that overruns', () => {
  it('its time is shown as it was written, with a notice', async () => {
    const body = `${'*a_ '.repeat(16_000)}<b>&`;
    const result = await pool.render(body, context);
    expect(result.plain).toBe(true);
    expect(result.warnings[0]?.kind).toBe('too-slow');
    expect(result.html).toContain('takes too long to format');
    expect(result.html).toContain('*a_ &lt;b&gt;&amp;</pre>');
  });

  it('the stack is shown as it was written', async () => {
    const result = await createMarkdownPoolWith(20_000, '<span>'.repeat(10_000));
    expect(result.warnings[0]?.kind).toBe('too-deep');
  });

  it('the depth that browsers keep is shown as it was written, one that they keep is not', async () => {
    const nested = (depth: number) => '<details>\n\n'.repeat(depth);
    const patient = createMarkdownPool(20_000);
    const deep = await patient.render(nested(DEEPEST + 1), context);
    expect(deep.plain).toBe(true);
    expect(deep.warnings[0]?.kind).toBe('too-deep');
    const kept = await patient.render(nested(DEEPEST - 1), context);
    expect(kept.plain).toBe(false);
    expect(kept.html.match(/<details/g)).toHaveLength(DEEPEST - 1);
    await patient.close();
  });

  it('its memory takes only its own thread with it', async () => {
    const small = createMarkdownPool(20_000, { megabytes: 24 });
    const result = await small.render('> a\n\n'.repeat(13_000), context);
    expect(result.plain).toBe(true);
    expect((await small.render('Still here.', context)).plain).toBe(false);
    await small.close();
  }, 30_000);

  it('does not keep ten others from being rendered after it', async () => {
    const results = await Promise.all([
      pool.render('*a_ '.repeat(16_001), context),
      ...Array.from({ length: 10 }, (_, index) => pool.render(`Number ${index}`, context)),
    ]);
    expect(results.map(({ plain }) => plain)).toEqual([true, ...Array(10).fill(false)]);
  });
});

async function createMarkdownPoolWith(budget: number, body: string) {
  const patient = createMarkdownPool(budget);
  const result = await patient.render(body, context);
  await patient.close();
  return result;
}
