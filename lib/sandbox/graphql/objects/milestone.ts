/** Milestones. */
import type { Milestone } from '../../model';
import { actorPermission, isAtLeast, nodeId, repositoryOf, userById } from '../../store';
import { milestoneUrl, pathOf } from '../addresses';
import { readObject, readText, readTexts } from '../arguments';
import { type Connection, connect, connectNothing, type ListOrder, sortBy } from '../pagination';
import type { Arguments, Fields, GraphQLContext } from '../types';
import { issuesIn, readIssues } from './issue-list';

export const milestoneFields: Fields<Milestone> = {
  id: (milestone) => nodeId('Milestone', milestone.id, milestone.repositoryId),
  number: (milestone) => milestone.number,
  title: (milestone) => milestone.title,
  description: (milestone) => milestone.description,
  state: (milestone) => milestone.state.toUpperCase(),
  closed: (milestone) => milestone.state === 'closed',
  closedAt: (milestone) => milestone.closedAt,
  createdAt: (milestone) => milestone.createdAt,
  updatedAt: (milestone) => milestone.updatedAt,
  dueOn: (milestone) => milestone.dueOn,
  creator: (milestone, _, { store }) => userById(store, milestone.creatorId),
  progressPercentage: (milestone, _, context) => {
    const issues = issuesOf(milestone, context);
    const closed = issues.filter(({ state }) => state === 'closed').length;
    return issues.length === 0 ? 0 : (100 * closed) / issues.length;
  },
  url: (milestone, _, { store }) => milestoneUrl(store, milestone),
  resourcePath: (milestone, _, { store }) => pathOf(milestoneUrl(store, milestone)),
  repository: (milestone, _, { store }) => repositoryOf(store, milestone),
  viewerCanClose: mayWrite,
  viewerCanReopen: mayWrite,
  issues: (milestone, args, context) => readIssues(issuesOf(milestone, context), args, context),
  pullRequests: () => connectNothing(),
};

/** A page of milestones as `orderBy`, `states` and `query` ask for it. */
export function readMilestones(
  milestones: readonly Milestone[],
  args: Arguments,
): Connection<Milestone> {
  const query = readText(args, 'query')?.toLowerCase() ?? '';
  const states = readTexts(args, 'states');
  const orderBy = readObject(args, 'orderBy');
  const order: ListOrder<Milestone> = {
    key: (milestone) => [sortValue(milestone, readText(orderBy, 'field')), milestone.id],
    descending: readText(orderBy, 'direction') === 'DESC',
  };
  const chosen = milestones.filter(
    ({ state, title }) =>
      (!states?.length || states.includes(state.toUpperCase())) &&
      title.toLowerCase().includes(query),
  );
  return connect(sortBy(chosen, order), args, order);
}

function sortValue(milestone: Milestone, field: string | null): string | number {
  if (field === 'UPDATED_AT') return milestone.updatedAt;
  if (field === 'CREATED_AT') return milestone.createdAt;
  if (field === 'DUE_DATE') return milestone.dueOn ?? '';
  return milestone.number;
}

function issuesOf(milestone: Milestone, { store }: GraphQLContext) {
  return issuesIn(store, milestone.repositoryId).filter(
    ({ milestoneId }) => milestoneId === milestone.id,
  );
}

function mayWrite(milestone: Milestone, _: unknown, { store, actor }: GraphQLContext): boolean {
  return isAtLeast(actorPermission(store, repositoryOf(store, milestone), actor), 'write');
}
