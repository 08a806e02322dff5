/** The edit history of an issue's body, newest first: one call. */
import type { GitHub } from './client';
import { GitHubNotFoundError } from './errors';
import type { ActorNode } from './issue-fields';

export const REVISIONS_QUERY = `query Revisions(
  $owner: String!, $name: String!, $number: Int!, $first: Int!
) {
  repository(owner: $owner, name: $name) {
    isPrivate
    issue(number: $number) {
      userContentEdits(first: $first) {
        totalCount
        nodes {
          editedAt deletedAt diff
          editor { __typename login avatarUrl(size: 96) url ... on User { name } }
        }
      }
    }
  }
}`;

export interface RevisionNode {
  editedAt: string;
  deletedAt: string | null;
  /** The whole body after the edit, whatever the name says; null where somebody deleted it. */
  diff: string | null;
  editor: ActorNode | null;
}

export interface RevisionList {
  /** Newest first; the oldest of all is the body as it was written. Empty without any edit. */
  revisions: RevisionNode[];
  totalCount: number;
  /** The repository is closed to the public, and so is what its issues said before. */
  isPrivate: boolean;
}

interface RevisionsAnswer {
  repository: {
    isPrivate: boolean;
    issue: {
      userContentEdits: {
        totalCount: number;
        nodes: readonly (RevisionNode | null)[] | null;
      } | null;
    } | null;
  } | null;
}

/**
 * @param count at most 100
 * @returns null when there is no such issue
 * @throws GitHubError
 */
export async function listRevisions(
  github: GitHub,
  number: number,
  count: number,
): Promise<RevisionList | null> {
  try {
    const variables = { number, first: count };
    const { repository } = await github.query<RevisionsAnswer>(REVISIONS_QUERY, variables);
    if (!repository?.issue) return null;
    const { totalCount = 0, nodes } = repository.issue.userContentEdits ?? {};
    const revisions = (nodes ?? []).filter((node) => node !== null);
    return { revisions, totalCount, isPrivate: repository.isPrivate };
  } catch (error) {
    if (error instanceof GitHubNotFoundError && error.path === 'repository.issue') return null;
    throw error;
  }
}
