/**
 * The discussion as its participant sees it: what the page was served, and what they did that the
 * page does not show yet. Pure.
 */
import { escapeHtml } from '../../escape-html';
import type { Comment } from '../../posts/post';
import type { CommentSource } from '../write-comment';

/** A comment that was written here. */
export interface OwnComment {
  /** Stays the same from the first moment to the last, so that nothing flickers. */
  key: string;
  /** While it is sent: made from what is known here. Afterwards: the site's answer. */
  comment: Comment;
  isSending: boolean;
  /** Ids of the comments that were there when it was sent. */
  before: ReadonlySet<number>;
  /** The page has shown it: where it is missing now, it was deleted. */
  wasServed: boolean;
}

export interface EditedComment {
  /** As it was when the edit began. */
  comment: Comment;
  source: CommentSource;
}

export interface OwnWork {
  login: string;
  /** Oldest first. */
  written: readonly OwnComment[];
  /** Changed here, by id. */
  changed: ReadonlyMap<number, Comment>;
  /** Deleted here, by id. */
  removed: ReadonlySet<number>;
  /** Being edited here, by id: they stay, whatever happens to them elsewhere. */
  edited: ReadonlyMap<number, EditedComment>;
}

export interface ShownComment {
  key: string;
  comment: Comment;
  isSending: boolean;
}

/** @param served as the page has them, oldest first @returns in the order they are shown in */
export function showComments(served: readonly Comment[], own: OwnWork): ShownComment[] {
  const places = pairWithServed(served, own);
  const shown = withEdited(served, own.edited)
    .filter(({ id }) => !own.removed.has(id))
    .map((comment) => ({
      key: places.get(comment.id) ?? String(comment.id),
      comment: newerOf(comment, own.changed.get(comment.id)),
      isSending: false,
    }));
  const paired = new Set(places.values());
  const waiting = own.written.filter(
    ({ key, comment, wasServed }) => !paired.has(key) && !wasServed && !own.removed.has(comment.id),
  );
  return [
    ...shown,
    ...waiting.map(({ key, comment, isSending }) => ({
      key,
      comment: newerOf(comment, own.changed.get(comment.id)),
      isSending,
    })),
  ];
}

/** Comments are numbered in the order in which they were written. */
function withEdited(served: readonly Comment[], edited: OwnWork['edited']): readonly Comment[] {
  const gone = [...edited.values()]
    .map(({ comment }) => comment)
    .filter(({ id }) => !served.some((one) => one.id === id));
  return gone.length === 0 ? served : [...served, ...gone].sort((a, b) => a.id - b.id);
}

/**
 * Which of the page's comments were written here. The page may show a comment before the site has
 * answered whoever wrote it: then it is the first new one of theirs.
 * @returns keys by id
 */
export function pairWithServed(
  served: readonly Comment[],
  { login, written }: Pick<OwnWork, 'login' | 'written'>,
): Map<number, string> {
  const pairs = new Map<number, string>();
  for (const { key, comment, isSending } of written) {
    if (!isSending && served.some(({ id }) => id === comment.id)) pairs.set(comment.id, key);
  }
  for (const { key, isSending, before } of written) {
    if (!isSending) continue;
    const early = served.find(
      ({ id, author }) => author.login === login && !before.has(id) && !pairs.has(id),
    );
    if (early) pairs.set(early.id, key);
  }
  return pairs;
}

function newerOf(served: Comment, changed: Comment | undefined): Comment {
  if (!changed || (served.editedAt ?? '') >= (changed.editedAt ?? '')) return served;
  return { ...served, html: changed.html, editedAt: changed.editedAt };
}

/** A text as it looks until it has been rendered: its paragraphs, without any markup. */
export function plainHtml(text: string): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\n/g, '<br>')}</p>`)
    .join('\n');
}
