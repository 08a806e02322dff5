/** What the site's routes answer, checked before this page relies on it. */
import { isPerson } from '../../posts/is-person';
import { type Comment, REACTIONS, type Reaction } from '../../posts/post';
import {
  type Check,
  isFlag,
  isNumber,
  isText,
  listOf,
  oneOf,
  orNull,
  recordOf,
  shapeOf,
} from '../../shape-of';
import { isFields, textAt } from '../../unknown-fields';
import type { GivenReaction, GivenReactions } from '../react';
import type { Participation } from '../read-participation';
import type { CommentSource } from '../write-comment';

/** @returns null for anything else */
export function readComment(data: unknown): Comment | null {
  return isComment(data) ? data : null;
}

/** A comment as it is edited. @returns null for anything else */
export function readSource(data: unknown): CommentSource | null {
  return isSource(data) ? data : null;
}

/** Reactions after one was given or taken back. @returns null for anything else */
export function readGiven(data: unknown): GivenReactions | null {
  return isGiven(data) ? data : null;
}

/** What the viewer may do. @returns null for anything else */
export function readParticipation(data: unknown): Participation | null {
  return isParticipation(data) ? data : null;
}

/** @returns safe HTML; null for anything else */
export function readPreview(data: unknown): string | null {
  return textAt(data, 'html');
}

const isReaction = oneOf(...REACTIONS);

const isComment = shapeOf<Comment>({
  id: isNumber,
  author: isPerson,
  html: isText,
  excerpt: isText,
  createdAt: isText,
  editedAt: orNull(isText),
  minimizedReason: orNull(isText),
  reactions: listOf(shapeOf<Reaction>({ content: isReaction, count: isNumber })),
  path: isText,
  url: isText,
  association: isText,
});

const isSource = shapeOf<CommentSource>({ body: isText, version: isText });

const isGivenReaction = shapeOf<GivenReaction>({
  count: isNumber,
  viewerHasReacted: isFlag,
  who: listOf(isText),
});

const isGiven: Check<GivenReactions> = (data): data is GivenReactions =>
  isFields(data) && Object.keys(data).every(isReaction) && recordOf(isGivenReaction)(data);

const isParticipation = shapeOf<Participation>({
  canComment: isFlag,
  whyNot: orNull(oneOf('locked', 'archived', 'not-allowed')),
  canReact: isFlag,
  canEdit: isFlag,
  reactions: recordOf(isGiven),
  comments: recordOf(
    shapeOf<{ canEdit: boolean; canDelete: boolean }>({ canEdit: isFlag, canDelete: isFlag }),
  ),
});
