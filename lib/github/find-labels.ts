/** The node ids of labels and a milestone, by the names and the number people know them by. */
import type { GitHub } from './client';
import { GitHubNotFoundError, GitHubUnavailableError } from './errors';

export const IDS_QUERY = `query Ids(
  $owner: String!, $name: String!,
  $after: String, $milestone: Int!, $withMilestone: Boolean!
) {
  repository(owner: $owner, name: $name) {
    labels(first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { id name }
    }
    milestone(number: $milestone) @include(if: $withMilestone) { id }
  }
}`;

export interface FoundIds {
  /** By the name that was asked for; a label that is not there is missing. */
  labels: Map<string, string>;
  /** Null where none was asked for, or it is not there. */
  milestoneId: string | null;
}

interface IdsAnswer {
  repository: {
    labels: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: readonly ({ id: string; name: string } | null)[];
    } | null;
    milestone?: { id: string } | null;
  } | null;
}

/** Pages of labels that are looked through. */
const MOST_PAGES = 10;

/**
 * @param labels names, in any case @param milestone a number
 * @throws GitHubError
 */
export async function findIds(
  github: GitHub,
  labels: readonly string[],
  milestone: number | null,
): Promise<FoundIds> {
  const found: FoundIds = { labels: new Map(), milestoneId: null };
  if (labels.length === 0 && milestone === null) return found;
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const repository: NonNullable<IdsAnswer['repository']> = await readPage(
      github,
      after,
      page === 0 ? milestone : null,
    );
    found.milestoneId ??= repository.milestone?.id ?? null;
    for (const node of repository.labels?.nodes ?? []) {
      const name = labels.find((one) => one.toLowerCase() === node?.name.toLowerCase());
      if (node && name !== undefined) found.labels.set(name, node.id);
    }
    after = repository.labels?.pageInfo.hasNextPage ? repository.labels.pageInfo.endCursor : null;
    if (after === null || found.labels.size === new Set(labels).size) break;
  }
  return found;
}

async function readPage(github: GitHub, after: string | null, milestone: number | null) {
  const withMilestone = milestone !== null;
  const variables = { after, milestone: milestone ?? 0, withMilestone };
  const answer = await github.query<IdsAnswer>(IDS_QUERY, variables).catch((error: unknown) => {
    // A milestone that is gone may be told as an error.
    const isGone = error instanceof GitHubNotFoundError && error.path === 'repository.milestone';
    if (isGone) return github.query<IdsAnswer>(IDS_QUERY, { ...variables, withMilestone: false });
    throw error;
  });
  if (answer.repository) return answer.repository;
  throw new GitHubUnavailableError('GitHub answered without the repository.');
}
