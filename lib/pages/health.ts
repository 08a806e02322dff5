/** The state of this process, for whoever watches it. */

import { version } from '../../package.json';
import { getBlog } from '../posts/blog';

export interface Health {
  status: 'ok' | 'unconfigured';
  version: string;
  node: string;
  github: { repository: string; posts: number; lastRead: string | null } | null;
  lastDelivery: { id: string; event: string; status: number; at: string } | null;
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
  const state = blog?.index.peek() ?? null;
  return {
    status: blog ? 'ok' : 'unconfigured',
    version,
    node: process.version,
    github: blog && {
      repository: `${blog.github.repository.owner}/${blog.github.repository.name}`,
      posts: state?.posts.size ?? 0,
      lastRead: state ? new Date(state.askedAt).toISOString() : null,
    },
    lastDelivery: globalThis.issuepressLastDelivery ?? null,
  };
}
