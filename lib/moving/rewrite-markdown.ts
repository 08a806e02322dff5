/**
 * Changes addresses in Markdown, and references in its text, and leaves every other character as it
 * was: places are found in the parsed tree, and changed in the source.
 */
import type { Nodes } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

export interface Rewriting {
  /** @returns the new address; null leaves it */
  address(address: string, kind: 'image' | 'link'): string | null;
  /** @returns the new text for a stretch that is neither code nor a link; null leaves it */
  text?(text: string): string | null;
}

const parser = remark().use(remarkGfm);

/** @param body Markdown without a metadata block */
export function rewriteMarkdown(body: string, rewriting: Rewriting): string {
  const changes: { start: number; end: number; text: string }[] = [];
  const replace = (node: Nodes, change: (source: string) => string) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return;
    const source = body.slice(start, end);
    const text = change(source);
    if (text !== source) changes.push({ start, end, text });
  };
  const visit = (node: Nodes, inLink: boolean) => {
    const isLink = node.type === 'link' || node.type === 'linkReference';
    if ('children' in node) for (const child of node.children) visit(child, inLink || isLink);
    switch (node.type) {
      case 'link':
      case 'image':
      case 'definition': {
        const isImage =
          node.type === 'image' || (node.type === 'definition' && looksLikeImage(node.url));
        const address = rewriting.address(node.url, isImage ? 'image' : 'link');
        if (address !== null) changes.push(...changeAddress(body, node, address));
        break;
      }
      case 'html':
        replace(node, (source) => rewriteHtml(source, rewriting));
        break;
      case 'text':
        if (!inLink && rewriting.text)
          replace(node, (source) => rewriting.text?.(source) ?? source);
        break;
    }
  };
  visit(parser.parse(body), false);
  return apply(body, changes);
}

/** The last place of the address in its node's source: what comes before is the link's text. */
function changeAddress(body: string, node: Nodes & { url: string }, address: string) {
  const from = node.position?.start.offset ?? 0;
  const to = node.position?.end.offset ?? 0;
  const lastChild =
    'children' in node ? (node.children.at(-1)?.position?.end.offset ?? from) : from;
  const at = body.slice(lastChild, to).indexOf(node.url);
  // An autolink is its own text.
  const start = at >= 0 ? lastChild + at : from + body.slice(from, to).indexOf(node.url);
  if (start < from) return [];
  return [{ start, end: start + node.url.length, text: address }];
}

const ATTRIBUTE =
  /(<(img|a|source|video|picture)\b[^>]*?\s(?:src|href|poster|srcset)=)(["'])(.*?)\3/gi;

function rewriteHtml(source: string, { address }: Rewriting): string {
  return source.replace(
    ATTRIBUTE,
    (all, before: string, element: string, mark: string, value: string) => {
      const changed = address(value, element.toLowerCase() === 'a' ? 'link' : 'image');
      return changed === null ? all : `${before}${mark}${changed}${mark}`;
    },
  );
}

function looksLikeImage(address: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#]|$)/i.test(address);
}

function apply(body: string, changes: { start: number; end: number; text: string }[]): string {
  let result = '';
  let end = 0;
  for (const change of changes.sort((one, other) => one.start - other.start)) {
    if (change.start < end) continue;
    result += body.slice(end, change.start) + change.text;
    end = change.end;
  }
  return result + body.slice(end);
}
