/** Issues that go: deleted for good, moved to another repository, or left by their author. */
import type { Actor, Issue, Repository } from '../model';
import { mutate, nextId, type Store, timestamp } from './core';
import { invalid } from './errors';
import { emitAbout, issueEvent, putIssue } from './issue-records';
import { ensureLabels } from './labelling';
import {
  commentsOf,
  currentIssue,
  findLabel,
  labelsOf,
  repositoryById,
  repositoryOf,
} from './lookup';
import { requirePermission } from './permissions';
import { replaceRepository } from './repositories';

/** Deletes an issue for good; the event carries it as it last was. @throws unless admin */
export function deleteIssue(store: Store, actor: Actor, record: { id: number }): void {
  const issue = currentIssue(store, record);
  const repository = repositoryOf(store, issue);
  requirePermission(store, repository, actor, 'admin');
  mutate(store, () => {
    emitAbout(store, actor, issue, { action: 'deleted' });
    forget(store, issue);
    store.data.deletedNumbers.add(`${repository.id}/${issue.number}`);
  });
}

function forget(store: Store, issue: Issue): void {
  for (const id of issue.commentIds) store.data.comments.delete(id);
  store.data.issues.delete(issue.id);
  store.data.issueNumbers.delete(`${issue.repositoryId}/${issue.number}`);
  const repository = repositoryOf(store, issue);
  if (repository.pinned.some(({ issueId }) => issueId === issue.id)) {
    const pinned = repository.pinned.filter(({ issueId }) => issueId !== issue.id);
    replaceRepository(store, { ...repository, pinned });
  }
}

/**
 * Moves an issue with its comments and reactions. It gets a new number and id; labels of the same
 * name come along, others are left behind unless `createLabels` is set.
 * Emits `opened` at the destination and `transferred` at the source.
 */
export function transferIssue(
  store: Store,
  actor: Actor,
  record: { id: number },
  destination: Repository,
  options: { createLabels?: boolean } = {},
): Issue {
  const issue = currentIssue(store, record);
  const source = repositoryOf(store, issue);
  requirePermission(store, source, actor, 'write');
  requirePermission(store, destination, actor, 'write');
  if (source.id === destination.id) throw invalid('Issue', 'repository', 'invalid');
  return mutate(store, () => {
    const names = labelsOf(store, issue).map(({ name }) => name);
    const labels = options.createLabels
      ? ensureLabels(store, actor, destination, names)
      : names.flatMap((name) => findLabel(store, destination, name) ?? []);
    const target = repositoryById(store, destination.id);
    const moved: Issue = {
      ...issue,
      id: nextId(store, 'issue'),
      repositoryId: target.id,
      number: target.nextNumber,
      labelIds: labels.map(({ id }) => id),
      milestoneId: null,
      updatedAt: timestamp(store),
      events: [...issue.events, issueEvent(store, actor, 'transferred')],
    };
    const comments = commentsOf(store, issue);
    forget(store, issue);
    replaceRepository(store, { ...target, nextNumber: target.nextNumber + 1 });
    for (const comment of comments) {
      store.data.comments.set(comment.id, {
        ...comment,
        issueId: moved.id,
        repositoryId: target.id,
      });
    }
    putIssue(store, moved);
    store.data.issueNumbers.set(`${target.id}/${moved.number}`, moved.id);
    const { transferredNumbers } = store.data;
    // Addresses from earlier transfers lead to where it is now as well.
    for (const [address, id] of transferredNumbers) {
      if (id === issue.id) transferredNumbers.set(address, moved.id);
    }
    transferredNumbers.set(`${source.id}/${issue.number}`, moved.id);
    const now = repositoryById(store, target.id);
    emitAbout(store, actor, moved, {
      action: 'opened',
      transferredFrom: { issue, repository: repositoryById(store, source.id) },
    });
    emitAbout(store, actor, issue, {
      action: 'transferred',
      transferredTo: { issue: moved, repository: now },
    });
    return moved;
  });
}

/** Makes what somebody wrote a long time ago belong to nobody, as after deleting an account. */
export function disownIssue(store: Store, record: { id: number }): Issue {
  return mutate(store, () => putIssue(store, { ...currentIssue(store, record), authorId: null }));
}
