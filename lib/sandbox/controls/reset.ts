/** Back to the beginning. */
import type { SandboxRequest, SandboxResponse } from '../http';
import { setRateLimit } from '../rate-limit';
import { booleanField } from '../rest/fields';
import { emptyData, findRepository, noFaults, type Store } from '../store';
import { hooksOf, setSiteHook } from '../webhooks/hooks';
import { createWorld } from '../world';
import { readObject } from './read';

/** A new world; the blog's hook stays unless `{hooks: false}`. */
export function reset(request: SandboxRequest): SandboxResponse {
  resetStore(request.primary, booleanField(readObject(request), 'hooks') ?? true);
  return { status: 204 };
}

function resetStore(store: Store, keepHook: boolean): void {
  const blog = findRepository(store, 'octocat', 'blog');
  const hook = blog && keepHook ? hooksOf(store, blog)[0] : undefined;
  store.data = emptyData();
  store.ids.last = {};
  store.faults = noFaults();
  store.journal.versions = [];
  store.clock.offset = 0;
  for (const table of [store.tokens, store.apps, store.installations, store.codes, store.hooks]) {
    table.clear();
  }
  store.deliveries.clear();
  store.commits.length = 0;
  store.requests.length = 0;
  setRateLimit(store, { limit: store.hourlyLimit });
  createWorld(store);
  const fresh = findRepository(store, 'octocat', 'blog');
  if (hook && fresh) setSiteHook(store, fresh, { url: hook.url, secret: hook.secret });
}
