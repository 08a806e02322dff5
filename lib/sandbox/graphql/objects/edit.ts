/** The edit history of a body, for issues and comments alike. */
import type { Comment, Issue, UserContentEdit } from '../../model';
import { nodeId, userById } from '../../store';
import { connect, type ListOrder } from '../pagination';
import type { Fields } from '../types';

export const editedFields: Fields<Issue | Comment> = {
  lastEditedAt: (subject) => subject.lastEditedAt,
  editor: (subject, _, { store }) => userById(store, subject.editorId),
  includesCreatedEdit: (subject) => subject.edits.length > 0,
  userContentEdits: (subject, args) => connect(subject.edits.toReversed(), args, NEWEST_FIRST),
};

const NEWEST_FIRST: ListOrder<UserContentEdit> = {
  key: (edit) => [edit.editedAt, edit.id],
  descending: true,
};

export const userContentEditFields: Fields<UserContentEdit> = {
  id: (edit) => nodeId('UserContentEdit', edit.id),
  createdAt: (edit) => edit.editedAt,
  editedAt: (edit) => edit.editedAt,
  updatedAt: (edit) => edit.editedAt,
  deletedAt: () => null,
  deletedBy: () => null,
  // GitHub calls it a summary of the changes; what it answers is the whole text after the edit.
  diff: (edit) => edit.text,
  editor: (edit, _, { store }) => userById(store, edit.editorId),
};
