/**
 * What one person may do with an issue and its discussion, and has done: asked with their own
 * credentials, because GitHub's `viewer…` fields are about whoever asks.
 */
import type { GitHub } from './client';
import { GitHubUnavailableError } from './errors';
import type { ViewerPermission } from './permission';
import { REACTION_DETAIL_FIELDS, type ReactionGroupDetail } from './reaction-fields';

const COMMENT_RIGHTS = `
  pageInfo { hasNextPage endCursor }
  nodes { fullDatabaseId viewerCanUpdate viewerCanDelete ${REACTION_DETAIL_FIELDS} }
`;

export const PARTICIPATION_QUERY = `query Participation(
  $owner: String!, $name: String!, $number: Int!
) {
  repository(owner: $owner, name: $name) {
    isArchived hasIssuesEnabled viewerPermission
    issue(number: $number) {
      locked viewerCanUpdate viewerCanReact ${REACTION_DETAIL_FIELDS}
      comments(first: 100) { ${COMMENT_RIGHTS} }
    }
  }
}`;

export const MORE_PARTICIPATION_QUERY = `query MoreParticipation(
  $owner: String!, $name: String!, $number: Int!, $after: String!
) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) { comments(first: 100, after: $after) { ${COMMENT_RIGHTS} } }
  }
}`;

export interface CommentRights {
  fullDatabaseId: string | number;
  viewerCanUpdate: boolean;
  viewerCanDelete: boolean;
  reactionGroups: readonly ReactionGroupDetail[] | null;
}

export interface IssueRights {
  isArchived: boolean;
  hasIssuesEnabled: boolean;
  viewerPermission: ViewerPermission;
  locked: boolean;
  viewerCanUpdate: boolean;
  viewerCanReact: boolean;
  reactionGroups: readonly ReactionGroupDetail[];
  comments: CommentRights[];
}

interface Connection {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: readonly (CommentRights | null)[];
}

interface RepositoryRights
  extends Pick<IssueRights, 'isArchived' | 'hasIssuesEnabled' | 'viewerPermission'> {
  issue:
    | (Pick<IssueRights, 'locked' | 'viewerCanUpdate' | 'viewerCanReact'> & {
        reactionGroups: readonly ReactionGroupDetail[] | null;
        comments: Connection;
      })
    | null;
}

/** Calls for more comments that one reader's controls are worth. */
const MORE_PAGES = 9;

/** @throws GitHubError, `GitHubNotFoundError` where there is no such issue */
export async function getParticipation(github: GitHub, number: number): Promise<IssueRights> {
  const { repository } = await github.query<{ repository: RepositoryRights | null }>(
    PARTICIPATION_QUERY,
    { number },
  );
  const issue = repository?.issue;
  if (!issue) throw new GitHubUnavailableError('GitHub answered without the issue.');
  const comments = issue.comments.nodes.filter((node) => node !== null);
  let { pageInfo } = issue.comments;
  for (let page = 0; page < MORE_PAGES && pageInfo.hasNextPage; page += 1) {
    const more = await getMore(github, number, pageInfo.endCursor ?? '');
    comments.push(...more.nodes.filter((node) => node !== null));
    pageInfo = more.pageInfo;
  }
  const { isArchived, hasIssuesEnabled, viewerPermission } = repository;
  return {
    ...issue,
    isArchived,
    hasIssuesEnabled,
    viewerPermission,
    reactionGroups: issue.reactionGroups ?? [],
    comments,
  };
}

async function getMore(github: GitHub, number: number, after: string): Promise<Connection> {
  const answer = await github.query<{ repository: { issue: { comments: Connection } } | null }>(
    MORE_PARTICIPATION_QUERY,
    { number, after },
  );
  const comments = answer.repository?.issue.comments;
  if (!comments) throw new GitHubUnavailableError('GitHub answered without the comments.');
  return comments;
}
