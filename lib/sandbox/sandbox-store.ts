/** The store a sandbox starts with: the snapshot's, or a new world, with the site's hook. */
import { seedBlog } from './seed';
import { keepSnapshot, loadSnapshot } from './snapshot';
import { createStore, findRepository, type Store } from './store';
import { setSiteHook } from './webhooks/hooks';
import { createWorld } from './world';

export interface SandboxOptions {
  /** Where the site listens for webhooks, and its secret; without it there is no hook. */
  hook?: { url: string; secret: string | null } | null;
  /** Where the store is kept over a restart; without it nothing is. */
  snapshotFile?: string | null;
  /** Whether a new blog comes with its sample posts. Default false. */
  seed?: boolean;
  /** How many calls an hour each account has. Default 5,000, as on GitHub. */
  hourlyLimit?: number;
}

/** @param origin where the server answers, without a trailing slash */
export async function createSandboxStore(
  options: SandboxOptions,
  origin: string,
): Promise<{ store: Store; save(): Promise<void> }> {
  const store = createStore({ origin, hourlyLimit: options.hourlyLimit });
  const file = options.snapshotFile;
  if (!file || !(await loadSnapshot(store, file))) {
    createWorld(store);
    if (options.seed) seedBlog(store);
  }
  const blog = findRepository(store, 'octocat', 'blog');
  if (options.hook && blog) setSiteHook(store, blog, options.hook);
  const keeper = file ? keepSnapshot(store, file) : null;
  return { store, save: async () => keeper?.flush() };
}
