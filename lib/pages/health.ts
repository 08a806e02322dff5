/** The state of this process, for whoever watches it. */

import { version } from '../../package.json';
import { findCacheState } from '../cache/cache-state';
import { getShared } from '../cache/shared';
import { isLow } from '../github/allowance';
import { type Blog, getBlog } from '../posts/blog';
import type { TurnState } from '../reconcile/run';

export interface Health {
  status: 'ok' | 'unconfigured';
  version: string;
  node: string;
  github: GitHubHealth | null;
  /** Pages in memory; null where the platform keeps them. */
  cache: { pages: number; bytes: number } | null;
  /** Whether Redis answers; null without one. */
  redis: 'ok' | 'failing' | null;
  /** When changes were last looked for that no delivery told of, and what that gave. */
  reconciled: TurnState | null;
  lastDelivery: { id: string; event: string; status: number; at: string } | null;
}

interface GitHubHealth {
  repository: string;
  /** How the last call ended; `unknown` before the first. */
  state: 'ok' | 'failing' | 'unknown';
  /** The name of what went wrong. */
  failure: string | null;
  /** What is left of the hour's calls; `isLow` while readers make do with what is known. */
  calls: { limit: number; remaining: number; resetAt: string; isLow: boolean } | null;
  posts: number;
  lastRead: string | null;
}

declare global {
  var issuepressLastDelivery: Health['lastDelivery'] | undefined;
}

/** Remembers the delivery that was handled last in this process. */
export function noteDelivery(delivery: NonNullable<Health['lastDelivery']>): void {
  globalThis.issuepressLastDelivery = delivery;
}

/** @throws ConfigError for a malformed setting */
export function getHealth(): Health {
  const blog = getBlog();
  const shared = getShared();
  return {
    status: blog ? 'ok' : 'unconfigured',
    version,
    node: process.version,
    github: blog && githubHealth(blog),
    cache: findCacheState(),
    redis: shared && (shared.isOpen() ? 'ok' : 'failing'),
    reconciled: globalThis.issuepressLastTurn ?? null,
    lastDelivery: globalThis.issuepressLastDelivery ?? null,
  };
}

function githubHealth({ github, index }: Blog): GitHubHealth {
  const posts = index.peek();
  const last = github.lastCall();
  const left = github.allowance();
  return {
    repository: `${github.repository.owner}/${github.repository.name}`,
    state: last ? (last.failure ? 'failing' : 'ok') : 'unknown',
    failure: last?.failure ?? null,
    calls: left && { ...left, resetAt: new Date(left.resetAt).toISOString(), isLow: isLow(left) },
    posts: posts?.posts.size ?? 0,
    lastRead: posts ? new Date(posts.askedAt).toISOString() : null,
  };
}
