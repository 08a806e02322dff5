/** Pages are written as if by hand; what browsers make of them stays the same. */
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { tidyHtml } from '../../lib/pages/tidy-html';

it.each([
  ['<br/><p>a<br/>b</p>', '<br><p>a<br>b</p>'],
  ['<meta charSet="utf-8"/>', '<meta charset="utf-8">'],
  ['<p hidden="" data-near="">x</p>', '<p hidden data-near>x</p>'],
  ['<time dateTime="2026" class="">now</time>', '<time datetime="2026" class>now</time>'],
  ['<svg viewBox="0 0 1 1"><path d=""/></svg>', '<svg viewBox="0 0 1 1"><path d/></svg>'],
  [
    '<img alt="A Fox > b" title="x=&quot;&quot; "/>',
    '<img alt="A Fox > b" title="x=&quot;&quot; ">',
  ],
  ['<img alt=\'say "dateTime="\' src=x />', '<img alt=\'say "dateTime="\' src=x>'],
  ['<a href="/?q=a/">/&gt;</a>', '<a href="/?q=a/">/&gt;</a>'],
  ['a &lt;br/&gt; b', 'a &lt;br/&gt; b'],
])('%s becomes %s', (html, expected) => {
  expect(tidyHtml(html)).toBe(expected);
  const [before, after] = [html, expected].map(
    (text) => parseHTML(`<body>${text}</body>`).document.body.outerHTML,
  );
  expect(after?.toLowerCase()).toBe(before?.toLowerCase());
});

it('does not touch what a script says, as the policy knows it by its hash', () => {
  const text = 'if (a<br/>b) x = "<p hidden=\\"\\">";';
  expect(tidyHtml(`<script id="boot" defer="">${text}</script>`)).toBe(
    `<script id="boot" defer>${text}</script>`,
  );
});
