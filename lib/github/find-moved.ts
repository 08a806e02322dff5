/**
 * Where an issue is today that has no number here any more: transferred away and perhaps back again.
 * GraphQL only says that there is none; REST answers with a redirect. Source: "Transferring an
 * issue" and "Get an issue" in GitHub's docs.
 */
import { LRUCache } from 'lru-cache';
import type { Config, Repository } from '../config';
import { numberAt, textAt } from '../unknown-fields';
import { createAuthorization } from './credentials';
import { USER_AGENT } from './user-agent';

export interface MovedFinderOptions {
  credentials: NonNullable<Config['credentials']>;
  repository: Repository;
  apiUrl: string;
}

/** Milliseconds for one question; without an answer the issue counts as gone. */
const PATIENCE = 3_000;
/** How long an answer is remembered, in milliseconds: all addresses of one issue are one question. */
const REMEMBERED = 5_000;

/** @returns finds the present number in this repository, or null: elsewhere, deleted, or not known */
export function createMovedFinder(
  options: MovedFinderOptions,
): (number: number) => Promise<number | null> {
  const { repository, apiUrl } = options;
  const authorization = createAuthorization({ ...options, userAgent: USER_AGENT, fetch });
  const found = new LRUCache<number, Promise<number | null>>({ max: 500, ttl: REMEMBERED });
  const start = `${apiUrl}/repos/${repository.owner}/${repository.name}`;

  async function ask(number: number): Promise<number | null> {
    const headers = {
      accept: 'application/vnd.github+json',
      authorization: await authorization(),
      'user-agent': USER_AGENT,
    };
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(`${start}/issues/${number}`, { headers, signal });
    if (!response.ok || !response.redirected) return null;
    return numberHere(await response.json(), repository);
  }

  return (number) => {
    const known = found.get(number);
    if (known) return known;
    const answer = ask(number).catch(() => null);
    found.set(number, answer);
    return answer;
  };
}

function numberHere(issue: unknown, { owner, name }: Repository): number | null {
  const home = textAt(issue, 'repository_url')?.toLowerCase();
  const isHere = home?.endsWith(`/repos/${owner}/${name}`.toLowerCase());
  return isHere ? numberAt(issue, 'number') : null;
}
