/** From Markdown's tree to HTML's, holding only what a stranger may write. */
import type { Element, ElementContent, Root as HtmlRoot, Nodes } from 'hast';
import type { Code, Root, Text } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { normalizeUri } from 'micromark-util-sanitize-uri';
import remarkRehype, { defaultHandlers, type Options } from 'remark-rehype';
import type { Plugin } from 'unified';
import { parseRawHtml } from './raw-html';

export interface HtmlTreeOptions {
  /** Prefix of the ids of footnotes. */
  idPrefix: string;
  /**
   * `github`: sanitised, a fence's language on the `<pre>`. `specification`: what CommonMark and GFM
   * print, with whatever HTML was written; only for comparing.
   */
  flavour: 'github' | 'specification';
  /** A single newline breaks the line, as in an issue but not in a file. */
  breaks: boolean;
}

type Handlers = NonNullable<Options['handlers']>;

/** A unified plugin: Markdown tree in, HTML tree out. */
export const toHtmlTree: Plugin<[HtmlTreeOptions], Root, HtmlRoot> = ({
  idPrefix,
  flavour,
  breaks,
}) => {
  const github = flavour === 'github';
  const convert = remarkRehype({
    allowDangerousHtml: true,
    clobberPrefix: idPrefix,
    handlers: {
      ...addressHandlers,
      ...(github ? { code: githubCode } : {}),
      ...(breaks ? { text: brokenText } : {}),
    },
  });
  return (tree, file) => {
    const converted = rootOf(convert.call(undefined, tree, file));
    return github ? parseRawHtml(converted, file) : converted;
  };
};

/** Like the default ones, but a lone `%` stays as it is, and an image is never a fragment. */
const addressHandlers: Handlers = {
  link(state, node) {
    const element: Element = defaultHandlers.link(state, node);
    element.properties.href = encodeAddress(node.url);
    return element;
  },
  image(state, node) {
    return withoutFragment(defaultHandlers.image(state, node));
  },
  imageReference(state, node) {
    const made: ElementContent | ElementContent[] = defaultHandlers.imageReference(state, node);
    return Array.isArray(made) ? made : withoutFragment(made);
  },
};

function withoutFragment(node: ElementContent): ElementContent {
  if (node.type === 'element' && /^#/.test(String(node.properties.src))) node.properties.src = '';
  return node;
}

function encodeAddress(address: string): string {
  if (!address.includes('%')) return normalizeUri(address);
  return address
    .split(/%(?![\da-f]{2})/i)
    .map(normalizeUri)
    .join('%');
}

/** Text whose newlines break the line. */
function brokenText(state: State, node: Text): ElementContent[] {
  const [first = '', ...rest] = node.value.split(/[\t ]*\r?\n[\t ]*/);
  const result: ElementContent[] = [state.applyData(node, { type: 'text', value: first })];
  for (const line of rest) {
    const br: Element = { type: 'element', tagName: 'br', properties: {}, children: [] };
    result.push(br, { type: 'text', value: '\n' }, { type: 'text', value: line });
  }
  return result.filter((piece) => piece.type !== 'text' || piece.value !== '');
}

/** GitHub's form of a fence, which people may also write themselves: `<pre lang="js"><code>`. */
function githubCode(_state: unknown, node: Code): Element {
  const [lang] = node.lang?.split(/\s+/) ?? [];
  const value = node.value ? `${node.value}\n` : '';
  return {
    type: 'element',
    tagName: 'pre',
    properties: {
      ...(lang ? { lang } : {}),
      ...(node.meta ? { dataMeta: node.meta } : {}),
    },
    children: [
      {
        type: 'element',
        tagName: 'code',
        properties: {},
        // The HTML parser takes a first newline for the markup's own.
        children: [{ type: 'text', value }],
      },
    ],
    ...(node.position ? { position: node.position } : {}),
  };
}

function rootOf(node: Nodes): HtmlRoot {
  if (node.type === 'root') return node;
  return { type: 'root', children: node.type === 'doctype' ? [] : [node] };
}
