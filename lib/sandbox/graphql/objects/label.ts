/** Labels. */
import type { Label } from '../../model';
import { nodeId, repositoryOf } from '../../store';
import { labelUrl, pathOf } from '../addresses';
import { readObject, readText } from '../arguments';
import { type Connection, connect, connectNothing, type ListOrder, sortBy } from '../pagination';
import type { Arguments, Fields } from '../types';
import { issuesIn, readIssues } from './issue-list';

export const labelFields: Fields<Label> = {
  id: (label) => nodeId('Label', label.id, label.repositoryId),
  name: (label) => label.name,
  color: (label) => label.color,
  description: (label) => label.description,
  isDefault: (label) => label.default,
  createdAt: (label) => label.createdAt,
  updatedAt: (label) => label.updatedAt,
  url: (label, _, { store }) => labelUrl(store, label),
  resourcePath: (label, _, { store }) => pathOf(labelUrl(store, label)),
  repository: (label, _, { store }) => repositoryOf(store, label),
  issues: (label, args, context) =>
    readIssues(
      issuesIn(context.store, label.repositoryId).filter(({ labelIds }) =>
        labelIds.includes(label.id),
      ),
      args,
      context,
    ),
  pullRequests: () => connectNothing(),
};

/** A page of labels as `orderBy` and `query` ask for it. */
export function readLabels(labels: readonly Label[], args: Arguments): Connection<Label> {
  const query = readText(args, 'query')?.toLowerCase();
  const orderBy = readObject(args, 'orderBy');
  const byName = readText(orderBy, 'field') === 'NAME';
  const order: ListOrder<Label> = {
    key: (label) => (byName ? [label.name.toLowerCase(), label.id] : [label.createdAt, label.id]),
    descending: readText(orderBy, 'direction') === 'DESC',
  };
  const chosen = query
    ? labels.filter(
        ({ name, description }) =>
          name.toLowerCase().includes(query) || description?.toLowerCase().includes(query),
      )
    : labels;
  return connect(sortBy(chosen, order), args, order);
}
