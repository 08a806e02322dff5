/** Repositories, their settings and the few files of the default branch. */
import { createHash } from 'node:crypto';
import type { Actor, Permission, Repository, RepositoryFile, User } from '../model';
import { emit, mutate, nextId, type Store, timestamp } from './core';
import { invalid, SandboxError } from './errors';
import { findRepository, fullName, ownerOf, repositoryById } from './lookup';
import { requirePermission } from './permissions';

export interface RepositoryInput {
  owner: User;
  name: string;
  description?: string | null;
  homepage?: string | null;
  private?: boolean;
}

export function createRepository(store: Store, input: RepositoryInput): Repository {
  const time = timestamp(store);
  const repository: Repository = {
    id: nextId(store, 'repository'),
    ownerId: input.owner.id,
    name: input.name,
    description: input.description ?? null,
    homepage: input.homepage ?? null,
    topics: [],
    private: input.private ?? false,
    archived: false,
    hasIssues: true,
    defaultBranch: 'main',
    collaborators: [],
    pinned: [],
    nextNumber: 1,
    formerNames: [],
    createdAt: time,
    updatedAt: time,
    pushedAt: time,
  };
  return mutate(store, () => replaceRepository(store, repository));
}

export interface RepositoryPatch {
  name?: string;
  description?: string | null;
  homepage?: string | null;
  topics?: readonly string[];
  private?: boolean;
  archived?: boolean;
  hasIssues?: boolean;
}

/** Edits the settings or renames. @throws SandboxError unless the actor is admin */
export function updateRepository(
  store: Store,
  actor: Actor,
  record: Repository,
  patch: RepositoryPatch,
): Repository {
  const before = repositoryById(store, record.id);
  requirePermission(store, { ...before, archived: false }, actor, 'admin');
  const { name, ...rest } = patch;
  return mutate(store, () => {
    let repository = replaceRepository(store, {
      ...before,
      ...withoutUndefined(rest),
      updatedAt: timestamp(store),
    });
    emitEdits(store, actor, before, repository);
    if (name && name !== before.name) repository = rename(store, actor, repository, name);
    return repository;
  });
}

function rename(store: Store, actor: Actor, repository: Repository, name: string): Repository {
  const taken = findRepository(store, ownerOf(store, repository).login, name);
  if (taken && taken.id !== repository.id && taken.name.toLowerCase() === name.toLowerCase()) {
    throw invalid('Repository', 'name', 'custom', 'name already exists on this account');
  }
  const renamed = replaceRepository(store, {
    ...repository,
    name,
    formerNames: [...repository.formerNames, fullName(store, repository)],
  });
  emit(store, {
    event: 'repository',
    action: 'renamed',
    repository: renamed,
    actor,
    previousName: repository.name,
  });
  return renamed;
}

function emitEdits(store: Store, actor: Actor, before: Repository, repository: Repository): void {
  const changes = {
    ...(before.description !== repository.description && { description: before.description }),
    ...(before.homepage !== repository.homepage && { homepage: before.homepage }),
    ...(before.topics.join() !== repository.topics.join() && { topics: before.topics }),
  };
  const happened = { event: 'repository', repository, actor } as const;
  if (Object.keys(changes).length) emit(store, { ...happened, action: 'edited', changes });
  if (before.archived !== repository.archived) {
    emit(store, { ...happened, action: repository.archived ? 'archived' : 'unarchived' });
  }
  if (before.private !== repository.private) {
    emit(store, { ...happened, action: repository.private ? 'privatized' : 'publicized' });
  }
}

/** Gives a role, or takes it with `none`. */
export function setCollaborator(
  store: Store,
  record: Repository,
  user: User,
  permission: Permission,
): Repository {
  const repository = repositoryById(store, record.id);
  const others = repository.collaborators.filter(({ userId }) => userId !== user.id);
  const collaborators =
    permission === 'none' ? others : [...others, { userId: user.id, permission }];
  return mutate(store, () => replaceRepository(store, { ...repository, collaborators }));
}

export function replaceRepository(store: Store, repository: Repository): Repository {
  store.data.repositories.set(repository.id, repository);
  return repository;
}

export function findFile(store: Store, repository: Repository, path: string) {
  return store.data.files.get(`${repository.id}:${path}`) ?? null;
}

/** By path. */
export function listFiles(store: Store, repository: Repository): RepositoryFile[] {
  return [...store.data.files.values()]
    .filter((file) => file.repositoryId === repository.id)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export interface FileInput {
  path: string;
  content: Buffer | string;
  message?: string;
  /** The blob id the caller thinks it replaces; checked when given. */
  sha?: string | undefined;
}

/** Writes a file of the default branch. @throws SandboxError `conflict` if `sha` is not the present one */
export function writeFile(
  store: Store,
  actor: Actor,
  repository: Repository,
  input: FileInput,
): RepositoryFile {
  requirePermission(store, repository, actor, 'write');
  const existing = findFile(store, repository, input.path);
  if (input.sha !== undefined && existing?.sha !== input.sha) {
    throw new SandboxError('conflict', `${input.path} does not match ${input.sha}`);
  }
  const content = Buffer.from(input.content);
  const file: RepositoryFile = {
    repositoryId: repository.id,
    path: input.path,
    base64: content.toString('base64'),
    sha: createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex'),
  };
  return mutate(store, () => {
    const time = timestamp(store);
    store.data.files.set(`${repository.id}:${input.path}`, file);
    store.commits.push({
      repositoryId: repository.id,
      message: input.message ?? `${existing ? 'Update' : 'Create'} ${input.path}`,
      authorId: actor.user.id,
      at: time,
    });
    const current = repositoryById(store, repository.id);
    replaceRepository(store, { ...current, pushedAt: time, updatedAt: time });
    return file;
  });
}

export function withoutUndefined<T extends object>(patch: T): Partial<T> {
  const entries = Object.entries(patch).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}
