/**
 * What an import leaves in everything it writes, in an HTML comment that nobody sees: where it came
 * from, so that a second run finds it, and what GitHub cannot be told, so that an export has it.
 */
import { type Fields, isFields } from '../unknown-fields';
import type { MovedComment, MovedPost, ReactionCounts } from './moved-post';
import { toReactions } from './sources/discussion-file';

export interface PostMark {
  key: string;
  reactions: ReactionCounts;
}

export interface CommentMark {
  /** Its place among the comments of its post, from 0. */
  index: number;
  author: string;
  authorUrl: string | null;
  date: string | null;
  reactions: ReactionCounts;
}

const MARK = /\n*<!-- issuepress:import (\{.*?\}) -->\s*$/;
const COMMENT_MARK = /^<!-- issuepress:imported-comment (\{.*?\}) -->\n([^\n]*)\n\n/;

/** @returns the text with its mark at the end */
export function markPost(body: string, post: MovedPost): string {
  const { key, reactions } = post;
  const mark: PostMark = { key, reactions };
  return `${body.trimEnd()}\n\n<!-- issuepress:import ${toJson(mark)} -->\n`;
}

/** @returns the mark, null for none, and the text without it */
export function readPostMark(body: string): { mark: PostMark | null; text: string } {
  const match = MARK.exec(body);
  const fields = parse(match?.[1]);
  if (!match || typeof fields?.key !== 'string') return { mark: null, text: body };
  const mark: PostMark = { key: fields.key, reactions: toReactions(fields.reactions) };
  return { mark, text: body.slice(0, match.index) };
}

/** @returns the comment as it is written here: who wrote it and when comes first */
export function markComment(comment: MovedComment, index: number): string {
  const { author, authorUrl, date, reactions } = comment;
  const mark: CommentMark = { index, author, authorUrl, date, reactions };
  return `<!-- issuepress:imported-comment ${toJson(mark)} -->\n${byline(mark)}\n\n${comment.body}`;
}

/** @returns the mark, null for a comment that was written here, and the text without both */
export function readCommentMark(body: string): { mark: CommentMark | null; text: string } {
  const match = COMMENT_MARK.exec(body.replace(/\r\n?/g, '\n'));
  const fields = parse(match?.[1]);
  if (!match || typeof fields?.author !== 'string') return { mark: null, text: body };
  const { author, authorUrl, date, index } = fields;
  const mark: CommentMark = {
    index: typeof index === 'number' ? index : 0,
    author,
    authorUrl: typeof authorUrl === 'string' ? authorUrl : null,
    date: typeof date === 'string' ? date : null,
    reactions: toReactions(fields.reactions),
  };
  return { mark, text: match.input.slice(match[0].length) };
}

function byline({ author, authorUrl, date }: CommentMark): string {
  // A name may hold anything, and shall be neither a link nor a mention.
  const name = author.replace(/[\\`*_[\]<>@#&!|~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const who = authorUrl ? `[${name}](<${authorUrl.replace(/[<>\n]/g, encodeURIComponent)}>)` : name;
  return `**${who}**${date ? ` · ${date.slice(0, 10)}` : ''}`;
}

/** `--` and `>` would end the HTML comment. */
function toJson(value: object): string {
  return JSON.stringify(value).replace(/-(?=-)|>/g, (sign) =>
    sign === '>' ? '\\u003e' : '\\u002d',
  );
}

function parse(json: string | undefined): Fields | null {
  try {
    const value: unknown = JSON.parse(json ?? 'null');
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}
