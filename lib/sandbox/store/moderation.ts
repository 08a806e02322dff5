/** Locking and pinning. */
import type { Actor, Issue, LockReason } from '../model';
import { mutate, type Store, timestamp } from './core';
import { SandboxError } from './errors';
import { emitAbout, issueEvent, putIssue } from './issue-records';
import { currentIssue, isPinned, repositoryOf } from './lookup';
import { requirePermission } from './permissions';
import { replaceRepository } from './repositories';

const MAX_PINNED = 3;

export function lockIssue(
  store: Store,
  actor: Actor,
  record: { id: number },
  reason: LockReason | null = null,
): Issue {
  const before = currentIssue(store, record);
  requirePermission(store, repositoryOf(store, before), actor, 'write');
  if (before.locked && before.lockReason === reason) return before;
  return mutate(store, () => {
    const issue = putIssue(store, {
      ...before,
      locked: true,
      lockReason: reason,
      events: [...before.events, issueEvent(store, actor, 'locked', { lockReason: reason })],
      updatedAt: timestamp(store),
    });
    emitAbout(store, actor, issue, { action: 'locked' });
    return issue;
  });
}

export function unlockIssue(store: Store, actor: Actor, record: { id: number }): Issue {
  const before = currentIssue(store, record);
  requirePermission(store, repositoryOf(store, before), actor, 'write');
  if (!before.locked) return before;
  return mutate(store, () => {
    const issue = putIssue(store, {
      ...before,
      locked: false,
      lockReason: null,
      events: [...before.events, issueEvent(store, actor, 'unlocked')],
      updatedAt: timestamp(store),
    });
    emitAbout(store, actor, issue, { action: 'unlocked' });
    return issue;
  });
}

/** @throws SandboxError `unprocessable` for a fourth one: GitHub pins three */
export function pinIssue(store: Store, actor: Actor, record: { id: number }): Issue {
  const before = currentIssue(store, record);
  const repository = repositoryOf(store, before);
  requirePermission(store, repository, actor, 'write');
  if (isPinned(store, before)) return before;
  if (repository.pinned.length >= MAX_PINNED) {
    throw new SandboxError('unprocessable', 'Maximum 3 pinned issues per repository');
  }
  return mutate(store, () => {
    const pinned = [...repository.pinned, { issueId: before.id, userId: actor.user.id }];
    replaceRepository(store, { ...repository, pinned });
    return notePin(store, actor, before, 'pinned');
  });
}

export function unpinIssue(store: Store, actor: Actor, record: { id: number }): Issue {
  const before = currentIssue(store, record);
  const repository = repositoryOf(store, before);
  requirePermission(store, repository, actor, 'write');
  if (!isPinned(store, before)) return before;
  return mutate(store, () => {
    const pinned = repository.pinned.filter(({ issueId }) => issueId !== before.id);
    replaceRepository(store, { ...repository, pinned });
    return notePin(store, actor, before, 'unpinned');
  });
}

function notePin(store: Store, actor: Actor, before: Issue, action: 'pinned' | 'unpinned'): Issue {
  const issue = putIssue(store, {
    ...before,
    events: [...before.events, issueEvent(store, actor, action)],
    updatedAt: timestamp(store),
  });
  emitAbout(store, actor, issue, { action });
  return issue;
}
