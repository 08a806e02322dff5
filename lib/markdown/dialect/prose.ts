/**
 * Going through a Markdown tree cheaply: the general visitors cost more than the parsing of a small
 * body, and most of a tree is of no interest to whoever looks for prose.
 */
import type { Code, Nodes, Paragraph, Parents, Root } from 'mdast';
import type { VFile } from 'vfile';

/** Calls `look` for every node, parents first. */
export function eachNode(node: Nodes, look: (node: Nodes) => void): void {
  look(node);
  if (!('children' in node)) return;
  for (const child of node.children) eachNode(child, look);
}

/** The fences and indented blocks, in order. */
export function codeBlocks(tree: Root): Code[] {
  const found: Code[] = [];
  eachNode(tree, (node) => {
    if (node.type === 'code') found.push(node);
  });
  return found;
}

/**
 * Runs a transform of text on the paragraphs, headings and table cells whose source matches
 * `trigger`, one at a time, and on nothing else.
 */
export function transformProse(
  tree: Root,
  file: VFile,
  trigger: RegExp,
  transform: (prose: Root) => void,
): void {
  const source = String(file.value);
  eachBlock(tree, (block) => {
    const { start, end } = block.position ?? {};
    const written = source.slice(start?.offset ?? 0, end?.offset ?? source.length);
    if (!trigger.test(written)) return;
    // A paragraph stands in for whatever holds the text; the transform looks only below it.
    const prose: Paragraph = { type: 'paragraph', children: [] };
    const holder: Parents = block;
    Object.assign(prose, { children: holder.children });
    transform({ type: 'root', children: [prose] });
    Object.assign(holder, { children: prose.children });
  });
}

function eachBlock(node: Nodes, look: (block: Parents) => void): void {
  if (!('children' in node)) return;
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    look(node);
    return;
  }
  for (const child of node.children) eachBlock(child, look);
}
