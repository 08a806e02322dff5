/** What one render gathers while it goes through the tree. */

import GithubSlugger from 'github-slugger';
import type { Element, ElementContent, Nodes, Parents } from 'hast';
import type { TableOfContentsEntry } from '../posts/post';
import type { MarkdownContext, MarkdownWarning } from './types';

export interface Page {
  context: MarkdownContext;
  slugger: GithubSlugger;
  /** Every id in the result, prefixed. */
  ids: Set<string>;
  /** Links within the page, to be pointed at the prefixed ids once all are known. */
  fragmentLinks: Element[];
  tableOfContents: TableOfContentsEntry[];
  /** An image has gone by: only the first is loaded at once. */
  hasImage: boolean;
  links: Set<string>;
  warnings: MarkdownWarning[];
  /** How many links or other clickable elements are around the place we are at. */
  interactiveDepth: number;
  /** When highlighting has to stop, in `performance.now()` milliseconds; set when it may begin. */
  highlightUntil: number;
}

export function createPage(context: MarkdownContext): Page {
  return {
    context,
    slugger: new GithubSlugger(),
    ids: new Set(),
    fragmentLinks: [],
    tableOfContents: [],
    hasImage: false,
    links: new Set(),
    warnings: [],
    interactiveDepth: 0,
    highlightUntil: 0,
  };
}

/** What a decorator may answer: something to stand in the element's place, or nothing to keep it. */
export type Replacement = ElementContent | ElementContent[] | undefined;

export type Decorator = (element: Element, page: Page, parent: Parents) => Replacement;

/** Makes an element. Property names are hast's: `className`, `dataIssue`. */
export function h(
  tagName: string,
  properties: Element['properties'],
  ...children: (ElementContent | string)[]
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) =>
      typeof child === 'string' ? { type: 'text', value: child } : child,
    ),
  };
}

/** An attribute as text; absent or repeated ones are the empty string. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Classes as a list, none where there is no such attribute. */
export function classNames(element: Element): string[] {
  const { className } = element.properties;
  return Array.isArray(className) ? className.map(String) : [];
}

/** All text below a node, as it stands. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  let text = '';
  for (const child of node.children) text += textOf(child);
  return text;
}

/** Whether a node is only the white space between others. */
function isBlank(node: Nodes): boolean {
  return node.type === 'text' && /^\s*$/.test(node.value);
}

/** The children that are not white space. */
export function solidChildren(element: Parents): Nodes[] {
  return element.children.filter((child) => !isBlank(child));
}

/** Tells the author. @param message one sentence @param node where it is, if that is known */
export function warn(
  page: Page,
  kind: MarkdownWarning['kind'],
  message: string,
  node?: Nodes,
): void {
  page.warnings.push({ kind, message, line: node?.position?.start.line ?? null });
}
