/** A text that changes while it is shown, in a real browser. */
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchBrowser } from '../browser';

const CODE = `
  import { showHtml } from './lib/discussion/show-html';
  import { noteSource } from './lib/discussion/text-source';
  Object.assign(window, { showHtml, noteSource });
`;

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: CODE, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    format: 'iife',
    write: false,
  });
  script = outputFiles[0]?.text ?? '';
  browser = await launchBrowser();
});

beforeEach(async () => {
  page = await browser.newPage();
  await page.setContent('<div id="text" data-html="post-1"></div>');
  await page.addScriptTag({ content: script });
});

afterAll(() => browser.close());

/**
 * @param mark run between the two versions, with each element that has a `title`
 * @returns the HTML then shown, and the titles of the elements that are still the same ones
 */
async function change(before: string, after: string, decorate = ''): Promise<[string, string]> {
  return page.evaluate(
    ([before = '', after = '', decorate = '']) => {
      const text = document.querySelector('#text');
      if (!text) throw new Error('no text');
      text.innerHTML = before;
      Reflect.get(window, 'noteSource')(text);
      new Function('text', decorate)(text);
      const marked = [...text.querySelectorAll('[title]')];
      Reflect.get(window, 'showHtml')(text, after);
      const kept = marked.filter((element) => text.contains(element));
      return [text.innerHTML, kept.map((element) => element.getAttribute('title')).join(' ')];
    },
    [before, after, decorate],
  );
}

const CASES = [
  [
    'an insertion',
    '<p title="a">A</p>\n<p title="b">B</p>',
    '<p title="a">A</p>\n<h2>N</h2>\n<p title="b">B</p>',
    'a b',
  ],
  [
    'a removal',
    '<p title="a">A</p>\n<p title="x">X</p>\n<p title="b">B</p>',
    '<p title="a">A</p>\n<p title="b">B</p>',
    'a b',
  ],
  [
    'a change of order',
    '<p title="a">A</p><p title="b">B</p><p title="c">C</p>',
    '<p title="c">C</p><p title="a">A</p><p title="b">B</p>',
    'a b c',
  ],
  [
    'an item in a list',
    '<ul title="l"><li title="a">A</li><li title="b">B</li></ul>',
    '<ul title="l"><li>N</li><li title="a">A</li><li title="b">B</li></ul>',
    'l a b',
  ],
  [
    'twins',
    '<p title="a">A</p><hr><p>T</p><hr><p>T</p>',
    '<p>T</p><hr><p title="a">A</p><hr>',
    'a',
  ],
  [
    'changed words',
    '<p title="a">old <em title="e">word</em></p>',
    '<p title="a">new <em title="e">words</em>!</p>',
    'a e',
  ],
  ['changed attributes', '<p title="a" dir="ltr">A</p>', '<p title="a" lang="fr">A</p>', 'a'],
  [
    'another kind of block',
    '<p>A</p><p title="b">B</p>',
    '<ol><li>A</li></ol><p title="b">B</p>',
    'b',
  ],
  ['nothing left', '<p title="a">A</p>', '', ''],
] as const;

it.each(CASES)('shows %s, and keeps the rest', async (_name, before, after, kept) => {
  expect(await change(before, after)).toEqual([after, kept]);
});

it('keeps what was opened and decorated where nothing changed', async () => {
  const before = '<details><summary>S</summary>D</details><pre title="c">code</pre><p>old</p>';
  const decorate = `
    text.querySelector('details').open = true;
    text.querySelector('pre').append(document.createElement('button'));
  `;
  const [html] = await change(before, before.replace('old', 'new'), decorate);
  expect(html).toBe(
    '<details open=""><summary>S</summary>D</details><pre title="c">code<button></button></pre><p>new</p>',
  );
});

it('keeps open what changes inside', async () => {
  const before = '<details><summary>S</summary><p>old</p></details>';
  const decorate = "text.querySelector('details').open = true;";
  const [html] = await change(before, before.replace('old', 'new'), decorate);
  expect(html).toBe('<details open=""><summary>S</summary><p>new</p></details>');
});

it('takes an unchanged block out of what decoration put around it', async () => {
  const before = '<p title="a">A</p><pre>graph</pre><p title="b">B</p>';
  const decorate = `
    const pre = text.querySelector('pre');
    const details = document.createElement('details');
    pre.before(document.createElement('iframe'));
    pre.replaceWith(details);
    details.append(pre);
  `;
  const after = `${before}<p>N</p>`;
  expect(await change(before, after, decorate)).toEqual([after, 'a b']);
});
