/** Issues: list, read, open, edit, lock, and who is assigned. */
import { json, type SandboxResponse } from '../http';
import type { Issue, LockReason, Repository } from '../model';
import { fullIssueShape, issueShape } from '../shapes/issue';
import { userShape } from '../shapes/user';
import {
  addAssignees,
  createIssue,
  findTransferred,
  findUser,
  isAtLeast,
  listIssues,
  lockIssue,
  permissionOf,
  removeAssignees,
  requireIssue,
  type Store,
  sameName,
  unlockIssue,
  updateIssue,
} from '../store';
import {
  choiceField,
  listField,
  nullableNumberField,
  nullableTextField,
  readFields,
  textField,
} from './fields';
import { paged } from './paging';
import { numberParam, type RestRequest, type Route, repositoryParam, signedIn } from './router';

const BASE = '/repos/:owner/:repo';

export const ISSUE_ROUTES: readonly Route[] = [
  ['GET', `${BASE}/issues`, list],
  ['POST', `${BASE}/issues`, create],
  ['GET', `${BASE}/issues/:number`, read],
  ['PATCH', `${BASE}/issues/:number`, update],
  ['PUT', `${BASE}/issues/:number/lock`, lock],
  ['DELETE', `${BASE}/issues/:number/lock`, unlock],
  ['POST', `${BASE}/issues/:number/assignees`, assign],
  ['DELETE', `${BASE}/issues/:number/assignees`, unassign],
  ['GET', `${BASE}/assignees`, listAssignable],
];

/** The issue of the address. @throws SandboxError 410 for a deleted one */
export function issueParam(request: RestRequest): Issue {
  return requireIssue(request.store, repositoryParam(request), numberParam(request, 'number'));
}

function list(request: RestRequest): SandboxResponse {
  const { store, query, context } = request;
  const repository = repositoryParam(request);
  const wanted = filters(request, repository);
  const issues = listIssues(store, repository).filter((issue) => wanted.every((is) => is(issue)));
  const key = SORTS[query.get('sort') ?? 'created'] ?? SORTS.created;
  const ascending = query.get('direction') === 'asc';
  issues.sort((a, b) => compare(key(a), key(b)) || compare(a.number, b.number));
  if (!ascending) issues.reverse();
  return paged(request, issues, (issue) => issueShape(context, issue));
}

const SORTS: { created(issue: Issue): string | number } & Record<
  string,
  ((issue: Issue) => string | number) | undefined
> = {
  created: (issue) => issue.createdAt,
  updated: (issue) => issue.updatedAt,
  comments: (issue) => issue.commentIds.length,
};

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Filter = (issue: Issue) => boolean;

function filters({ store, query }: RestRequest, repository: Repository): Filter[] {
  const state = query.get('state') ?? 'open';
  const since = query.get('since');
  const labels = (query.get('labels') ?? '').split(',').filter(Boolean);
  const wanted: Filter[] = [];
  if (state !== 'all') wanted.push((issue) => issue.state === state);
  if (since) wanted.push((issue) => Date.parse(issue.updatedAt) >= Date.parse(since));
  for (const name of labels) wanted.push((issue) => carries(store, issue, name));
  const creator = query.get('creator');
  if (creator) wanted.push((issue) => issue.authorId === findUser(store, creator)?.id);
  const assignee = query.get('assignee');
  if (assignee) wanted.push((issue) => isAssigned(store, issue, assignee));
  const milestone = query.get('milestone');
  if (milestone) wanted.push((issue) => isIn(store, repository, issue, milestone));
  return wanted;
}

function carries(store: Store, issue: Issue, name: string): boolean {
  return issue.labelIds.some((id) => sameName(store.data.labels.get(id)?.name ?? '', name.trim()));
}

function isAssigned(store: Store, issue: Issue, assignee: string): boolean {
  if (assignee === '*') return issue.assigneeIds.length > 0;
  if (assignee === 'none') return issue.assigneeIds.length === 0;
  const user = findUser(store, assignee);
  return user !== null && issue.assigneeIds.includes(user.id);
}

