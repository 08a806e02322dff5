/** What issues and comments share, and `IssueComment`. */
import type { Actor, Comment, Issue } from '../../model';
import {
  actorPermission,
  authorAssociation,
  isAtLeast,
  issueOf,
  mayEdit,
  nodeId,
  repositoryOf,
  type Store,
  userById,
} from '../../store';
import { commentUrl, pathOf } from '../addresses';
import { asHtml, asText } from '../content';
import type { Fields } from '../types';
import { editedFields } from './edit';
import { reactableFields } from './reaction';

/** The fields of everything that somebody wrote. */
export const writtenFields: Fields<Issue | Comment> = {
  ...editedFields,
  ...reactableFields,
  databaseId: ({ id }) => id,
  // A BigInt travels as a text.
  fullDatabaseId: ({ id }) => String(id),
  author: ({ authorId }, _, { store }) => userById(store, authorId),
  authorAssociation: (subject, _, { store }) =>
    authorAssociation(store, repositoryOf(store, subject), subject.authorId),
  body: ({ body }) => body ?? '',
  bodyHTML: ({ body }) => asHtml(body),
  bodyText: ({ body }) => asText(body),
  createdAt: ({ createdAt }) => createdAt,
  publishedAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  createdViaEmail: () => false,
  repository: (subject, _, { store }) => repositoryOf(store, subject),
  viewerDidAuthor: ({ authorId }, _, { actor }) => authorId === actor.user.id,
  viewerCanUpdate: (subject, _, { store, actor }) => canUpdate(store, subject, actor),
  viewerCannotUpdateReasons: (subject, _, { store, actor }) => {
    if (canUpdate(store, subject, actor)) return [];
    return [repositoryOf(store, subject).archived ? 'ARCHIVED' : 'INSUFFICIENT_ACCESS'];
  },
};

export const commentFields: Fields<Comment> = {
  ...writtenFields,
  id: (comment) => nodeId('IssueComment', comment.id, comment.repositoryId),
  url: (comment, _, { store }) => commentUrl(store, comment),
  resourcePath: (comment, _, { store }) => pathOf(commentUrl(store, comment)),
  issue: (comment, _, { store }) => issueOf(store, comment),
  pullRequest: (comment, _, { store }) => {
    const issue = issueOf(store, comment);
    return issue.pullRequest ? issue : null;
  },
  isMinimized: ({ minimizedReason }) => minimizedReason !== null,
  // In lower case with hyphens, although the mutation takes OFF_TOPIC.
  minimizedReason: ({ minimizedReason }) => minimizedReason,
  viewerCanDelete: (comment, _, { store, actor }) => canUpdate(store, comment, actor),
  viewerCanMinimize: (comment, _, { store, actor }) =>
    comment.authorId === actor.user.id ||
    isAtLeast(actorPermission(store, repositoryOf(store, comment), actor), 'triage'),
};

function canUpdate(store: Store, subject: Issue | Comment, actor: Actor): boolean {
  const repository = repositoryOf(store, subject);
  return !repository.archived && mayEdit(store, repository, actor, subject);
}
