/** `Issue`, and the little of `PullRequest` that tells the two apart. */
import type { Actor, Comment, Issue, Permission } from '../../model';
import {
  actorPermission,
  assigneesOf,
  commentsOf,
  isAtLeast,
  isPinned,
  issueNodeId,
  labelsOf,
  mayEdit,
  milestoneOf,
  repositoryOf,
  type Store,
  userById,
} from '../../store';
import { issueUrl, pathOf } from '../addresses';
import { readObject, readText } from '../arguments';
import { titleAsHtml } from '../content';
import { connect, connectNothing, type ListOrder, sortBy } from '../pagination';
import type { Fields } from '../types';
import { writtenFields } from './comment';
import { commitOid, defaultBranch } from './git-object';
import { readLabels } from './label';
import { readTimeline } from './timeline';

const sharedFields: Fields<Issue> = {
  ...writtenFields,
  id: (issue) => issueNodeId(issue),
  number: ({ number }) => number,
  title: ({ title }) => title,
  titleHTML: ({ title }) => titleAsHtml(title),
  url: (issue, _, { store }) => issueUrl(store, issue),
  resourcePath: (issue, _, { store }) => pathOf(issueUrl(store, issue)),
  closed: ({ state }) => state === 'closed',
  closedAt: ({ closedAt }) => closedAt,
  locked: ({ locked }) => locked,
  activeLockReason: ({ lockReason }) => lockReason?.toUpperCase().replace(/[ -]/g, '_') ?? null,
  assignees: (issue, args, { store }) => {
    const assignees = assigneesOf(store, issue);
    const places = new Map(assignees.map(({ id }, index) => [id, index]));
    return connect(assignees, args, { key: ({ id }) => [places.get(id) ?? 0] });
  },
  labels: (issue, args, { store }) => readLabels(labelsOf(store, issue), args),
  milestone: (issue, _, { store }) => milestoneOf(store, issue),
  comments: (issue, args, { store }) => {
    const orderBy = readObject(args, 'orderBy');
    const order = commentOrder(readText(orderBy, 'field'), readText(orderBy, 'direction'));
    const comments = commentsOf(store, issue);
    return connect(sortBy(comments, order), args, order);
  },
  participants: (issue, args, { store }) => {
    const ids = [issue.authorId, ...commentsOf(store, issue).map(({ authorId }) => authorId)];
    const people = [...new Set(ids)].flatMap((id) => userById(store, id) ?? []);
    return connect(people, args, { key: ({ id }) => [ids.indexOf(id)] });
  },
  viewerCanClose: (issue, _, { store, actor }) => canChangeState(store, issue, actor),
  viewerCanReopen: (issue, _, { store, actor }) => canChangeState(store, issue, actor),
  viewerCanLabel: (issue, _, { store, actor }) => has(store, issue, actor, 'triage'),
  viewerCanSubscribe: () => true,
  viewerSubscription: () => 'UNSUBSCRIBED',
};

export const issueFields: Fields<Issue> = {
  ...sharedFields,
  viewerCanDelete: (issue, _, { store, actor }) => has(store, issue, actor, 'admin'),
  state: ({ state }) => state.toUpperCase(),
  stateReason: ({ stateReason }, { enableDuplicate }) =>
    stateReason === 'duplicate' && enableDuplicate !== true
      ? 'NOT_PLANNED'
      : (stateReason?.toUpperCase() ?? null),
  bodyUrl: (issue, _, { store }) => `${issueUrl(store, issue)}#issue-${issue.id}`,
  bodyResourcePath: (issue, _, { store }) => `${pathOf(issueUrl(store, issue))}#issue-${issue.id}`,
  isPinned: (issue, _, { store }) => isPinned(store, issue),
  isReadByViewer: () => true,
  timelineItems: readTimeline,
  parent: () => null,
  subIssues: () => connectNothing(),
  trackedIssues: () => connectNothing(),
  trackedInIssues: () => connectNothing(),
  trackedIssuesCount: () => 0,
  linkedBranches: () => connectNothing(),
  projectItems: () => connectNothing(),
  closedByPullRequestsReferences: () => connectNothing(),
};

export const pullRequestFields: Fields<Issue> = {
  ...sharedFields,
  state: ({ state, pullRequest }) => (pullRequest?.mergedAt ? 'MERGED' : state.toUpperCase()),
  isDraft: ({ pullRequest }) => pullRequest?.draft ?? false,
  isReadByViewer: () => true,
  merged: ({ pullRequest }) => pullRequest?.mergedAt != null,
  mergedAt: ({ pullRequest }) => pullRequest?.mergedAt ?? null,
  headRefName: ({ pullRequest }) => pullRequest?.headRef ?? '',
  baseRefName: ({ pullRequest }) => pullRequest?.baseRef ?? '',
  // Only the default branch exists; whatever was proposed has no branch of its own here.
  baseRef: (issue, _, { store }) => defaultBranch(store, repositoryOf(store, issue)),
  baseRefOid: (issue, _, { store }) => commitOid(store, repositoryOf(store, issue)),
  headRef: () => null,
  headRefOid: (issue, _, { store }) => commitOid(store, repositoryOf(store, issue)),
  headRepository: (issue, _, { store }) => repositoryOf(store, issue),
  isCrossRepository: () => false,
  maintainerCanModify: () => false,
  mergeable: () => 'UNKNOWN',
  reviewDecision: () => null,
  reviewRequests: () => connectNothing(),
  reviewThreads: () => connectNothing(),
  reviews: () => connectNothing(),
};

function commentOrder(field: string | null, direction: string | null): ListOrder<Comment> {
  return {
    key: (comment) =>
      field === 'UPDATED_AT' ? [comment.updatedAt, comment.id] : [comment.createdAt, comment.id],
    descending: direction === 'DESC',
  };
}

function has(store: Store, issue: Issue, actor: Actor, needed: Permission): boolean {
  const repository = repositoryOf(store, issue);
  return !repository.archived && isAtLeast(actorPermission(store, repository, actor), needed);
}

function canChangeState(store: Store, issue: Issue, actor: Actor): boolean {
  return (
    has(store, issue, actor, 'triage') || mayEdit(store, repositoryOf(store, issue), actor, issue)
  );
}
