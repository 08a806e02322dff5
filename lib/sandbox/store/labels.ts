/** The labels of a repository. */
import type { Actor, Label, Permission, Repository } from '../model';
import { emit, mutate, nextId, type Store, timestamp } from './core';
import { invalid } from './errors';
import { emitAbout, putIssue } from './issue-records';
import { findLabel, listIssues, repositoryOf } from './lookup';
import { requirePermission } from './permissions';
import { withoutUndefined } from './repositories';

export interface LabelInput {
  name: string;
  color?: string | undefined;
  description?: string | null | undefined;
}

/** @param needed who may: writers on purpose, triagers by putting an unknown label on an issue */
export function createLabel(
  store: Store,
  actor: Actor,
  repository: Repository,
  input: LabelInput,
  needed: Permission = 'write',
): Label {
  requirePermission(store, repository, actor, needed);
  const name = checkedName(store, repository, input.name, null);
  const time = timestamp(store);
  const label: Label = {
    id: nextId(store, 'label'),
    repositoryId: repository.id,
    name,
    color: checkedColor(input.color ?? 'ededed'),
    description: input.description ?? null,
    default: false,
    createdAt: time,
    updatedAt: time,
  };
  return mutate(store, () => {
    store.data.labels.set(label.id, label);
    emit(store, { event: 'label', action: 'created', repository, actor, label });
    return label;
  });
}

/** Renames, recolours or describes. Issues keep the label; only `label.edited` tells. */
export function updateLabel(
  store: Store,
  actor: Actor,
  before: Label,
  patch: Partial<LabelInput>,
): Label {
  const repository = repositoryOf(store, before);
  requirePermission(store, repository, actor, 'write');
  const label: Label = {
    ...before,
    ...withoutUndefined({
      name: patch.name && checkedName(store, repository, patch.name, before),
      color: patch.color && checkedColor(patch.color),
      description: patch.description,
    }),
    updatedAt: timestamp(store),
  };
  return mutate(store, () => {
    store.data.labels.set(label.id, label);
    const changes = {
      ...(before.name !== label.name && { name: before.name }),
      ...(before.color !== label.color && { color: before.color }),
      ...(before.description !== label.description && { description: before.description }),
    };
    emit(store, { event: 'label', action: 'edited', repository, actor, label, changes });
    return label;
  });
}

/** Deletes a label: `unlabeled` without a label for each issue that carried it, and `label.deleted`. */
export function deleteLabel(store: Store, actor: Actor, label: Label): void {
  const repository = repositoryOf(store, label);
  requirePermission(store, repository, actor, 'write');
  mutate(store, () => {
    store.data.labels.delete(label.id);
    for (const before of listIssues(store, repository)) {
      if (!before.labelIds.includes(label.id)) continue;
      const issue = putIssue(store, {
        ...before,
        labelIds: before.labelIds.filter((id) => id !== label.id),
        updatedAt: timestamp(store),
      });
      emitAbout(store, actor, issue, { action: 'unlabeled', label: null });
    }
    emit(store, { event: 'label', action: 'deleted', repository, actor, label });
  });
}

function checkedName(store: Store, repository: Repository, text: string, self: Label | null) {
  const name = text.trim();
  if (!name) throw invalid('Label', 'name', 'missing_field');
  if (Array.from(name).length > 50) {
    throw invalid('Label', 'name', 'custom', 'name is too long (maximum is 50 characters)');
  }
  const taken = findLabel(store, repository, name);
  if (taken && taken.id !== self?.id) throw invalid('Label', 'name', 'already_exists');
  return name;
}

function checkedColor(text: string): string {
  const color = text.replace(/^#/, '').toLowerCase();
  if (!/^[0-9a-f]{6}$/.test(color)) throw invalid('Label', 'color', 'invalid');
  return color;
}
