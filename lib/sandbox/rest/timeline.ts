/** What happened to an issue, as its events and its timeline tell. */
import type { SandboxResponse } from '../http';
import type { IssueEvent, Repository } from '../model';
import { commentShape } from '../shapes/issue';
import { repositoryApiUrl } from '../shapes/urls';
import { userShape } from '../shapes/user';
import { commentsOf, nodeId, userById } from '../store';
import { issueParam } from './issues';
import { paged } from './paging';
import { type RestRequest, type Route, repositoryParam } from './router';

const BASE = '/repos/:owner/:repo/issues/:number';

export const TIMELINE_ROUTES: readonly Route[] = [
  ['GET', `${BASE}/events`, events],
  ['GET', `${BASE}/timeline`, timeline],
];

function events(request: RestRequest): SandboxResponse {
  const repository = repositoryParam(request);
  return paged(request, issueParam(request).events, (one) => eventShape(request, repository, one));
}

function timeline(request: RestRequest): SandboxResponse {
  const repository = repositoryParam(request);
  const issue = issueParam(request);
  const entries = [
    ...issue.events.map((one) => ({
      at: one.createdAt,
      shape: () => eventShape(request, repository, one),
    })),
    ...commentsOf(request.store, issue).map((comment) => ({
      at: comment.createdAt,
      shape: () => ({
        event: 'commented',
        actor: userShape(request.context, userById(request.store, comment.authorId)),
        ...commentShape(request.context, comment, issue),
      }),
    })),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return paged(request, entries, ({ shape }) => shape());
}

function eventShape({ context, store }: RestRequest, repository: Repository, event: IssueEvent) {
  const assignee = event.assigneeId ? userById(store, event.assigneeId) : null;
  return {
    id: event.id,
    node_id: nodeId('IssueEvent', event.id, repository.id),
    url: `${repositoryApiUrl(context, repository)}/issues/events/${event.id}`,
    actor: userShape(context, userById(store, event.actorId)),
    event: event.kind,
    commit_id: null,
    commit_url: null,
    created_at: event.createdAt,
    ...(event.label && { label: event.label }),
    ...(event.rename && { rename: event.rename }),
    ...(event.milestoneTitle && { milestone: { title: event.milestoneTitle } }),
    ...(assignee && { assignee: userShape(context, assignee) }),
    ...(event.kind === 'locked' && { lock_reason: event.lockReason ?? null }),
    performed_via_github_app: null,
  };
}
