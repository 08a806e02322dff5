/** The store a sandbox starts with: the snapshot's, or a new one with its people and repositories. */
import { createStore, type Store } from './store';
import { createWorld } from './world';

export interface SandboxOptions {
  /** Where the site listens for webhooks, and its secret; without it there is no hook. */
  hook?: { url: string; secret: string | null } | null;
}

export async function createSandboxStore(
  _options: SandboxOptions,
  origin: string,
): Promise<{ store: Store; save(): Promise<void> }> {
  const store = createStore({ origin });
  createWorld(store);
  return { store, save: async () => {} };
}
