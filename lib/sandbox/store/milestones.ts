/** The milestones of a repository. */
import type { Actor, Milestone, Repository } from '../model';
import { emit, mutate, nextId, type Store, timestamp } from './core';
import { invalid } from './errors';
import { putIssue } from './issue-records';
import { listIssues, listMilestones, repositoryOf } from './lookup';
import { requirePermission } from './permissions';
import { withoutUndefined } from './repositories';

export interface MilestoneInput {
  title: string;
  description?: string | null | undefined;
  state?: 'open' | 'closed' | undefined;
  dueOn?: string | null | undefined;
}

export function createMilestone(
  store: Store,
  actor: Actor,
  repository: Repository,
  input: MilestoneInput,
): Milestone {
  requirePermission(store, repository, actor, 'write');
  const existing = listMilestones(store, repository);
  const time = timestamp(store);
  const closed = input.state === 'closed';
  const milestone: Milestone = {
    id: nextId(store, 'milestone'),
    repositoryId: repository.id,
    number: Math.max(0, ...existing.map(({ number }) => number)) + 1,
    title: checkedTitle(existing, input.title),
    description: input.description ?? null,
    state: closed ? 'closed' : 'open',
    creatorId: actor.user.id,
    dueOn: input.dueOn ?? null,
    createdAt: time,
    updatedAt: time,
    closedAt: closed ? time : null,
  };
  return mutate(store, () => {
    store.data.milestones.set(milestone.id, milestone);
    emit(store, { event: 'milestone', action: 'created', repository, actor, milestone });
    return milestone;
  });
}

export function updateMilestone(
  store: Store,
  actor: Actor,
  before: Milestone,
  patch: Partial<MilestoneInput>,
): Milestone {
  const repository = repositoryOf(store, before);
  requirePermission(store, repository, actor, 'write');
  const others = listMilestones(store, repository).filter(({ id }) => id !== before.id);
  const time = timestamp(store);
  const state = patch.state ?? before.state;
  const milestone: Milestone = {
    ...before,
    ...withoutUndefined({
      title: patch.title === undefined ? undefined : checkedTitle(others, patch.title),
      description: patch.description,
      dueOn: patch.dueOn,
    }),
    state,
    closedAt: state === 'closed' ? (before.closedAt ?? time) : null,
    updatedAt: time,
  };
  return mutate(store, () => {
    store.data.milestones.set(milestone.id, milestone);
    const happened = { event: 'milestone', repository, actor, milestone } as const;
    const changes = {
      ...(before.title !== milestone.title && { title: before.title }),
      ...(before.description !== milestone.description && { description: before.description }),
      ...(before.dueOn !== milestone.dueOn && { due_on: before.dueOn }),
    };
    if (Object.keys(changes).length) emit(store, { ...happened, action: 'edited', changes });
    if (before.state !== state) {
      emit(store, { ...happened, action: state === 'closed' ? 'closed' : 'opened' });
    }
    return milestone;
  });
}

/** Deletes a milestone; its issues stay, in no milestone. */
export function deleteMilestone(store: Store, actor: Actor, milestone: Milestone): void {
  const repository = repositoryOf(store, milestone);
  requirePermission(store, repository, actor, 'write');
  mutate(store, () => {
    for (const issue of listIssues(store, repository)) {
      if (issue.milestoneId !== milestone.id) continue;
      putIssue(store, { ...issue, milestoneId: null, updatedAt: timestamp(store) });
    }
    emit(store, { event: 'milestone', action: 'deleted', repository, actor, milestone });
    store.data.milestones.delete(milestone.id);
  });
}

function checkedTitle(others: readonly Milestone[], text: string): string {
  const title = text.trim();
  if (!title) throw invalid('Milestone', 'title', 'missing_field');
  if (others.some((one) => one.title === title)) {
    throw invalid('Milestone', 'title', 'already_exists');
  }
  return title;
}
