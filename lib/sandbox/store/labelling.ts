/** Which labels an issue carries. Every label that comes or goes is one event. */
import type { Actor, Issue, Label, Repository } from '../model';
import { mutate, type Store, timestamp } from './core';
import { notFound } from './errors';
import { emitAbout, issueEvent, putIssue } from './issue-records';
import { createLabel } from './labels';
import { currentIssue, findLabel, labelsOf, repositoryOf } from './lookup';
import { requirePermission } from './permissions';

/** @param names unknown ones are created, as REST does for people who may push */
export function addLabels(
  store: Store,
  actor: Actor,
  record: { id: number },
  names: readonly string[],
): Issue {
  const repository = repositoryOf(store, currentIssue(store, record));
  requirePermission(store, repository, actor, 'triage');
  return mutate(store, () => {
    for (const label of ensureLabels(store, actor, repository, names)) {
      attach(store, actor, record, label);
    }
    return currentIssue(store, record);
  });
}

/** @throws SandboxError `not-found` if the issue does not carry it */
export function removeLabel(
  store: Store,
  actor: Actor,
  record: { id: number },
  name: string,
): Issue {
  const issue = currentIssue(store, record);
  const repository = repositoryOf(store, issue);
  requirePermission(store, repository, actor, 'triage');
  const label = findLabel(store, repository, name);
  if (!label || !issue.labelIds.includes(label.id)) throw notFound('Label does not exist');
  return mutate(store, () => detach(store, actor, issue, label));
}

/** Replaces the whole set. */
export function setLabels(
  store: Store,
  actor: Actor,
  record: { id: number },
  names: readonly string[],
): Issue {
  const issue = currentIssue(store, record);
  const repository = repositoryOf(store, issue);
  requirePermission(store, repository, actor, 'triage');
  return mutate(store, () => {
    const wanted = ensureLabels(store, actor, repository, names);
    for (const label of labelsOf(store, issue)) {
      if (!wanted.includes(label)) detach(store, actor, issue, label);
    }
    for (const label of wanted) attach(store, actor, issue, label);
    return currentIssue(store, issue);
  });
}

/** The labels of these names, each once, in this order; missing ones are made in grey. */
export function ensureLabels(
  store: Store,
  actor: Actor,
  repository: Repository,
  names: readonly string[],
): Label[] {
  const labels = names
    .filter((name) => name.trim() !== '')
    .map(
      (name) =>
        findLabel(store, repository, name.trim()) ??
        createLabel(store, actor, repository, { name }, 'triage'),
    );
  return [...new Set(labels)];
}

function attach(store: Store, actor: Actor, record: { id: number }, label: Label): void {
  const before = currentIssue(store, record);
  if (before.labelIds.includes(label.id)) return;
  const issue = putIssue(store, {
    ...before,
    labelIds: [...before.labelIds, label.id],
    events: [...before.events, labelEvent(store, actor, 'labeled', label)],
    updatedAt: timestamp(store),
  });
  emitAbout(store, actor, issue, { action: 'labeled', label });
}

function detach(store: Store, actor: Actor, record: { id: number }, label: Label): Issue {
  const before = currentIssue(store, record);
  const issue = putIssue(store, {
    ...before,
    labelIds: before.labelIds.filter((id) => id !== label.id),
    events: [...before.events, labelEvent(store, actor, 'unlabeled', label)],
    updatedAt: timestamp(store),
  });
  emitAbout(store, actor, issue, { action: 'unlabeled', label });
  return issue;
}

function labelEvent(store: Store, actor: Actor, kind: 'labeled' | 'unlabeled', label: Label) {
  return issueEvent(store, actor, kind, { label: { name: label.name, color: label.color } });
}
