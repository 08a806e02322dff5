/** Reactions to issues and comments. GitHub sends no webhook for them, and moves no `updatedAt`. */
import type { Actor, Comment, Issue, Reaction, ReactionContent } from '../model';
import { putComment } from './comments';
import { mutate, nextId, type Store, timestamp } from './core';
import { forbidden, notFound } from './errors';
import { putIssue } from './issue-records';
import { issueOf, repositoryOf } from './lookup';
import { mayDiscuss, requireParticipation } from './permissions';

/** REST's spellings of GraphQL's `ReactionContent`. */
export const REST_REACTIONS = {
  THUMBS_UP: '+1',
  THUMBS_DOWN: '-1',
  LAUGH: 'laugh',
  HOORAY: 'hooray',
  CONFUSED: 'confused',
  HEART: 'heart',
  ROCKET: 'rocket',
  EYES: 'eyes',
} as const satisfies Record<ReactionContent, string>;

export type Subject = { kind: 'issue'; id: number } | { kind: 'comment'; id: number };

/** Adds the actor's reaction; a second one of the same kind changes nothing. */
export function addReaction(
  store: Store,
  actor: Actor,
  subject: Subject,
  content: ReactionContent,
): { reaction: Reaction; created: boolean } {
  const record = requireReactable(store, actor, subject);
  const existing = record.reactions.find(
    (one) => one.userId === actor.user.id && one.content === content,
  );
  if (existing) return { reaction: existing, created: false };
  const reaction: Reaction = {
    id: nextId(store, 'reaction'),
    userId: actor.user.id,
    content,
    createdAt: timestamp(store),
  };
  replaceReactions(store, subject, [...record.reactions, reaction]);
  return { reaction, created: true };
}

/** Takes the actor's reaction of that kind away, if there is one. */
export function removeReaction(
  store: Store,
  actor: Actor,
  subject: Subject,
  content: ReactionContent,
): Reaction | null {
  const { reactions } = requireReactable(store, actor, subject);
  const mine = reactions.find((one) => one.userId === actor.user.id && one.content === content);
  if (!mine) return null;
  replaceReactions(
    store,
    subject,
    reactions.filter((one) => one !== mine),
  );
  return mine;
}

/** REST deletes by id. @throws SandboxError for an unknown one or somebody else's */
export function deleteReaction(store: Store, actor: Actor, subject: Subject, id: number): void {
  const { reactions } = requireReactable(store, actor, subject);
  const reaction = reactions.find((one) => one.id === id);
  if (!reaction) throw notFound();
  if (reaction.userId !== actor.user.id) throw forbidden();
  replaceReactions(
    store,
    subject,
    reactions.filter((one) => one !== reaction),
  );
}

export interface ReactionGroup {
  content: ReactionContent;
  /** Of existing accounts, oldest first. */
  userIds: number[];
  /** The first one's time. */
  createdAt: string | null;
}

/** All eight groups in GitHub's order, empty ones too. */
export function reactionGroups(record: { reactions: readonly Reaction[] }): ReactionGroup[] {
  return Object.keys(REST_REACTIONS)
    .filter(isReaction)
    .map((content) => {
      const those = record.reactions.filter((one) => one.content === content);
      return {
        content,
        userIds: those.map(({ userId }) => userId),
        createdAt: those[0]?.createdAt ?? null,
      };
    });
}

export function isReaction(text: string): text is ReactionContent {
  return Object.hasOwn(REST_REACTIONS, text);
}

function requireReactable(store: Store, actor: Actor, subject: Subject): Issue | Comment {
  const record = subjectRecord(store, subject);
  const issue = 'issueId' in record ? issueOf(store, record) : record;
  const repository = repositoryOf(store, issue);
  requireParticipation(store, repository, actor);
  if (!mayDiscuss(store, repository, actor, issue)) {
    throw forbidden('Unable to react because issue is locked.');
  }
  return record;
}

function subjectRecord(store: Store, { kind, id }: Subject): Issue | Comment {
  const record = kind === 'issue' ? store.data.issues.get(id) : store.data.comments.get(id);
  if (!record) throw notFound();
  return record;
}

function replaceReactions(store: Store, subject: Subject, reactions: readonly Reaction[]): void {
  mutate(store, () => {
    const record = subjectRecord(store, subject);
    if ('issueId' in record) putComment(store, { ...record, reactions });
    else putIssue(store, { ...record, reactions });
  });
}
