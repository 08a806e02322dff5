/** Text without markup, and the page that a body gets when it cannot be rendered. */
import type { Nodes } from 'hast';
import { escapeHtml } from '../escape-html';
import { summarizeMarkdown } from './summarize';
import type { MarkdownWarning, RenderedMarkdown } from './types';

/** Characters that turn the reading direction or cannot be seen; they stay out of titles and cards. */
const INVISIBLE = /[\u202a-\u202e\u2066-\u2069\u200b\ufeff]/g;

const BLOCK =
  /^(?:p|div|li|h[1-6]|pre|blockquote|tr|table|figure|figcaption|section|details|summary|ul|ol|dl|dd|dt|hr|br)$/;
const SKIPPED = new Set([
  'code-header',
  'heading-link',
  'sr-only',
  'data-footnote-backref',
  'octicon',
]);

/** The text a reader would hear, blocks on lines of their own. */
export function plainText(tree: Nodes): string {
  const parts: string[] = [];
  collect(tree, parts);
  return parts
    .join('')
    .replace(INVISIBLE, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

function collect(node: Nodes, parts: string[]): void {
  if (node.type === 'text') {
    parts.push(node.value);
    return;
  }
  if (!('children' in node)) return;
  if (node.type === 'element') {
    const { className } = node.properties;
    if (Array.isArray(className) && className.some((name) => SKIPPED.has(String(name)))) return;
    if (node.tagName === 'math') {
      parts.push(annotationOf(node));
      return;
    }
  }
  const block = node.type === 'element' && BLOCK.test(node.tagName);
  if (block) parts.push('\n');
  if (node.type === 'element' && /^t[dh]$/.test(node.tagName)) parts.push(' ');
  for (const child of node.children) collect(child, parts);
  if (block) parts.push('\n');
}

/** The TeX that a formula was made from. */
function annotationOf(node: Nodes): string {
  if (node.type === 'element' && node.tagName === 'annotation') {
    const [text] = node.children;
    return text?.type === 'text' ? text.value : '';
  }
  if (!('children' in node)) return '';
  for (const child of node.children) {
    const found = annotationOf(child);
    if (found) return found;
  }
  return '';
}

const REASONS = {
  failed: 'This text cannot be formatted, so it is shown as it was written.',
  'too-slow': 'This text takes too long to format, so it is shown as it was written.',
  'too-deep': 'This text is nested too deeply to format, so it is shown as it was written.',
} as const;

/** The body as escaped plain text, with a notice that says why. */
export function renderPlain(body: string, kind: keyof typeof REASONS): RenderedMarkdown {
  const warning: MarkdownWarning = { kind, message: REASONS[kind], line: null };
  const text = body.toWellFormed().replaceAll('\0', '\ufffd');
  return {
    html: `<p class="plain-notice" role="note">${warning.message}</p>\n<pre class="plain" tabindex="0">${escapeHtml(text)}</pre>\n`,
    tableOfContents: [],
    text: text.replace(INVISIBLE, ''),
    ...summarizeMarkdown(body),
    links: [],
    warnings: [warning],
    plain: true,
  };
}
