/** Pinning, locking and folding away. */
import type { LockReason, MinimizedReason } from '../../model';
import { lockIssue, minimizeComment, pinIssue, unlockIssue, unpinIssue } from '../../store';
import { readText, requireText } from '../arguments';
import type { Mutation } from './mutation';
import { commentById, issueById } from './nodes';

export const moderationMutations: Readonly<Record<string, Mutation>> = {
  pinIssue(input, store, actor) {
    const issue = issueById(store, actor, requireText(input, 'issueId'));
    return { issue: pinIssue(store, actor, issue) };
  },
  unpinIssue(input, store, actor) {
    const issue = issueById(store, actor, requireText(input, 'issueId'));
    return { id: requireText(input, 'issueId'), issue: unpinIssue(store, actor, issue) };
  },
  lockLockable(input, store, actor) {
    const issue = issueById(store, actor, requireText(input, 'lockableId'));
    const reason = LOCK_REASONS[readText(input, 'lockReason') ?? ''] ?? null;
    return { actor: actor.user, lockedRecord: lockIssue(store, actor, issue, reason) };
  },
  unlockLockable(input, store, actor) {
    const issue = issueById(store, actor, requireText(input, 'lockableId'));
    return { actor: actor.user, unlockedRecord: unlockIssue(store, actor, issue) };
  },
  minimizeComment(input, store, actor) {
    const comment = commentById(store, actor, requireText(input, 'subjectId'));
    const reason = CLASSIFIERS[requireText(input, 'classifier')] ?? 'resolved';
    return { minimizedComment: minimizeComment(store, actor, comment, reason) };
  },
  unminimizeComment(input, store, actor) {
    const comment = commentById(store, actor, requireText(input, 'subjectId'));
    return { unminimizedComment: minimizeComment(store, actor, comment, null) };
  },
};

const LOCK_REASONS: Readonly<Record<string, LockReason>> = {
  OFF_TOPIC: 'off-topic',
  TOO_HEATED: 'too heated',
  RESOLVED: 'resolved',
  SPAM: 'spam',
};

const CLASSIFIERS: Readonly<Record<string, MinimizedReason>> = {
  ABUSE: 'abuse',
  DUPLICATE: 'duplicate',
  OFF_TOPIC: 'off-topic',
  OUTDATED: 'outdated',
  RESOLVED: 'resolved',
  SPAM: 'spam',
};
