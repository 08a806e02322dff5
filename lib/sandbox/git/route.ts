/** `/OWNER/REPO.git`: public repositories are cloned by anybody, private ones with a token. */
import type { Handler } from '../http';
import { canRead, findRepository, type Store } from '../store';
import { serveRepository } from './http-backend';
import { createGitMirror, type GitMirror } from './mirror';

const mirrors = new WeakMap<Store, GitMirror>();

export const handle: Handler = async (request) => {
  const match = /^\/([\w-]+)\/([\w.-]+?)\.git(\/.*)?$/.exec(request.path);
  const [, owner, name, path = ''] = match ?? [];
  if (!owner || !name) return null;
  const { primary, actor } = request;
  const repository = findRepository(primary, owner, name);
  if (!repository || !canRead(primary, repository, actor))
    return { status: 404, body: 'Not Found\n' };
  if (path === '') return { status: 302, headers: { location: `/${owner}/${name}` } };
  const mirror = mirrors.get(primary) ?? createGitMirror(primary);
  mirrors.set(primary, mirror);
  return serveRepository(await mirror.update(repository), path, request);
};

/** Removes the store's repositories from the disk. */
export async function closeGit(store: Store): Promise<void> {
  await mirrors.get(store)?.close();
  mirrors.delete(store);
}
