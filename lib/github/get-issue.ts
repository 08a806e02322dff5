/** One issue with its whole discussion: one call for up to 100 comments, one more per further 100. */
import type { GitHub } from './client';
import { GitHubNotFoundError, GitHubUnavailableError } from './errors';
import {
  COMMENTS_FIELDS,
  type CommentConnection,
  type CommentNode,
  ISSUE_FIELDS,
  type IssueNode,
  OPENING_COMMENTS,
  type ReactionGroupNode,
} from './issue-fields';

export const ISSUE_QUERY = `query Issue($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) {
      ${ISSUE_FIELDS}
      reactionGroups { content reactors { totalCount } }
      comments(first: 100) { ${COMMENTS_FIELDS} }
    }
  }
}`;

export const MORE_COMMENTS_QUERY = `query MoreComments(
  $owner: String!, $name: String!, $number: Int!, $after: String!
) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) { comments(first: 100, after: $after) { ${COMMENTS_FIELDS} } }
  }
}`;

export interface IssueWithComments extends Omit<IssueNode, 'comments' | 'commentIds'> {
  reactionGroups: readonly ReactionGroupNode[];
  /** All of them, oldest first. */
  comments: CommentNode[];
  /** When the call began, in milliseconds. */
  readAt: number;
}

interface IssueAnswer {
  repository: {
    issue:
      | (Omit<IssueNode, 'comments' | 'commentIds'> & {
          reactionGroups: readonly ReactionGroupNode[] | null;
          comments: CommentConnection;
        })
      | null;
  } | null;
}

interface MoreCommentsAnswer {
  repository: { issue: { comments: CommentConnection } | null } | null;
}

/** GraphQL's `Int` is 32 bits wide; no issue has a larger number. */
const LARGEST_NUMBER = 2 ** 31 - 1;

/**
 * @returns null when GitHub says that there is no such issue (a pull request's number included)
 * @throws GitHubError for everything else, a repository that cannot be seen included
 */
export async function getIssue(github: GitHub, number: number): Promise<IssueWithComments | null> {
  if (!Number.isInteger(number) || number < 1 || number > LARGEST_NUMBER) return null;
  const readAt = Date.now();
  try {
    const { repository } = await github.query<IssueAnswer>(ISSUE_QUERY, { number });
    const issue = repository?.issue;
    if (!issue) throw new GitHubUnavailableError('GitHub answered without the issue.');
    const comments = [...presentComments(issue.comments)];
    let { pageInfo } = issue.comments;
    while (pageInfo.hasNextPage && pageInfo.endCursor) {
      const page = await getMoreComments(github, number, pageInfo.endCursor);
      comments.push(...presentComments(page));
      pageInfo = page.pageInfo;
    }
    return { ...issue, reactionGroups: issue.reactionGroups ?? [], comments, readAt };
  } catch (error) {
    if (error instanceof GitHubNotFoundError && error.path === 'repository.issue') return null;
    throw error;
  }
}

/** The same issue in the shape that lists come in. */
export function asListed(issue: IssueWithComments): IssueNode {
  const { comments } = issue;
  const nodes = comments.slice(0, OPENING_COMMENTS);
  return {
    ...issue,
    comments: { totalCount: comments.length, nodes },
    commentIds: { nodes: comments },
  };
}

async function getMoreComments(
  github: GitHub,
  number: number,
  after: string,
): Promise<CommentConnection> {
  const answer = await github.query<MoreCommentsAnswer>(MORE_COMMENTS_QUERY, { number, after });
  const comments = answer.repository?.issue?.comments;
  if (!comments) throw new GitHubUnavailableError('GitHub answered without the comments.');
  return comments;
}

function presentComments(connection: CommentConnection): CommentNode[] {
  return connection.nodes.filter((node) => node !== null);
}
