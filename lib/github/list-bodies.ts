/** All issues of the repository with their texts, 100 a call: what an import finds its own posts in. */
import type { GitHub } from './client';
import { GitHubUnavailableError } from './errors';

export const ISSUE_BODIES_QUERY = `query IssueBodies(
  $owner: String!, $name: String!, $after: String, $since: DateTime
) {
  repository(owner: $owner, name: $name) {
    issues(
      first: 100, after: $after, filterBy: { since: $since },
      orderBy: { field: CREATED_AT, direction: ASC }
    ) {
      pageInfo { hasNextPage endCursor }
      nodes { id number title body }
    }
  }
}`;

export interface IssueBody {
  /** The node id. */
  id: string;
  number: number;
  title: string;
  body: string;
}

interface BodiesAnswer {
  repository: {
    issues: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
      nodes: readonly (IssueBody | null)[];
    };
  } | null;
}

/**
 * @param since only what changed at or after it; null for all
 * @throws GitHubError
 */
export async function listIssueBodies(
  github: GitHub,
  since: Date | null = null,
): Promise<IssueBody[]> {
  const found: IssueBody[] = [];
  let after: string | null = null;
  do {
    const { repository }: BodiesAnswer = await github.query<BodiesAnswer>(ISSUE_BODIES_QUERY, {
      after,
      since: since?.toISOString() ?? null,
    });
    if (!repository) throw new GitHubUnavailableError('GitHub answered without the repository.');
    found.push(...repository.issues.nodes.filter((node) => node !== null));
    after = repository.issues.pageInfo.hasNextPage ? repository.issues.pageInfo.endCursor : null;
  } while (after);
  return found;
}
