/** Who listens. */
import type { Actor, Hook, Repository } from '../model';
import { emit, invalid, mutate, nextId, type Store, timestamp } from '../store';

export interface HookInput {
  url: string;
  secret?: string | null | undefined;
  /** `*` for all. Default: push, as on GitHub. */
  events?: readonly string[] | undefined;
  contentType?: 'json' | 'form' | undefined;
  active?: boolean | undefined;
}

/** Adds a repository's hook and pings it. */
export function createHook(
  store: Store,
  actor: Actor,
  repository: Repository,
  input: HookInput,
): Hook {
  const same = hooksOf(store, repository).find(({ url }) => url === input.url);
  if (same) throw invalid('Hook', 'url', 'custom', 'Hook already exists on this repository');
  const hook = addHook(store, { kind: 'repository', repositoryId: repository.id }, input);
  pingHook(store, actor, repository, hook);
  return hook;
}

/** Adds a hook without a ping: the site's own at the start, or an App's. */
export function addHook(store: Store, target: Hook['target'], input: HookInput): Hook {
  const time = timestamp(store);
  const hook: Hook = {
    id: nextId(store, 'hook'),
    target,
    url: checkedUrl(input.url),
    contentType: input.contentType ?? 'json',
    secret: input.secret ?? null,
    events: input.events ?? ['push'],
    active: input.active ?? true,
    createdAt: time,
    updatedAt: time,
  };
  return mutate(store, () => {
    store.hooks.set(hook.id, hook);
    return hook;
  });
}

export function updateHook(store: Store, before: Hook, patch: Partial<HookInput>): Hook {
  const hook: Hook = {
    ...before,
    url: patch.url === undefined ? before.url : checkedUrl(patch.url),
    contentType: patch.contentType ?? before.contentType,
    secret: patch.secret === undefined ? before.secret : patch.secret,
    events: patch.events ?? before.events,
    active: patch.active ?? before.active,
    updatedAt: timestamp(store),
  };
  return mutate(store, () => {
    store.hooks.set(hook.id, hook);
    return hook;
  });
}

export function deleteHook(store: Store, hook: Hook): void {
  mutate(store, () => store.hooks.delete(hook.id));
}

export function pingHook(store: Store, actor: Actor, repository: Repository, hook: Hook): void {
  emit(store, { event: 'ping', repository, actor, hook });
}

/** A repository's own hooks, oldest first. */
export function hooksOf(store: Store, repository: Repository): Hook[] {
  return [...store.hooks.values()].filter(
    ({ target }) => target.kind === 'repository' && target.repositoryId === repository.id,
  );
}

/**
 * The hook of the demo's site on a repository: made if there is none, else led to the new address
 * and secret. Sends no ping.
 */
export function setSiteHook(
  store: Store,
  repository: Repository,
  { url, secret }: { url: string; secret: string | null },
): Hook {
  const [existing] = hooksOf(store, repository);
  if (existing) return updateHook(store, existing, { url, secret });
  const target = { kind: 'repository', repositoryId: repository.id } as const;
  return addHook(store, target, { url, secret, events: ['*'] });
}

function checkedUrl(url: string): string {
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw invalid('Hook', 'url', 'custom', 'url is not a valid address');
  }
  return url;
}
