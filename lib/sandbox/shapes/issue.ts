/** Issues, comments, labels, milestones and reactions as REST and webhooks show them. */
import type {
  Comment,
  Issue,
  Label,
  Milestone,
  Reaction,
  ReactionContent,
  Repository,
} from '../model';
import {
  assigneesOf,
  authorAssociation,
  issueNodeId,
  labelsOf,
  listIssues,
  milestoneOf,
  nodeId,
  REST_REACTIONS,
  repositoryById,
  repositoryOf,
  userById,
} from '../store';
import { appShape } from './app';
import {
  type Context,
  commentHtmlUrl,
  issueHtmlUrl,
  repositoryApiUrl,
  repositoryHtmlUrl,
} from './urls';
import { userShape } from './user';

export function issueShape(context: Context, issue: Issue) {
  const { store } = context;
  const repository = repositoryOf(store, issue);
  const api = repositoryApiUrl(context, repository);
  const url = `${api}/issues/${issue.number}`;
  const assignees = assigneesOf(store, issue).map((user) => userShape(context, user));
  const milestone = milestoneOf(store, issue);
  const author = userById(store, issue.authorId);
  return {
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: issueHtmlUrl(store, repository, issue),
    id: issue.id,
    node_id: issueNodeId(issue),
    number: issue.number,
    title: issue.title,
    user: userShape(context, author),
    labels: labelsOf(store, issue).map((label) => labelShape(context, label)),
    state: issue.state,
    locked: issue.locked,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: milestone ? milestoneShape(context, milestone) : null,
    comments: issue.commentIds.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: authorAssociation(store, repository, issue.authorId),
    type: null,
    active_lock_reason: issue.lockReason,
    ...(issue.pullRequest && pullRequestPart(context, repository, issue)),
    sub_issues_summary: { total: 0, completed: 0, percent_completed: 0 },
    issue_dependencies_summary: {
      blocked_by: 0,
      total_blocked_by: 0,
      blocking: 0,
      total_blocking: 0,
    },
    body: issue.body,
    reactions: reactionsShape(`${url}/reactions`, issue),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: appOf(context, issue.appId),
    state_reason: issue.stateReason,
  };
}

/** With who closed it, as a single issue answers. */
export function fullIssueShape(context: Context, issue: Issue) {
  const closer = userById(context.store, issue.closedById);
  return { ...issueShape(context, issue), closed_by: closer && userShape(context, closer) };
}

function pullRequestPart(context: Context, repository: Repository, issue: Issue) {
  const html = issueHtmlUrl(context.store, repository, issue);
  return {
    draft: issue.pullRequest?.draft ?? false,
    pull_request: {
      url: `${repositoryApiUrl(context, repository)}/pulls/${issue.number}`,
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      merged_at: issue.pullRequest?.mergedAt ?? null,
    },
  };
}

/** @param issue what the comment belongs to; looked up unless a deleted one is meant */
export function commentShape(context: Context, comment: Comment, issue: Issue) {
  const { store } = context;
  const repository = repositoryById(store, issue.repositoryId);
  const api = repositoryApiUrl(context, repository);
  const url = `${api}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: commentHtmlUrl(store, repository, issue, comment),
    issue_url: `${api}/issues/${issue.number}`,
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id, comment.repositoryId),
    user: userShape(context, userById(store, comment.authorId)),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    author_association: authorAssociation(store, repository, comment.authorId),
    minimized: comment.minimizedReason ? { reason: comment.minimizedReason } : null,
    reactions: reactionsShape(`${url}/reactions`, comment),
    performed_via_github_app: appOf(context, comment.appId),
  };
}

export function labelShape(context: Context, label: Label) {
  const api = repositoryApiUrl(context, repositoryById(context.store, label.repositoryId));
  return {
    id: label.id,
    node_id: nodeId('Label', label.id, label.repositoryId),
    url: `${api}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: label.default,
    description: label.description,
  };
}

export function milestoneShape(context: Context, milestone: Milestone) {
  const { store } = context;
  const repository = repositoryById(store, milestone.repositoryId);
  const url = `${repositoryApiUrl(context, repository)}/milestones/${milestone.number}`;
  const issues = listIssues(store, repository).filter(
    ({ milestoneId }) => milestoneId === milestone.id,
  );
  const open = issues.filter(({ state }) => state === 'open').length;
  return {
    url,
    html_url: `${repositoryHtmlUrl(store, repository)}/milestone/${milestone.number}`,
    labels_url: `${url}/labels`,
    id: milestone.id,
    node_id: nodeId('Milestone', milestone.id, milestone.repositoryId),
    number: milestone.number,
    title: milestone.title,
    description: milestone.description,
    creator: userShape(context, userById(store, milestone.creatorId)),
    open_issues: open,
    closed_issues: issues.length - open,
    state: milestone.state,
    created_at: milestone.createdAt,
    updated_at: milestone.updatedAt,
    due_on: milestone.dueOn,
    closed_at: milestone.closedAt,
  };
}

/** One reaction, as the lists of reactions answer. */
export function reactionShape(context: Context, reaction: Reaction, repository: Repository) {
  return {
    id: reaction.id,
    node_id: nodeId('Reaction', reaction.id, repository.id),
    user: userShape(context, userById(context.store, reaction.userId)),
    content: REST_REACTIONS[reaction.content],
    created_at: reaction.createdAt,
  };
}

function reactionsShape(url: string, { reactions }: { reactions: readonly Reaction[] }) {
  const count = (wanted: ReactionContent) =>
    reactions.filter(({ content }) => content === wanted).length;
  return {
    url,
    total_count: reactions.length,
    '+1': count('THUMBS_UP'),
    '-1': count('THUMBS_DOWN'),
    laugh: count('LAUGH'),
    hooray: count('HOORAY'),
    confused: count('CONFUSED'),
    heart: count('HEART'),
    rocket: count('ROCKET'),
    eyes: count('EYES'),
  };
}

function appOf(context: Context, appId: number | null) {
  const app = appId === null ? undefined : context.store.apps.get(appId);
  return app ? appShape(context, app) : null;
}
