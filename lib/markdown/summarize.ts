/**
 * An excerpt and a reading time without parsing: lists and the search index need them for thousands
 * of posts at once, so the work is a few linear passes over a bounded part of the body.
 */
import { nameToEmoji } from 'gemoji';
import { measureReading } from './reading-time';

export interface MarkdownSummary {
  /** The first prose, plain text cut at a word, at most about 280 characters. */
  excerpt: string;
  /** At least 1 for a body with any words, else 0. */
  readingMinutes: number;
}

const EXCERPT_SOURCE = 3_000;
const EXCERPT_LENGTH = 280;

/** Summarises a body, metadata already taken off. Pure and linear in its length. */
export function summarizeMarkdown(body: string): MarkdownSummary {
  return { excerpt: excerptOf(body), readingMinutes: measureReading(body).minutes };
}

function excerptOf(body: string): string {
  const head = body.slice(0, EXCERPT_SOURCE).toWellFormed().replace(/\r\n?/g, '\n');
  let excerpt = '';
  for (const paragraph of proseOf(withoutHtml(head))) {
    excerpt = excerpt ? `${excerpt} ${paragraph}` : paragraph;
    if (excerpt.length >= EXCERPT_LENGTH / 2) break;
  }
  return cut(excerpt, EXCERPT_LENGTH);
}

/** Paragraphs, quotes and list items as plain text; headings, code, tables and the like left out. */
function* proseOf(source: string): Generator<string> {
  let lines: string[] = [];
  let fence = '';
  for (const line of source.split('\n')) {
    const mark = /^ {0,3}(?:> ?)*(`{3,}|~{3,}|\$\$)/.exec(line)?.[1] ?? '';
    if (fence) {
      if (mark.startsWith(fence)) fence = '';
      continue;
    }
    const text = proseLine(line);
    if (text !== null && !mark) {
      if (!/^[=-]+$/.test(text)) lines.push(text);
      else lines = [];
      continue;
    }
    if (mark && !/^ {0,3}\$\$.+\$\$\s*$/.test(line)) fence = mark;
    const paragraph = inlineText(lines.join(' '));
    lines = [];
    if (paragraph) yield paragraph;
  }
  const paragraph = inlineText(lines.join(' '));
  if (paragraph) yield paragraph;
}

/** A line without its block's marks, or null where it is no prose. */
function proseLine(line: string): string | null {
  const text = line
    .replace(/^\s*(?:>\s?)*(?:(?:[-+*]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?)?/, '')
    .trim();
  if (!text) return null;
  if (/^#{1,6}(?:\s|$)/.test(text)) return null;
  if (/^(?:[-*_]\s*){3,}$/.test(text) && !/^-+$/.test(text)) return null;
  if (/^\|/.test(text) || /^:?-+:?\s*\|/.test(text)) return null;
  if (/^\[!\w+\]$/.test(text) || /^\[\^?[^\]]{1,200}\]:/.test(text)) return null;
  if (/^(?: {4}|\t)/.test(line) && !/^\s*[-+*\d>]/.test(line)) return null;
  if (/^https?:\/\/\S+$/.test(text)) return null;
  return text;
}

function withoutHtml(source: string): string {
  return source
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(script|style|pre|svg|math|iframe|textarea|title)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, (tag) => (/^<https?:/i.test(tag) ? tag : ''));
}

function inlineText(source: string): string {
  return source
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => hide(mark))
    .replace(/!\[[^\]]{0,500}\]\([^)]{0,1000}\)|!\[[^\]]{0,500}\]\[[^\]]{0,200}\]/g, '')
    .replace(/\[\^[^\]]{1,100}\]/g, '')
    .replace(/\[([^\]]{0,500})\](?:\([^)]{0,1000}\)|\[[^\]]{0,200}\])/g, '$1')
    .replace(/<(https?:[^>\s]{1,1000})>/g, '$1')
    .replace(/\$`([^`]{1,300})`\$/g, '$1')
    .replace(/(`+)(?!`)([^`]{1,500})\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])[*_~]+(?=\S)|(?<=\S)[*_~]+(?![\p{L}\p{N}])|\*\*/gu, '')
    .replace(/:([\w+-]{1,40}):/g, (code, name: string) =>
      Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? code) : code,
    )
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (entity) => ENTITIES.get(entity) ?? entity)
    .replace(/[\u202a-\u202e\u2066-\u2069\u200b\ufeff\0]/g, '')
    .replace(/[\ue000-\ue07f]/g, reveal)
    .replace(/\s+/g, ' ')
    .trim();
}

/** An escaped mark stands aside, as a character for private use, while the others are taken off. */
function hide(mark: string): string {
  return String.fromCharCode(0xe000 + mark.charCodeAt(0));
}

function reveal(hidden: string): string {
  return String.fromCharCode(hidden.charCodeAt(0) - 0xe000);
}

const ENTITIES = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&nbsp;', ' '],
  ['&#39;', "'"],
]);

/** Cuts at a word where there is one near, never through a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
  const space = head.lastIndexOf(' ');
  return `${(space > length / 2 ? head.slice(0, space) : head).replace(/[\s,;:–—-]+$/, '')}…`;
}
