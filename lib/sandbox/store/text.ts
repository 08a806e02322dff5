/** What a title and a body may be, and the history of what they were. */
import type { Actor, Issue } from '../model';
import { nextId, type Store, timestamp } from './core';
import { invalid } from './errors';

const MAX_TITLE = 256;
const MAX_BODY = 65_536;

/** Trimmed. @throws SandboxError `unprocessable` for a blank or long one */
export function checkedTitle(text: string): string {
  const title = text.trim();
  if (!title) throw invalid('Issue', 'title', 'missing_field');
  if (Array.from(title).length > MAX_TITLE) {
    throw invalid(
      'Issue',
      'title',
      'custom',
      `title is too long (maximum is ${MAX_TITLE} characters)`,
    );
  }
  return title;
}

/** @throws SandboxError `unprocessable` above GitHub's limit */
export function checkedBody<Body extends string | null>(body: Body, resource = 'Issue'): Body {
  if (body !== null && Array.from(body).length > MAX_BODY) {
    throw invalid(
      resource,
      'body',
      'custom',
      `body is too long (maximum is ${MAX_BODY} characters)`,
    );
  }
  return body;
}

/** The history with one more revision; the first edit also records the original text. */
export function withEdit(
  store: Store,
  actor: Actor,
  before: Pick<Issue, 'edits' | 'body' | 'authorId' | 'createdAt'>,
  text: string,
) {
  const original = {
    id: nextId(store, 'edit'),
    editorId: before.authorId,
    editedAt: before.createdAt,
    text: before.body ?? '',
  };
  const edit = {
    id: nextId(store, 'edit'),
    editorId: actor.user.id,
    editedAt: timestamp(store),
    text,
  };
  return [...(before.edits.length ? before.edits : [original]), edit];
}