function isIn(store: Store, repository: Repository, issue: Issue, milestone: string): boolean {
  if (milestone === '*') return issue.milestoneId !== null;
  if (milestone === 'none') return issue.milestoneId === null;
  const found = store.data.milestones.get(issue.milestoneId ?? 0);
  return found?.repositoryId === repository.id && String(found.number) === milestone;
}

function create(request: RestRequest): SandboxResponse {
  const actor = signedIn(request);
  const fields = readFields(request);
  const milestone = nullableNumberField(fields, 'milestone');
  const issue = createIssue(request.primary, actor, repositoryParam(request), {
    title: textField(fields, 'title') ?? '',
    body: nullableTextField(fields, 'body') ?? null,
    labels: listField(fields, 'labels', 'name') ?? [],
    assignees: assigneesField(fields) ?? [],
    ...(milestone && { milestone }),
  });
  const shape = fullIssueShape(request.written, issue);
  return json(201, shape, { location: shape.url });
}

function read(request: RestRequest): SandboxResponse {
  const repository = repositoryParam(request);
  const number = numberParam(request, 'number');
  const moved = findTransferred(request.store, repository, number);
  if (moved) {
    const { url } = issueShape(request.context, moved);
    return json(301, { message: 'Moved Permanently', url }, { location: url });
  }
  return json(200, fullIssueShape(request.context, issueParam(request)));
}

const STATES = ['open', 'closed'] as const;
const REASONS = ['completed', 'not_planned', 'duplicate', 'reopened'] as const;

function update(request: RestRequest): SandboxResponse {
  const actor = signedIn(request);
  const fields = readFields(request);
  const issue = updateIssue(request.primary, actor, issueParam(request), {
    title: textField(fields, 'title'),
    body: nullableTextField(fields, 'body'),
    state: choiceField(fields, 'state', STATES),
    stateReason: choiceField(fields, 'state_reason', REASONS),
    labels: listField(fields, 'labels', 'name'),
    assignees: assigneesField(fields),
    milestone: nullableNumberField(fields, 'milestone'),
  });
  return json(200, fullIssueShape(request.written, issue));
}

/** `assignees`, or the older `assignee`; empty names are what templates without any send. */
function assigneesField(fields: ReturnType<typeof readFields>) {
  const single = textField(fields, 'assignee');
  const list = listField(fields, 'assignees', 'login') ?? (single ? [single] : undefined);
  return list?.filter((login) => login !== '');
}

const LOCK_REASONS: readonly LockReason[] = ['off-topic', 'too heated', 'resolved', 'spam'];

function lock(request: RestRequest): SandboxResponse {
  const actor = signedIn(request);
  const reason = choiceField(readFields(request), 'lock_reason', LOCK_REASONS);
  lockIssue(request.primary, actor, issueParam(request), reason ?? null);
  return { status: 204 };
}

function unlock(request: RestRequest): SandboxResponse {
  unlockIssue(request.primary, signedIn(request), issueParam(request));
  return { status: 204 };
}

function assign(request: RestRequest): SandboxResponse {
  const logins = assigneesField(readFields(request)) ?? [];
  const issue = addAssignees(request.primary, signedIn(request), issueParam(request), logins);
  return json(201, issueShape(request.written, issue));
}

function unassign(request: RestRequest): SandboxResponse {
  const logins = assigneesField(readFields(request)) ?? [];
  const issue = removeAssignees(request.primary, signedIn(request), issueParam(request), logins);
  return json(200, issueShape(request.written, issue));
}

function listAssignable(request: RestRequest): SandboxResponse {
  const { store, context } = request;
  const repository = repositoryParam(request);
  const users = [...store.data.users.values()].filter((user) =>
    isAtLeast(permissionOf(store, repository, user), 'triage'),
  );
  return paged(request, users, (user) => userShape(context, user));
}
