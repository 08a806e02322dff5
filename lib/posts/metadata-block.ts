/**
 * Where a body keeps its metadata, in one of three notations: YAML front matter, the same YAML inside
 * a first HTML comment, or OneBlog's fenced `backmatter`. What is in it, `metadata.ts` reads.
 */

export interface Block {
  notation: 'front-matter' | 'comment' | 'backmatter';
  source: string;
  /** 1-based line of the block's first line of content. */
  line: number;
  /** The body without the block. */
  text: string;
  /** A comment counts as metadata only when it holds at least one of our keys. */
  optional: boolean;
}

/** A body as everything here reads it: without a byte order mark, with LF line ends. */
export function plainLines(body: string): string {
  return body.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** @param source see `plainLines` */
export function findBlock(source: string): Block | null {
  return findFrontMatter(source) ?? findComment(source) ?? findBackmatter(source);
}

/** YAML between `---`, at the very top. @param source see `plainLines` */
export function findFrontMatter(source: string): Block | null {
  const match = /^---[ \t]*\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source);
  if (!match) return null;
  const text = source.slice(match[0].length);
  return { notation: 'front-matter', source: match[1] ?? '', line: 2, text, optional: false };
}

/** The first HTML comment, before any text. @param source see `plainLines` */
export function findComment(source: string): Block | null {
  const match = /^\s*<!--([\s\S]*?)-->[ \t]*\n?/.exec(source);
  if (!match) return null;
  const inside = (match[1] ?? '').replace(/^[ \t]*---[ \t]*$/gm, '');
  const before = source.slice(0, source.indexOf('<!--'));
  const line = before.split('\n').length;
  const text = source.slice(match[0].length);
  return { notation: 'comment', source: inside, line, text, optional: true };
}

/** A fenced block named `backmatter`, anywhere. @param source see `plainLines` */
export function findBackmatter(source: string): Block | null {
  const match = /(^|\n)```[ \t]*backmatter[^\n]*\n([\s\S]*?)\n?```[ \t]*(?=\n|$)/.exec(source);
  if (!match) return null;
  const start = match.index + (match[1]?.length ?? 0);
  const text = source.slice(0, start) + source.slice(match.index + match[0].length);
  return {
    notation: 'backmatter',
    source: match[2] ?? '',
    line: source.slice(0, start).split('\n').length + 1,
    text,
    optional: false,
  };
}
