/** What the bot should do about one issue, given what it said before. Pure. */
import type { CommentNode } from '../github/issue-fields';
import { isAnnouncement } from './marker';

export interface AnnouncementFacts {
  /** The comments, oldest first. */
  comments: readonly CommentNode[];
  /** What the bot's comment should say; null when there is nothing worth a first comment. */
  wanted: string | null;
  /** What it should say instead where it spoke before. */
  otherwise: string;
}

export type AnnouncementAction =
  | { kind: 'add'; body: string }
  | { kind: 'update'; id: string; body: string }
  | { kind: 'delete'; id: string };

/** One comment, and only one: the oldest is kept true, others of the bot's are removed. */
export function planAnnouncement(facts: AnnouncementFacts): AnnouncementAction[] {
  const { comments, wanted, otherwise } = facts;
  const existing = comments.filter(isAnnouncement);
  const own = existing.filter((comment) => comment.viewerDidAuthor);
  const [kept, ...repeats] = own;
  if (!kept) return wanted && existing.length === 0 ? [{ kind: 'add', body: wanted }] : [];
  const body = wanted ?? otherwise;
  const isTrue = kept.body.trim().replace(/\r\n/g, '\n') === body.trim();
  return [
    ...(isTrue ? [] : [{ kind: 'update' as const, id: kept.id, body }]),
    ...repeats.map(({ id }) => ({ kind: 'delete' as const, id })),
  ];
}
