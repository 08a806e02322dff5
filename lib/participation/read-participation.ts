/** What the person who is signed in may do with a post and its discussion, and has done. */
import { getParticipation, type IssueRights } from '../github/get-participation';
import { mayChangeRepository } from '../github/permission';
import { type GivenReactions, toGiven } from './react';
import { findPost } from './subject';
import type { Writing } from './write-comment';

/** Why somebody cannot comment. */
export type Hindrance = 'locked' | 'archived' | 'not-allowed';

export interface Participation {
  canComment: boolean;
  whyNot: Hindrance | null;
  canReact: boolean;
  /** The post itself. */
  canEdit: boolean;
  /** By subject: `post`, or a comment's id. */
  reactions: Record<string, GivenReactions>;
  /** By id; only those that may be changed or deleted. */
  comments: Record<string, { canEdit: boolean; canDelete: boolean }>;
}

/** @throws DiscussionRefusal, GitHubError */
export async function readParticipation({
  blog,
  github,
  number,
}: Omit<Writing, 'login'>): Promise<Participation> {
  const post = await findPost(blog, number, { viewer: github });
  return toParticipation(await getParticipation(github, post.number));
}

/** Pure. */
function toParticipation(rights: IssueRights): Participation {
  const whyNot = hindranceOf(rights);
  const comments = rights.comments.map((comment) => ({
    id: String(comment.fullDatabaseId),
    canEdit: comment.viewerCanUpdate,
    canDelete: comment.viewerCanDelete,
    reactions: toGiven(comment.reactionGroups ?? []),
  }));
  return {
    canComment: whyNot === null,
    whyNot,
    canReact: rights.viewerCanReact && !rights.isArchived,
    canEdit: rights.viewerCanUpdate,
    reactions: Object.fromEntries([
      ['post', toGiven(rights.reactionGroups)],
      ...comments.map(({ id, reactions }) => [id, reactions]),
    ]),
    comments: Object.fromEntries(
      comments
        .filter(({ canEdit, canDelete }) => canEdit || canDelete)
        .map(({ id, canEdit, canDelete }) => [id, { canEdit, canDelete }]),
    ),
  };
}

/**
 * GitHub has no `viewerCanComment`. It asks the same of a comment as of a reaction, save that the
 * reason is its own: see "Locking conversations" in GitHub's docs.
 */
function hindranceOf(rights: IssueRights): Hindrance | null {
  const { isArchived, hasIssuesEnabled, locked, viewerPermission, viewerCanReact } = rights;
  if (isArchived || !hasIssuesEnabled) return 'archived';
  if (locked && !mayChangeRepository(viewerPermission)) return 'locked';
  return viewerCanReact ? null : 'not-allowed';
}
