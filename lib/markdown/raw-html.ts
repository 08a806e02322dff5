/**
 * The HTML that people wrote among their Markdown, parsed as a browser would and reduced to what a
 * stranger may write. Parsing everything again costs as much as all other steps, so only the stretch
 * of blocks that a piece of HTML can reach goes through the parser.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { raw } from 'hast-util-raw';
import { sanitize } from 'hast-util-sanitize';
import type { VFile } from 'vfile';
import { strangerSchema } from './sanitize';

/** How often a stretch may grow before everything after it is taken together. */
const MOST_TRIES = 4;

/**
 * Replaces `raw` nodes by sanitised elements.
 *
 * Blocks without any are left alone: every element and attribute in them was made from Markdown, and
 * addresses are checked at the end.
 */
export function parseRawHtml(tree: Root, file: VFile): Root {
  const blocks = tree.children;
  const written = blocks.map(hasRaw);
  if (!written.includes(true)) return tree;
  const result: RootContent[] = [];
  let index = 0;
  while (index < blocks.length) {
    const block = blocks[index];
    if (!block) break;
    if (!written[index]) {
      result.push(block);
      index++;
      continue;
    }
    const end = endOfStretch(blocks, written, index, file);
    result.push(...end.parsed);
    index = end.index;
  }
  return { type: 'root', children: result };
}

interface Stretch {
  parsed: RootContent[];
  /** The first block behind it. */
  index: number;
}

/** Grows a stretch until what it opens is closed again. */
function endOfStretch(
  blocks: RootContent[],
  written: boolean[],
  start: number,
  file: VFile,
): Stretch {
  let end = start + 1;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const parsed = parseClosed(blocks.slice(start, end), file);
    if (parsed) return { parsed, index: end };
    // Only another piece of HTML can close what this one has opened.
    const next = written.indexOf(true, end);
    if (next < 0) break;
    end = next + 1;
  }
  return { parsed: parse(blocks.slice(start), file), index: blocks.length };
}

/**
 * @returns the parsed blocks, or null when something in them stays open: then a paragraph put behind
 *   them ends up inside, or holds what was carried over
 */
function parseClosed(blocks: RootContent[], file: VFile): RootContent[] | null {
  const probe: Element = {
    type: 'element',
    tagName: 'p',
    properties: { title: PROBE },
    children: [{ type: 'text', value: PROBE }],
  };
  const parsed = parse([...blocks, probe], file);
  const last = parsed.pop();
  if (last?.type !== 'element' || last.properties.title !== PROBE) return null;
  const [only, ...others] = last.children;
  return only?.type === 'text' && only.value === PROBE && others.length === 0 ? parsed : null;
}

const PROBE = 'probe';

function parse(blocks: RootContent[], file: VFile): RootContent[] {
  const parsed = raw({ type: 'root', children: blocks }, { file, tagfilter: true });
  const safe = sanitize(parsed, strangerSchema);
  if (safe.type === 'root') return safe.children;
  return [safe];
}

function hasRaw(node: RootContent | ElementContent): boolean {
  if (node.type === 'raw') return true;
  return node.type === 'element' && node.children.some(hasRaw);
}
