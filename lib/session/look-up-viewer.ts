/** Who somebody is, as GitHub says, asked every few minutes at most. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { GitHub } from '../github/client';
import { getViewer } from '../github/get-viewer';
import { mayWrite } from './may-write';
import type { SignInSettings } from './settings';
import type { Viewer } from './viewer';

/** How long what GitHub said is believed, in milliseconds. */
const BELIEVED = 5 * 60_000;

declare global {
  /** On `globalThis`, because Next gives every route its own copy of a module. */
  var issuepressViewers: LRUCache<string, Viewer> | undefined;
}

/**
 * @param github acts as the person
 * @param key tells their sessions apart; only its hash is kept
 * @throws GitHubError
 */
export async function lookUpViewer(
  github: GitHub,
  { publishAuthors }: Pick<SignInSettings, 'publishAuthors'>,
  key: string,
): Promise<Viewer> {
  globalThis.issuepressViewers ??= new LRUCache({ max: 1_000, ttl: BELIEVED });
  const name = createHash('sha256').update(key).digest('base64url');
  const known = globalThis.issuepressViewers.get(name);
  if (known) return known;
  const viewer = await askForViewer(github, { publishAuthors });
  globalThis.issuepressViewers.set(name, viewer);
  return viewer;
}

/** @param github acts as the person @throws GitHubError */
export async function askForViewer(
  github: GitHub,
  { publishAuthors }: Pick<SignInSettings, 'publishAuthors'>,
): Promise<Viewer> {
  const { viewer, permission } = await getViewer(github);
  const { login, name, avatarUrl, url } = viewer;
  return {
    login,
    name: name || login,
    avatarUrl,
    url,
    mayWrite: mayWrite(login, permission, publishAuthors),
  };
}
