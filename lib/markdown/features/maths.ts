/** Maths as MathML, which browsers draw themselves: no style sheet, no fonts, no inline styles. */
import type { Element, ElementContent } from 'hast';
import { raw } from 'hast-util-raw';
import katex from 'katex';
import { h, type Page, warn } from '../page';

const LONGEST = 4_000;

/** `$x$` within a line. @param expression TeX */
export function inlineMaths(expression: string, page: Page): ElementContent[] {
  return render(expression, false, page);
}

/** `$$x$$` and ```` ```math ````. @param expression TeX */
export function displayMaths(expression: string, page: Page): Element {
  // A wide one scrolls on a phone, for the keyboard, too.
  const properties = { className: ['maths-display'], tabIndex: 0 };
  return h('p', {}, h('span', properties, ...render(expression, true, page)));
}

function render(written: string, displayMode: boolean, page: Page): ElementContent[] {
  const expression = written.trim();
  try {
    if (expression.length > LONGEST) throw new Error(`it is longer than ${LONGEST} characters`);
    const html = katex.renderToString(expression, {
      output: 'mathml',
      displayMode,
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxExpand: 1000,
      maxSize: 20,
    });
    const tree = raw({ type: 'root', children: [{ type: 'raw', value: html }] });
    return tree.type === 'root' ? unwrapped(tree.children) : [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    warn(
      page,
      'maths',
      `The formula ${expression.slice(0, 60)} cannot be read: ${reason.slice(0, 200)}`,
    );
    return [h('code', { className: ['maths-source'] }, expression)];
  }
}

/** KaTeX wraps its `<math>` in a span that only its own style sheet needs. */
function unwrapped(nodes: (ElementContent | { type: 'doctype' })[]): ElementContent[] {
  return nodes.flatMap((node) =>
    node.type === 'doctype'
      ? []
      : node.type === 'element' && node.tagName === 'span'
        ? node.children
        : [node],
  );
}
