/**
 * What is said to people who comment and react here. It stands apart from the interface's other
 * words, because only who takes part loads it; a language is a file beside this one.
 */
import type { Plural } from '../messages';

export interface ParticipationWords {
  /** Labels the field of a new comment, and its form. */
  yourComment: string;
  /** Labels the field of a comment being edited. */
  editComment: string;
  write: string;
  preview: string;
  nothingToPreview: string;
  previewFailed: string;
  placeholder: string;
  /** The toolbar's name, and its buttons'. */
  formatting: string;
  bold: string;
  italic: string;
  code: string;
  link: string;
  quote: string;
  list: string;
  send: string;
  sending: string;
  save: string;
  cancel: string;
  draftKept: string;
  signInAgain: string;
  tooLong: Plural;
  sent: string;
  saved: string;
  removed: string;
  edit: string;
  remove: string;
  removeQuestion: string;
  keep: string;
  reactions: string;
  addReaction: string;
  /** Names who reacted; `{names}` is a list. */
  reactedBy: string;
  you: string;
  others: Plural;
  archived: string;
  notAllowed: string;
}
