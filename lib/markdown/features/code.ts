/** Code: highlighted blocks with language and file name, maths, diagrams, and colour chips. */
import type { Element, ElementContent } from 'hast';
import { readFence } from '../code/fence';
import { highlight, scopeOf } from '../code/highlighter';
import { splitLines } from '../code/lines';
import { attribute, classNames, type Decorator, h, type Page, textOf } from '../page';
import { displayMaths, inlineMaths } from './maths';

/** Longer code is shown without colours. */
const MOST_CHARACTERS = 30_000;
const LONGEST_LINE = 2_000;

/** `<pre>`: a fence, an indented block, or a stranger's own. */
export const decoratePre: Decorator = (element, page) => {
  const [code] = element.children;
  if (code?.type !== 'element' || code.tagName !== 'code' || element.children.length > 1) {
    delete element.properties.dataMeta;
    element.properties.tabIndex = 0;
    return undefined;
  }
  const flag = attribute(element, 'lang') || languageOf(code);
  const text = textOf(code);
  if (classNames(code).includes('math-display') || flag === 'math') return displayMaths(text, page);
  if (flag === 'mermaid') {
    return h(
      'pre',
      { className: ['diagram'], dataDiagram: 'mermaid', tabIndex: 0 },
      h('code', {}, text),
    );
  }
  if (!flag) return h('div', { className: ['code-block'] }, h('pre', { tabIndex: 0 }, code));
  return codeBlock(text, flag, attribute(element, 'dataMeta'), page);
};

function codeBlock(text: string, flag: string, meta: string, page: Page): Element {
  const fence = readFence(flag, meta);
  const scope = scopeOf(flag);
  const coloured = colour(text, flag, page);
  const inLines = fence.numbered || fence.marked.size > 0;
  const content = inLines ? splitLines(coloured, fence) : coloured;
  const className = ['code-block'];
  if (scope) className.push('highlight', `highlight-${scope.replaceAll(/[.+]/g, '-')}`);
  if (fence.numbered) className.push('numbered');
  const header = h('div', { className: ['code-header'] });
  if (fence.file) header.children.push(h('span', { className: ['code-file'] }, fence.file));
  header.children.push(h('span', { className: ['code-language'] }, fence.language));
  const properties = /^[\w+#.-]+$/.test(fence.language)
    ? { className: [`language-${fence.language}`] }
    : {};
  return h(
    'div',
    { className, dataLanguage: fence.language },
    header,
    h('pre', { tabIndex: 0 }, h('code', properties, ...content)),
  );
}

function colour(text: string, flag: string, page: Page): ElementContent[] {
  const plain: ElementContent[] = [{ type: 'text', value: text }];
  if (text.length > MOST_CHARACTERS || performance.now() > page.highlightUntil) return plain;
  if (text.split('\n').some((line) => line.length > LONGEST_LINE)) return plain;
  const root = highlight(text, flag);
  if (!root) return plain;
  return root.children.filter((node): node is ElementContent => node.type !== 'doctype');
}

function languageOf(code: Element): string {
  const name = classNames(code).find((one) => one.startsWith('language-'));
  return name?.slice('language-'.length) ?? '';
}

/** GitHub's notations of a colour, alone in inline code. */
const COLOR =
  /^(?:#[\da-f]{6}|rgb\( *\d+ *(?:, *\d+ *){2}\)|rgba\( *\d+ *(?:, *\d+ *){2}, *[\d.]+ *\)|hsla?\( *\d+ *(?:, *\d+% *){2}(?:, *[\d.]+ *)?\))$/i;

/** `<code>` within a line: maths, or code that may name a colour. */
export const decorateInlineCode: Decorator = (element, page, parent) => {
  if (parent.type === 'element' && parent.tagName === 'pre') return undefined;
  if (classNames(element).includes('math-inline')) return inlineMaths(textOf(element), page);
  if (classNames(element).includes('math-display')) {
    return displayMaths(textOf(element), page).children;
  }
  const [only] = element.children;
  if (only?.type !== 'text' || only.value.length > 40 || !COLOR.test(only.value)) return undefined;
  element.children.push(
    h(
      'svg',
      { className: ['color-chip'], viewBox: '0 0 8 8', ariaHidden: 'true' },
      h('rect', { width: '8', height: '8', rx: '4', fill: only.value }),
    ),
  );
  return undefined;
};
