/** Commenting and reacting. */
import type { ReactionContent } from '../../model';
import {
  addReaction,
  createComment,
  currentComment,
  currentIssue,
  deleteComment,
  isReaction,
  removeReaction,
  type Store,
  updateComment,
} from '../../store';
import { requireText } from '../arguments';
import { groupReactions, type Reactable } from '../objects/reaction';
import type { Arguments } from '../types';
import type { Mutation } from './mutation';
import { commentById, issueById, reactableById } from './nodes';

export const commentMutations: Readonly<Record<string, Mutation>> = {
  addComment(input, store, actor) {
    const issue = issueById(store, actor, requireText(input, 'subjectId'));
    const comment = createComment(store, actor, issue, requireText(input, 'body'));
    const edge = { node: comment, key: [comment.createdAt, comment.id] };
    return { commentEdge: edge, timelineEdge: edge, subject: currentIssue(store, issue) };
  },
  updateIssueComment(input, store, actor) {
    const comment = commentById(store, actor, requireText(input, 'id'));
    return { issueComment: updateComment(store, actor, comment, requireText(input, 'body')) };
  },
  deleteIssueComment(input, store, actor) {
    deleteComment(store, actor, commentById(store, actor, requireText(input, 'id')));
    return {};
  },
  addReaction(input, store, actor) {
    const target = reactableById(store, actor, requireText(input, 'subjectId'));
    const { reaction } = addReaction(store, actor, target, contentOf(input));
    const subject = currentReactable(store, target);
    return { reaction: { reaction, subject }, reactionGroups: groupReactions(subject), subject };
  },
  removeReaction(input, store, actor) {
    const target = reactableById(store, actor, requireText(input, 'subjectId'));
    const reaction = removeReaction(store, actor, target, contentOf(input));
    const subject = currentReactable(store, target);
    return {
      reaction: reaction && { reaction, subject },
      reactionGroups: groupReactions(subject),
      subject,
    };
  },
};

function currentReactable(
  store: Store,
  target: { kind: 'issue' | 'comment'; id: number },
): Reactable {
  return target.kind === 'issue' ? currentIssue(store, target) : currentComment(store, target);
}

function contentOf(input: Arguments): ReactionContent {
  const content = requireText(input, 'content');
  if (!isReaction(content)) throw new Error(`The schema let the reaction ${content} through.`);
  return content;
}
