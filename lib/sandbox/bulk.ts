/**
 * Many issues at once, with their own dates, authors, comments and reactions. The same functions of
 * the store do the work as for an issue written by hand, with the clock set back.
 */
import type {
  Actor,
  Issue,
  LockReason,
  MinimizedReason,
  ReactionContent,
  Repository,
  StateReason,
  User,
} from './model';
import {
  actorFor,
  addReaction,
  at,
  copyData,
  createComment,
  createIssue,
  createMilestone,
  currentIssue,
  disownComment,
  disownIssue,
  ensureLabels,
  ensureUser,
  findLabel,
  isReaction,
  listMilestones,
  lockIssue,
  minimizeComment,
  mutate,
  ownerOf,
  pinIssue,
  type Store,
  type Subject,
  setAssignees,
  setMilestone,
  timestamp,
  updateComment,
  updateIssue,
  updateLabel,
} from './store';

/** How many of each, or whose. */
export type SeedReactions = Partial<Record<ReactionContent, number | readonly string[]>>;

export interface SeedEdit {
  body: string;
  editor?: string;
  editedAt: string;
}

export interface SeedComment {
  /** Null for a deleted account. Unknown ones are created. */
  author?: string | null;
  body: string;
  createdAt?: string;
  minimized?: MinimizedReason;
  reactions?: SeedReactions;
  edits?: readonly SeedEdit[];
}

export interface SeedIssue {
  title: string;
  body?: string | null;
  author?: string | null;
  createdAt?: string;
  /** Unknown ones are created, in a colour of their own. */
  labels?: readonly string[];
  comments?: readonly SeedComment[];
  reactions?: SeedReactions;
  /** A title; created if it does not exist. */
  milestone?: string;
  assignees?: readonly string[];
  pinned?: boolean;
  locked?: boolean;
  lockReason?: LockReason;
  closed?: boolean;
  stateReason?: StateReason;
  edits?: readonly SeedEdit[];
  pullRequest?: boolean;
}

/** Creates them all, or none if one is refused. @returns their numbers, in order */
export function seedIssues(
  store: Store,
  repository: Repository,
  issues: readonly SeedIssue[],
): number[] {
  const before = copyData(store.data);
  try {
    return mutate(store, () => issues.map((issue) => seedIssue(store, repository, issue).number));
  } catch (error) {
    store.data = before;
    throw error;
  }
}

function seedIssue(store: Store, repository: Repository, seed: SeedIssue): Issue {
  const owner = actorFor(ownerOf(store, repository));
  const created = seed.createdAt ?? timestamp(store);
  const issue = at(store, created, () => openIssue(store, owner, repository, seed));
  for (const edit of byTime(seed.edits ?? [], ({ editedAt }) => editedAt)) {
    const editor = edit.editor ? actorFor(ensureUser(store, edit.editor)) : owner;
    at(store, edit.editedAt, () => updateIssue(store, editor, issue, { body: edit.body }));
  }
  for (const comment of byTime(seed.comments ?? [], ({ createdAt }) => createdAt ?? created)) {
    seedComment(store, owner, issue, comment, comment.createdAt ?? created);
  }
  at(store, currentIssue(store, issue).updatedAt, () => moderate(store, owner, issue, seed));
  if (seed.author === null) disownIssue(store, issue);
  return currentIssue(store, issue);
}

function openIssue(store: Store, owner: Actor, repository: Repository, seed: SeedIssue): Issue {
  const labels = seed.labels ?? [];
  for (const name of labels) ensureColouredLabel(store, owner, repository, name);
  const issue = createIssue(store, authorOf(store, owner, seed.author), repository, {
    title: seed.title,
    body: seed.body ?? null,
    templateLabels: labels,
    ...(seed.pullRequest && { pullRequest: PULL_REQUEST }),
  });
  if (seed.milestone) {
    const number = ensureMilestone(store, owner, repository, seed.milestone);
    setMilestone(store, owner, issue, number);
  }
  if (seed.assignees?.length) seedAssignees(store, owner, issue, seed.assignees);
  react(store, { kind: 'issue', id: issue.id }, seed.reactions);
  return currentIssue(store, issue);
}

const PULL_REQUEST = { headRef: 'change', baseRef: 'main', draft: false, mergedAt: null };

function authorOf(store: Store, owner: Actor, login: string | null | undefined): Actor {
  return login ? actorFor(ensureUser(store, login)) : owner;
}

/** Whoever is named becomes assignable by the seed's word alone. */
function seedAssignees(store: Store, owner: Actor, issue: Issue, logins: readonly string[]): void {
  for (const login of logins) ensureUser(store, login);
  setAssignees(store, owner, issue, logins, { anyone: true });
}

function seedComment(
  store: Store,
  owner: Actor,
  issue: Issue,
  seed: SeedComment,
  createdAt: string,
): void {
  const author = authorOf(store, owner, seed.author);
  at(store, createdAt, () => {
    const comment = createComment(store, author, issue, seed.body);
    react(store, { kind: 'comment', id: comment.id }, seed.reactions);
    if (seed.minimized) minimizeComment(store, owner, comment, seed.minimized);
    for (const edit of byTime(seed.edits ?? [], ({ editedAt }) => editedAt)) {
      const editor = edit.editor ? actorFor(ensureUser(store, edit.editor)) : author;
      at(store, edit.editedAt, () => updateComment(store, editor, comment, edit.body));
    }
    if (seed.author === null) disownComment(store, comment);
  });
}

function moderate(store: Store, owner: Actor, issue: Issue, seed: SeedIssue): void {
  if (seed.closed) {
    updateIssue(store, owner, issue, {
      state: 'closed',
      ...(seed.stateReason && { stateReason: seed.stateReason }),
    });
  }
  if (seed.locked) lockIssue(store, owner, issue, seed.lockReason ?? null);
  if (seed.pinned) pinIssue(store, owner, issue);
}

function react(store: Store, subject: Subject, reactions: SeedReactions | undefined): void {
  for (const [content, whose] of Object.entries(reactions ?? {})) {
    if (!isReaction(content)) continue;
    for (const user of reactors(store, whose)) addReaction(store, actorFor(user), subject, content);
  }
}

function reactors(store: Store, whose: number | readonly string[]): User[] {
  if (typeof whose !== 'number') return whose.map((login) => ensureUser(store, login));
  return Array.from({ length: whose }, (_, index) => ensureUser(store, `reader-${index + 1}`));
}

function ensureMilestone(
  store: Store,
  owner: Actor,
  repository: Repository,
  title: string,
): number {
  const existing = listMilestones(store, repository).find((one) => one.title === title);
  return (existing ?? createMilestone(store, owner, repository, { title })).number;
}

function ensureColouredLabel(
  store: Store,
  owner: Actor,
  repository: Repository,
  name: string,
): void {
  if (findLabel(store, repository, name)) return;
  const [label] = ensureLabels(store, owner, repository, [name]);
  if (label) updateLabel(store, owner, label, { color: colorOf(name) });
}

const COLORS = ['1d76db', '0e8a16', 'b60205', '5319e7', 'd93f0b', '006b75', 'bfdadc', 'fef2c0'];

/** The same name, the same colour. */
function colorOf(name: string): string {
  const sum = Array.from(name.toLowerCase()).reduce(
    (total, character) => total + (character.codePointAt(0) ?? 0),
    0,
  );
  return COLORS[sum % COLORS.length] ?? 'ededed';
}

function byTime<Record>(records: readonly Record[], timeOf: (record: Record) => string): Record[] {
  return [...records].sort((a, b) => Date.parse(timeOf(a)) - Date.parse(timeOf(b)));
}
