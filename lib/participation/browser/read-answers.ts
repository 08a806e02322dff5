/** What the site's routes answer, checked as far as this page relies on it. */
import { type Comment, REACTIONS } from '../../posts/post';
import { isFields } from '../../unknown-fields';
import type { GivenReactions } from '../react';
import type { Participation } from '../read-participation';
import type { CommentSource } from '../write-comment';

/** @returns null for anything else */
export function readComment(data: unknown): Comment | null {
  return isComment(data) ? data : null;
}

export function readSource(data: unknown): CommentSource | null {
  if (!isFields(data)) return null;
  const { body, version } = data;
  return typeof body === 'string' && typeof version === 'string' ? { body, version } : null;
}

export function readGiven(data: unknown): GivenReactions | null {
  return isGiven(data) ? data : null;
}

export function readParticipation(data: unknown): Participation | null {
  return isParticipation(data) ? data : null;
}

export function readPreview(data: unknown): string | null {
  return isFields(data) && typeof data.html === 'string' ? data.html : null;
}

function isComment(data: unknown): data is Comment {
  return (
    isFields(data) &&
    typeof data.id === 'number' &&
    typeof data.html === 'string' &&
    isFields(data.author) &&
    Array.isArray(data.reactions)
  );
}

function isGiven(data: unknown): data is GivenReactions {
  return (
    isFields(data) &&
    Object.entries(data).every(
      ([content, given]) =>
        REACTIONS.some((one) => one === content) &&
        isFields(given) &&
        typeof given.count === 'number' &&
        Array.isArray(given.who),
    )
  );
}

function isParticipation(data: unknown): data is Participation {
  return (
    isFields(data) &&
    typeof data.canComment === 'boolean' &&
    typeof data.canReact === 'boolean' &&
    isFields(data.comments) &&
    isFields(data.reactions) &&
    Object.values(data.reactions).every(isGiven)
  );
}
