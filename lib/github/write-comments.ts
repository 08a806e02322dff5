/** Writing comments, in the name of whoever `github` acts as: the blog's bot, or the person. */
import type { GitHub } from './client';
import { GitHubUnavailableError } from './errors';
import { COMMENT_FIELDS, type CommentNode } from './issue-fields';

export const ADD_COMMENT_MUTATION = `mutation AddComment($subjectId: ID!, $body: String!) {
  addComment(input: { subjectId: $subjectId, body: $body }) {
    commentEdge { node { ${COMMENT_FIELDS} } }
  }
}`;

export const UPDATE_COMMENT_MUTATION = `mutation UpdateComment($id: ID!, $body: String!) {
  updateIssueComment(input: { id: $id, body: $body }) { issueComment { ${COMMENT_FIELDS} } }
}`;

export const DELETE_COMMENT_MUTATION = `mutation DeleteComment($id: ID!) {
  deleteIssueComment(input: { id: $id }) { clientMutationId }
}`;

interface AddAnswer {
  addComment: { commentEdge: { node: CommentNode | null } | null } | null;
}

interface UpdateAnswer {
  updateIssueComment: { issueComment: CommentNode | null } | null;
}

/** @param subjectId the issue's node id @throws GitHubError */
export async function addComment(
  github: GitHub,
  subjectId: string,
  body: string,
): Promise<CommentNode> {
  const answer = await github.query<AddAnswer>(ADD_COMMENT_MUTATION, { subjectId, body });
  return present(answer.addComment?.commentEdge?.node);
}

/** @param id the comment's node id @throws GitHubError */
export async function updateComment(
  github: GitHub,
  id: string,
  body: string,
): Promise<CommentNode> {
  const answer = await github.query<UpdateAnswer>(UPDATE_COMMENT_MUTATION, { id, body });
  return present(answer.updateIssueComment?.issueComment);
}

/** @param id the comment's node id @throws GitHubError */
export async function deleteComment(github: GitHub, id: string): Promise<void> {
  await github.query(DELETE_COMMENT_MUTATION, { id });
}

function present(comment: CommentNode | null | undefined): CommentNode {
  if (!comment) throw new GitHubUnavailableError('GitHub answered without the comment.');
  return comment;
}
