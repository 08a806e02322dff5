/**
 * How the bot finds its own comment again: an HTML comment that GitHub does not show. A reader may
 * copy the marker, so it counts only on comments by people who may write to the repository.
 */
import type { OpeningCommentNode } from '../github/issue-fields';
import { isTrusted } from '../posts/publication';

export const ANNOUNCEMENT_MARKER = '<!-- issuepress:announcement -->';

/** Whether the blog itself said this; such a comment is not shown under the post. */
export function isAnnouncement(comment: OpeningCommentNode): boolean {
  return (
    comment.body.includes(ANNOUNCEMENT_MARKER) &&
    (comment.viewerDidAuthor ||
      comment.author?.__typename === 'Bot' ||
      isTrusted(comment.authorAssociation))
  );
}
