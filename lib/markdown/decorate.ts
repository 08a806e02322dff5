/** One walk through the sanitised tree that gives every element what our pages add to it. */
import type { Element, ElementContent, Parents, Root, RootContent } from 'hast';
import { decorateInlineCode, decoratePre } from './features/code';
import { replaceEmoji } from './features/emoji';
import { decorateHeading } from './features/headings';
import { prefixIds } from './features/ids';
import { decorateImage, decoratePicture, decorateSource, figureOf } from './features/images';
import { decorateLink, settleFragments } from './features/links';
import { decorateInput, decorateTable } from './features/lists';
import { decorateVideo, mediaOf } from './features/media';
import type { Decorator, Page, Replacement } from './page';

const decorateParagraph: Decorator = (element, page) => {
  element.properties.dir = 'auto';
  return mediaOf(element, page) ?? figureOf(element);
};

/** Lines of another script run in their own direction. */
const setDirection: Decorator = (element) => {
  element.properties.dir ??= 'auto';
  return undefined;
};

const decorators = new Map<string, Decorator>([
  ['a', decorateLink],
  ['code', decorateInlineCode],
  ['h1', decorateHeading],
  ['h2', decorateHeading],
  ['h3', decorateHeading],
  ['h4', decorateHeading],
  ['h5', decorateHeading],
  ['h6', decorateHeading],
  ['img', decorateImage],
  ['input', decorateInput],
  ['ol', setDirection],
  ['p', decorateParagraph],
  ['picture', decoratePicture],
  ['pre', decoratePre],
  ['source', decorateSource],
  ['table', decorateTable],
  ['ul', setDirection],
  ['video', decorateVideo],
]);

/** Milliseconds; whatever code comes after that stays without colours. */
const LONGEST_HIGHLIGHTING = 1000;

/** Decorates a sanitised tree in place and fills in what `page` gathers. */
export function decorate(tree: Root, page: Page, features: { emoji: boolean }): void {
  page.highlightUntil = performance.now() + LONGEST_HIGHLIGHTING;
  walk(tree, false);
  settleFragments(page);

  function walk(parent: Parents, literal: boolean): void {
    let changed: (RootContent | ElementContent)[] | null = null;
    const { children } = parent;
    for (let index = 0; index < children.length; index++) {
      const node = children[index];
      if (!node) continue;
      const replacement = visit(node, parent, literal);
      if (replacement === undefined) {
        changed?.push(node);
        continue;
      }
      changed ??= children.slice(0, index);
      if (Array.isArray(replacement)) changed.push(...replacement);
      else changed.push(replacement);
    }
    if (changed) replaceChildren(parent, changed);
  }

  function visit(node: RootContent, parent: Parents, literal: boolean): Replacement {
    if (node.type === 'text') {
      return features.emoji && !literal ? (replaceEmoji(node.value) ?? undefined) : undefined;
    }
    if (node.type !== 'element') return undefined;
    prefixIds(node, page);
    const interactive = INTERACTIVE.has(node.tagName);
    if (interactive) page.interactiveDepth++;
    if (node.tagName !== 'video') walk(node, literal || LITERAL.has(node.tagName));
    if (interactive) page.interactiveDepth--;
    return decorators.get(node.tagName)?.(node, page, parent);
  }
}

/** Elements whose text means itself. */
const LITERAL = new Set(['pre', 'code', 'samp', 'tt']);

/** Elements that answer to a click themselves, so that no link of ours may go inside. */
const INTERACTIVE = new Set(['a', 'summary']);

function replaceChildren(parent: Parents, children: (RootContent | ElementContent)[]): void {
  const content = children.filter((node): node is ElementContent => node.type !== 'doctype');
  parent.children = content satisfies Element['children'];
}
