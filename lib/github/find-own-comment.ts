/** Whether a comment that may or may not have arrived did: looked for among the issue's newest. */
import type { GitHub } from './client';
import { COMMENT_FIELDS, type CommentNode } from './issue-fields';

export const NEWEST_COMMENTS_QUERY = `query NewestComments(
  $owner: String!, $name: String!, $number: Int!
) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) { comments(last: 50) { nodes { ${COMMENT_FIELDS} } } }
  }
}`;

interface Answer {
  repository: { issue: { comments: { nodes: readonly (CommentNode | null)[] } } | null } | null;
}

/**
 * @param github acts as the person who wrote it
 * @param since milliseconds; GitHub's times are whole seconds, so the second it lies in counts
 * @returns the newest comment of that person with that text, or null
 * @throws GitHubError
 */
export async function findOwnComment(
  github: GitHub,
  number: number,
  body: string,
  since: number,
): Promise<CommentNode | null> {
  const answer = await github.query<Answer>(NEWEST_COMMENTS_QUERY, { number });
  const nodes = answer.repository?.issue?.comments.nodes ?? [];
  const earliest = Math.floor(since / 1000) * 1000;
  const found = nodes.findLast(
    (node) =>
      node?.viewerDidAuthor === true &&
      asKept(node.body) === asKept(body) &&
      Date.parse(node.createdAt) >= earliest,
  );
  return found ?? null;
}

/** GitHub keeps line ends as they came or as CRLF, and may drop blank ends. */
function asKept(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
