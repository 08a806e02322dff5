/** Page sizes: who asks for the entries of a connection says how many, and not too many. */
import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';
import { readNumber } from './arguments';
import { QueryError } from './errors';
import type { Arguments } from './types';

export const PAGE_LIMIT = 100;

/**
 * Refuses a connection whose entries are asked for without a page size, or with one over 100
 * (GitHub Docs, "Rate limits and query limits for the GraphQL API").
 * @throws QueryError
 */
export function guardPagination(args: Arguments, info: GraphQLResolveInfo): void {
  const { fieldName } = info;
  const given = (['first', 'last'] as const).filter((name) => typeof args[name] === 'number');
  const [boundary] = given;
  if (!boundary) {
    if (!takesPageSize(info) || !info.fieldNodes.some((node) => asksForEntries(node, info))) return;
    throw new QueryError(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${fieldName}\` connection.`,
    );
  }
  if (given.length > 1) {
    throw new QueryError(
      'INVALID_CURSOR_ARGUMENTS',
      `Passing both \`first\` and \`last\` to paginate the \`${fieldName}\` connection is not supported.`,
    );
  }
  const size = readNumber(args, boundary) ?? 0;
  if (size < 0) {
    throw new QueryError(
      'INVALID_CURSOR_ARGUMENTS',
      `\`${boundary}\` on the \`${fieldName}\` connection cannot be less than zero.`,
    );
  }
  if (size > PAGE_LIMIT) {
    throw new QueryError(
      'EXCESSIVE_PAGINATION',
      `Requesting ${size} records on the \`${fieldName}\` connection exceeds the \`${boundary}\` limit of ${PAGE_LIMIT} records.`,
    );
  }
}

function takesPageSize(info: GraphQLResolveInfo): boolean {
  const field = info.parentType.getFields()[info.fieldName];
  return field?.args.some((arg) => arg.name === 'first') ?? false;
}

/** Counting is free of page sizes; naming entries is not. */
function asksForEntries(node: FieldNode, info: GraphQLResolveInfo): boolean {
  return selects(node.selectionSet, info, ['nodes', 'edges', 'pageInfo']);
}

function selects(
  selection: SelectionSetNode | undefined,
  info: GraphQLResolveInfo,
  names: readonly string[],
): boolean {
  return (
    selection?.selections.some((entry) => {
      if (entry.kind === Kind.FIELD) return names.includes(entry.name.value);
      if (entry.kind === Kind.INLINE_FRAGMENT) return selects(entry.selectionSet, info, names);
      return selects(info.fragments[entry.name.value]?.selectionSet, info, names);
    }) ?? false
  );
}
