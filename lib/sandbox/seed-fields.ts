/** An issue to seed, as JSON or YAML spells it. */
import type { SeedComment, SeedEdit, SeedIssue, SeedReactions } from './bulk';
import { readNumber, readTime } from './controls/read';
import type { LockReason, MinimizedReason, StateReason } from './model';
import {
  booleanField,
  choiceField,
  type Fields,
  isFields,
  listField,
  nullableTextField,
  textField,
} from './rest/fields';
import { isReaction, REST_REACTIONS, SandboxError } from './store';

/** @throws SandboxError for anything but a list of objects */
export function readList<T>(value: unknown, name: string, read: (fields: Fields) => T): T[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every(isFields)) {
    throw new SandboxError('unprocessable', `${name} should be a list of objects.`);
  }
  return value.map(read);
}

const STATE_REASONS: readonly StateReason[] = ['completed', 'not_planned', 'duplicate'];
const LOCK_REASONS: readonly LockReason[] = ['off-topic', 'too heated', 'resolved', 'spam'];
const MINIMIZED_REASONS: readonly MinimizedReason[] = [
  'abuse',
  'off-topic',
  'outdated',
  'resolved',
  'duplicate',
  'spam',
  'low-quality',
];

/** @throws SandboxError naming what is not as it should be */
export function readSeedIssue(fields: Fields): SeedIssue {
  return {
    title: textField(fields, 'title') ?? '',
    body: nullableTextField(fields, 'body') ?? null,
    ...readAuthor(fields),
    createdAt: readTimeField(fields, 'createdAt'),
    labels: listField(fields, 'labels', 'name') ?? [],
    comments: readList(fields.comments, 'comments', readComment),
    reactions: readReactions(fields.reactions),
    milestone: textField(fields, 'milestone'),
    assignees: listField(fields, 'assignees', 'login') ?? [],
    pinned: booleanField(fields, 'pinned') ?? false,
    locked: booleanField(fields, 'locked') ?? false,
    lockReason: choiceField(fields, 'lockReason', LOCK_REASONS),
    closed:
      booleanField(fields, 'closed') ?? textField(fields, 'state')?.toLowerCase() === 'closed',
    stateReason: choiceField(fields, 'stateReason', STATE_REASONS),
    edits: readList(fields.edits, 'edits', readEdit),
    pullRequest: booleanField(fields, 'pullRequest') ?? false,
  };
}

function readComment(fields: Fields): SeedComment {
  return {
    body: textField(fields, 'body') ?? '',
    ...readAuthor(fields),
    createdAt: readTimeField(fields, 'createdAt'),
    reactions: readReactions(fields.reactions),
    minimized: readMinimized(fields),
    edits: readList(fields.edits, 'edits', readEdit),
  };
}

/** A reason, or just `true`. */
function readMinimized(fields: Fields): MinimizedReason | undefined {
  if (fields.minimized === true) return 'off-topic';
  if (fields.minimized === false) return undefined;
  return choiceField(fields, 'minimized', MINIMIZED_REASONS);
}

function readEdit(fields: Fields): SeedEdit {
  return {
    body: textField(fields, 'body') ?? '',
    editor: textField(fields, 'editor'),
    editedAt: readTime(textField(fields, 'editedAt') ?? ''),
  };
}

/** `null` and `ghost` are deleted accounts; without an author it is the owner's. */
function readAuthor(fields: Fields): { author?: string | null } {
  const author = nullableTextField(fields, 'author');
  if (author === undefined) return {};
  return { author: author?.toLowerCase() === 'ghost' ? null : author };
}

function readTimeField(fields: Fields, name: string): string | undefined {
  const text = textField(fields, name);
  return text === undefined ? undefined : readTime(text);
}

/** GraphQL's spelling (`HEART`) or REST's (`heart`); a count or a list of logins. */
function readReactions(value: unknown): SeedReactions {
  const reactions: SeedReactions = {};
  for (const [name, whose] of Object.entries(isFields(value) ? value : {})) {
    const content = reactionNamed(name);
    reactions[content] = Array.isArray(whose)
      ? whose.map(String)
      : readNumber(whose, name, 0, 10_000);
  }
  return reactions;
}

function reactionNamed(name: string) {
  const upper = name.toUpperCase();
  const found = Object.entries(REST_REACTIONS).find(
    ([key, rest]) => key === upper || rest === name,
  );
  const content = found?.[0] ?? '';
  if (!isReaction(content)) {
    throw new SandboxError('unprocessable', `'${name}' is none of GitHub's reactions.`);
  }
  return content;
}
