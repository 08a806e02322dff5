/** Lists of issues: filters and orders as `issues(…)` takes them, wherever it stands. */
import type { Issue } from '../../model';
import { labelsOf, milestoneOf, type Store, sameName, userById } from '../../store';
import { isNull, readObject, readText, readTexts } from '../arguments';
import { type Connection, connect, type ListOrder, sortBy } from '../pagination';
import type { Arguments, GraphQLContext } from '../types';

/** A repository's issues, without its pull requests, in no particular order. */
export function issuesIn(store: Store, repositoryId: number): Issue[] {
  return itemsIn(store, repositoryId).filter(({ pullRequest }) => pullRequest === null);
}

/** Issues and pull requests together. */
export function itemsIn(store: Store, repositoryId: number): Issue[] {
  const issues: Issue[] = [];
  for (const issue of store.data.issues.values()) {
    if (issue.repositoryId === repositoryId) issues.push(issue);
  }
  return issues;
}

/** A page of `issues` as `filterBy`, `labels`, `states` and `orderBy` ask for it. */
export function readIssues(
  issues: readonly Issue[],
  args: Arguments,
  { store }: GraphQLContext,
): Connection<Issue> {
  const filters = [
    byState(readTexts(args, 'states')),
    byLabel(store, readTexts(args, 'labels')),
    ...readFilters(store, readObject(args, 'filterBy')),
  ];
  const order = readOrder(readObject(args, 'orderBy'));
  const chosen = issues.filter((issue) => filters.every((accepts) => accepts(issue)));
  return connect(sortBy(chosen, order), args, order);
}

type Filter = (issue: Issue) => boolean;

const everything: Filter = () => true;

function readFilters(store: Store, filterBy: Arguments): Filter[] {
  return [
    byState(readTexts(filterBy, 'states')),
    byLabel(store, readTexts(filterBy, 'labels')),
    bySince(readText(filterBy, 'since')),
    byAuthor(store, readText(filterBy, 'createdBy')),
    byAssignee(store, filterBy),
    byMilestone(store, filterBy, 'milestone', ({ id }) => String(id)),
    byMilestone(store, filterBy, 'milestoneNumber', ({ number }) => String(number)),
    byMention(readText(filterBy, 'mentioned')),
  ];
}

function byState(states: readonly string[] | null): Filter {
  return states?.length ? ({ state }) => states.includes(state.toUpperCase()) : everything;
}

/** Any of the labels is enough, as on GitHub. */
function byLabel(store: Store, names: readonly string[] | null): Filter {
  if (!names) return everything;
  return (issue) =>
    labelsOf(store, issue).some((label) => names.some((name) => sameName(name, label.name)));
}

function bySince(since: string | null): Filter {
  if (since === null) return everything;
  const time = Date.parse(since);
  return ({ updatedAt }) => Date.parse(updatedAt) >= time;
}

function byAuthor(store: Store, login: string | null): Filter {
  if (login === null) return everything;
  return ({ authorId }) => sameName(userById(store, authorId)?.login ?? '', login);
}

function byAssignee(store: Store, filterBy: Arguments): Filter {
  if (isNull(filterBy, 'assignee')) return ({ assigneeIds }) => assigneeIds.length === 0;
  const login = readText(filterBy, 'assignee');
  if (login === null) return everything;
  if (login === '*') return ({ assigneeIds }) => assigneeIds.length > 0;
  return ({ assigneeIds }) =>
    assigneeIds.some((id) => sameName(userById(store, id)?.login ?? '', login));
}

function byMilestone(
  store: Store,
  filterBy: Arguments,
  name: string,
  spelling: (milestone: { id: number; number: number }) => string,
): Filter {
  if (isNull(filterBy, name)) return ({ milestoneId }) => milestoneId === null;
  const wanted = readText(filterBy, name);
  if (wanted === null) return everything;
  if (wanted === '*') return ({ milestoneId }) => milestoneId !== null;
  return (issue) => {
    const milestone = milestoneOf(store, issue);
    return milestone !== null && [spelling(milestone), milestone.title].includes(wanted);
  };
}

function byMention(login: string | null): Filter {
  if (login === null) return everything;
  const mention = `@${login}`.toLowerCase();
  return ({ body }) => body?.toLowerCase().includes(mention) ?? false;
}

function readOrder(orderBy: Arguments): ListOrder<Issue> {
  const field = readText(orderBy, 'field');
  return {
    key: (issue) => [sortValue(issue, field), issue.id],
    descending: readText(orderBy, 'direction') === 'DESC',
  };
}

function sortValue(issue: Issue, field: string | null): string | number {
  if (field === 'UPDATED_AT') return issue.updatedAt;
  if (field === 'COMMENTS') return issue.commentIds.length;
  return issue.createdAt;
}
