/** Reactions to issues and comments. */
import type { Comment, Issue, Reaction, ReactionContent } from '../../model';
import {
  isReaction,
  issueOf,
  mayDiscuss,
  nodeId,
  REST_REACTIONS,
  repositoryOf,
  userById,
} from '../../store';
import { readObject, readText } from '../arguments';
import { connect, type ListOrder, sortBy } from '../pagination';
import type { Fields, GraphQLContext } from '../types';

export type Reactable = Issue | Comment;

/** A reaction does not know what it reacts to, so the two travel together. */
export interface ReactionTo {
  reaction: Reaction;
  subject: Reactable;
}

export interface ReactionGroup {
  content: ReactionContent;
  subject: Reactable;
  /** Oldest first. */
  reactions: Reaction[];
}

export const reactableFields: Fields<Reactable> = {
  reactionGroups: groupReactions,
  reactions: (subject, args, context) => {
    const content = readText(args, 'content');
    const descending = readText(readObject(args, 'orderBy'), 'direction') === 'DESC';
    const order: ListOrder<ReactionTo> = {
      key: ({ reaction }) => [reaction.createdAt, reaction.id],
      descending,
    };
    const chosen = subject.reactions
      .filter((reaction) => content === null || reaction.content === content)
      .map((reaction): ReactionTo => ({ reaction, subject }));
    return connect(sortBy(chosen, order), args, order, {
      viewerHasReacted: chosen.some(({ reaction }) => isOwn(reaction, context)),
    });
  },
  viewerCanReact: (subject, _, { store, actor }) => {
    const issue = 'issueId' in subject ? issueOf(store, subject) : subject;
    return mayDiscuss(store, repositoryOf(store, issue), actor, issue);
  },
};

/** All eight groups, in GitHub's order, empty ones included. */
export function groupReactions(subject: Reactable): ReactionGroup[] {
  return Object.keys(REST_REACTIONS)
    .filter(isReaction)
    .map((content) => ({
      content,
      subject,
      reactions: subject.reactions.filter((reaction) => reaction.content === content),
    }));
}

export const reactionGroupFields: Fields<ReactionGroup> = {
  content: ({ content }) => content,
  createdAt: ({ reactions }) => reactions[0]?.createdAt ?? null,
  subject: ({ subject }) => subject,
  viewerHasReacted: ({ reactions }, _, context) =>
    reactions.some((reaction) => isOwn(reaction, context)),
  reactors: ({ reactions }, args, { store }) => {
    const places = new Map(reactions.map(({ userId, id }) => [userId, id]));
    const users = reactions.flatMap(({ userId }) => userById(store, userId) ?? []);
    return connect(users, args, { key: ({ id }) => [places.get(id) ?? 0] });
  },
};

export const reactionFields: Fields<ReactionTo> = {
  id: ({ reaction }) => nodeId('Reaction', reaction.id),
  databaseId: ({ reaction }) => reaction.id,
  content: ({ reaction }) => reaction.content,
  createdAt: ({ reaction }) => reaction.createdAt,
  user: ({ reaction }, _, { store }) => userById(store, reaction.userId),
  reactable: ({ subject }) => subject,
};

function isOwn(reaction: Reaction, { actor }: GraphQLContext): boolean {
  return reaction.userId === actor.user.id;
}
