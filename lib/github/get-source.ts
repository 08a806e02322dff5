/** An issue as its author edits it, with what the viewer may do to it. */
import type { GitHub } from './client';
import { GitHubNotFoundError, GitHubUnavailableError } from './errors';
import { type ActorNode, ISSUE_FIELDS, type IssueNode } from './issue-fields';
import type { ViewerPermission } from './permission';

const SOURCE_FIELDS = `
  ${ISSUE_FIELDS}
  viewerCanUpdate viewerCanLabel viewerCannotUpdateReasons
  editor { login }
  labelIds: labels(first: 100) { nodes { id name } }
`;

export const SOURCE_QUERY = `query Source($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    viewerPermission
    issue(number: $number) { ${SOURCE_FIELDS} }
  }
}`;

export const NEWEST_OWN_QUERY = `query NewestOwn($owner: String!, $name: String!, $login: String!) {
  repository(owner: $owner, name: $name) {
    id isArchived hasIssuesEnabled viewerPermission
    issues(
      first: 5, filterBy: { createdBy: $login }, orderBy: { field: CREATED_AT, direction: DESC }
    ) {
      nodes { ${SOURCE_FIELDS} }
    }
  }
}`;

export interface SourceNode extends Omit<IssueNode, 'comments'> {
  viewerCanUpdate: boolean;
  viewerCanLabel: boolean;
  viewerCannotUpdateReasons: readonly string[];
  /** Who edited it last; null if nobody did, or the account is gone. */
  editor: Pick<ActorNode, 'login'> | null;
  labelIds: { nodes: readonly ({ id: string; name: string } | null)[] } | null;
}

interface SourceAnswer {
  repository: { issue: SourceNode | null } | null;
}

export interface Own {
  /** The repository's node id. */
  repositoryId: string;
  permission: ViewerPermission;
  /** Archived, or without issues: nothing can be written. */
  isClosed: boolean;
  /** Newest first. */
  issues: SourceNode[];
}

interface NewestOwnAnswer {
  repository: {
    id: string;
    isArchived: boolean;
    hasIssuesEnabled: boolean;
    viewerPermission: ViewerPermission;
    issues: { nodes: readonly (SourceNode | null)[] };
  } | null;
}

/** @returns null when GitHub says that there is no such issue (any more) @throws GitHubError */
export async function getSource(github: GitHub, number: number): Promise<SourceNode | null> {
  try {
    const { repository } = await github.query<SourceAnswer>(SOURCE_QUERY, { number });
    if (!repository?.issue) throw new GitHubUnavailableError('GitHub answered without the issue.');
    return repository.issue;
  } catch (error) {
    if (error instanceof GitHubNotFoundError && error.path === 'repository.issue') return null;
    throw error;
  }
}

/** What somebody opened last, and what they may do. @throws GitHubError */
export async function listNewestOwn(github: GitHub, login: string): Promise<Own> {
  const { repository } = await github.query<NewestOwnAnswer>(NEWEST_OWN_QUERY, { login });
  if (!repository) throw new GitHubUnavailableError('GitHub answered without the repository.');
  return {
    repositoryId: repository.id,
    permission: repository.viewerPermission,
    isClosed: repository.isArchived || !repository.hasIssuesEnabled,
    issues: repository.issues.nodes.filter((node) => node !== null),
  };
}
