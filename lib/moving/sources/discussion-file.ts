/** What lies beside a post of our own export: `NAME.json` with its comments and reactions. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REACTIONS } from '../../posts/post';
import { isFields } from '../../unknown-fields';
import type { MovedComment, MovedPost, ReactionCounts } from '../moved-post';
import { MovingError } from '../moving-error';

/** The file at the top of our own exports: what lies below is as GitHub has it. */
export const EXPORT_FILE = 'issuepress.json';

/** Whether a folder was written by our own export. It never rejects. */
export async function isOwnExport(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, EXPORT_FILE), 'utf8').catch(() => null);
  return text !== null;
}

export type Discussion = Pick<MovedPost, 'comments' | 'reactions'>;

/** Where the discussion of a post's file is kept. */
export function discussionFile(file: string): string {
  return file.replace(/\.[^./]+$/, '.json');
}

/** @returns an empty one where there is no such file @throws MovingError when it is not ours */
export async function readDiscussion(file: string): Promise<Discussion> {
  const path = discussionFile(file);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return { comments: [], reactions: {} };
  try {
    const parsed: unknown = JSON.parse(text);
    const comments: unknown = isFields(parsed) ? parsed.comments : null;
    // Another tool's JSON file that happens to have the post's name.
    if (!isFields(parsed) || !Array.isArray(comments)) return { comments: [], reactions: {} };
    return { comments: comments.map(toComment), reactions: toReactions(parsed.reactions) };
  } catch {
    throw new MovingError(`${path} should hold the comments of a post as JSON. Mend or remove it.`);
  }
}

function toComment(value: unknown): MovedComment {
  if (!isFields(value) || typeof value.body !== 'string') throw new Error('not a comment');
  return {
    author: String(value.author ?? 'ghost'),
    authorUrl: typeof value.authorUrl === 'string' ? value.authorUrl : null,
    date: typeof value.date === 'string' ? value.date : null,
    body: value.body,
    reactions: toReactions(value.reactions),
  };
}

/** Only what is a count of one of GitHub's eight reactions. */
export function toReactions(value: unknown): ReactionCounts {
  if (!isFields(value)) return {};
  const counts = REACTIONS.flatMap((content) => {
    const count = value[content];
    return typeof count === 'number' && count > 0 ? [[content, count] as const] : [];
  });
  return Object.fromEntries(counts);
}
