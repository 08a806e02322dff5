/** What may be wrong with rendered HTML, found in the tree that an HTML parser makes of it. */
import type { Element, Nodes } from 'hast';
import { raw } from 'hast-util-raw';

const FORBIDDEN =
  /^(?:script|style|iframe|object|embed|form|button|select|textarea|template|base|link|meta|frame|frameset|title|plaintext|xmp|noscript|marquee|dialog|portal|foreignObject|use|animate|set)$/i;
const ADDRESSES = ['href', 'src', 'cite', 'poster', 'dataEmbed', 'action', 'formAction', 'data'];

/** @returns one sentence a problem; empty for safe HTML */
export function findProblems(html: string, idPrefix: string): string[] {
  const problems: string[] = [];
  const tree = raw({
    type: 'root',
    children: [{ type: 'raw', value: `<article>${html}</article><footer>after</footer>` }],
  });
  const [article, footer, ...others] = 'children' in tree ? tree.children : [];
  if (article?.type !== 'element' || footer?.type !== 'element' || others.length > 0) {
    problems.push('it leaves the article');
  }
  if (footer?.type === 'element' && footer.tagName !== 'footer')
    problems.push('it swallows the page');
  eachElement(tree, (element) => problems.push(...problemsOf(element, idPrefix)));
  return problems;
}

function problemsOf({ tagName, properties }: Element, idPrefix: string): string[] {
  const problems: string[] = [];
  if (FORBIDDEN.test(tagName)) problems.push(`it holds <${tagName}>`);
  for (const [name, value] of Object.entries(properties)) {
    if (/^on/i.test(name)) problems.push(`it holds ${name}`);
    if (/^(?:style|target|ping|srcDoc|formAction|xLinkHref|autoFocus|autoPlay)$/i.test(name)) {
      problems.push(`it holds ${name}`);
    }
    if (/^(?:id|name)$/.test(name) && !String(value).startsWith(idPrefix)) {
      problems.push(`${name} ${String(value)} has no prefix`);
    }
    if (ADDRESSES.includes(name) && !/^(?:https?:|mailto:|xmpp:|ircs?:|#)/i.test(String(value))) {
      problems.push(`${name} is ${String(value)}`);
    }
    if (
      name === 'srcSet' &&
      !String(value)
        .split(/,\s+/)
        .every((one) => /^https?:\/\//.test(one))
    ) {
      problems.push(`srcset is ${String(value)}`);
    }
  }
  return problems;
}

function eachElement(node: Nodes, look: (element: Element) => void): void {
  if (node.type === 'element') look(node);
  if ('children' in node) for (const child of node.children) eachElement(child, look);
}
