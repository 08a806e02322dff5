/**
 * Connections: pages of a sorted list with cursors that stay good while the list changes. A cursor
 * holds the sort key of its node, not a position, so nothing is skipped or repeated when an entry
 * appears or vanishes between two pages.
 */
import { readNumber, readText } from './arguments';
import { QueryError } from './errors';
import type { Arguments, Fields } from './types';

/** What sets the place of an entry in its list, most significant first; the whole is unique. */
export type SortKey = readonly (string | number)[];

export interface ListOrder<Node> {
  key: (node: Node) => SortKey;
  descending?: boolean;
}

export interface Connection<Node> {
  /** All entries, before paging. */
  list: readonly Node[];
  /** The page is `list.slice(start, end)`. */
  start: number;
  end: number;
  order: ListOrder<Node>;
  /** Further fields of the connection's type, such as `viewerHasReacted`. */
  extra: Readonly<Record<string, unknown>>;
}

/**
 * A page of `list` as `first`/`after` and `last`/`before` ask for it.
 * @param list sorted by `order`
 * @throws QueryError for a cursor that is none
 */
export function connect<Node>(
  list: readonly Node[],
  args: Arguments,
  order: ListOrder<Node>,
  extra: Readonly<Record<string, unknown>> = {},
): Connection<Node> {
  const after = readText(args, 'after');
  const before = readText(args, 'before');
  const first = readNumber(args, 'first');
  const last = readNumber(args, 'last');
  let start = after ? positionOf(list, order, readCursor(after, 'after'), 1) : 0;
  let end = before ? positionOf(list, order, readCursor(before, 'before'), 0) : list.length;
  end = Math.max(start, end);
  if (first !== null) end = Math.min(end, start + first);
  if (last !== null) start = Math.max(start, end - last);
  return { list, start, end, order, extra };
}

/** A connection of something the embedded GitHub never has. */
export function connectNothing(): Connection<unknown> {
  return { list: [], start: 0, end: 0, order: { key: () => [] }, extra: {} };
}

/** Sorts a copy by the order's key. */
export function sortBy<Node>(list: Iterable<Node>, order: ListOrder<Node>): Node[] {
  const keyed = Array.from(list, (node) => ({ node, key: order.key(node) }));
  const sign = order.descending ? -1 : 1;
  keyed.sort((a, b) => sign * compareKeys(a.key, b.key));
  return keyed.map(({ node }) => node);
}

interface Edge {
  node: unknown;
  key: SortKey;
}

/** Resolvers shared by every type whose name ends in `Connection`. */
export const connectionFields: Fields<Connection<unknown>> = {
  totalCount: ({ list }) => list.length,
  nodes: ({ list, start, end }) => list.slice(start, end),
  edges: ({ list, start, end, order }): Edge[] =>
    list.slice(start, end).map((node) => ({ node, key: order.key(node) })),
  pageInfo: (connection) => connection,
};

/** Resolvers shared by every type whose name ends in `Edge`. */
export const edgeFields: Fields<Edge> = {
  node: ({ node }) => node,
  cursor: ({ key }) => writeCursor(key),
};

export const pageInfoFields: Fields<Connection<unknown>> = {
  hasNextPage: ({ end, list }) => end < list.length,
  hasPreviousPage: ({ start }) => start > 0,
  startCursor: ({ list, start, end, order }) =>
    start < end ? writeCursor(order.key(list[start])) : null,
  endCursor: ({ list, start, end, order }) =>
    start < end ? writeCursor(order.key(list[end - 1])) : null,
};

/** The index of the first entry past the cursor (`offset` 1), or of the one at it (`offset` 0). */
function positionOf<Node>(
  list: readonly Node[],
  { key, descending }: ListOrder<Node>,
  cursor: SortKey,
  offset: 0 | 1,
): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = list[middle];
    if (entry === undefined) break;
    const difference = compareKeys(key(entry), cursor) * (descending ? -1 : 1);
    if (difference < 0 || (offset === 1 && difference === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareKeys(a: SortKey, b: SortKey): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined || typeof left !== typeof right) continue;
    if (left < right) return -1;
    if (left > right) return 1;
  }
  return 0;
}

const CURSOR_PREFIX = 'cursor:v2:';

function writeCursor(key: SortKey): string {
  return Buffer.from(CURSOR_PREFIX + JSON.stringify(key)).toString('base64');
}

function readCursor(cursor: string, argument: string): SortKey {
  const text = Buffer.from(cursor, 'base64').toString();
  try {
    const key: unknown = text.startsWith(CURSOR_PREFIX)
      ? JSON.parse(text.slice(CURSOR_PREFIX.length))
      : null;
    if (Array.isArray(key) && key.every(isKeyPart)) return key;
  } catch {
    // Falls through to GitHub's answer for anything that is no cursor.
  }
  throw new QueryError(
    'INVALID_CURSOR_ARGUMENTS',
    `\`${cursor}\` does not appear to be a valid cursor for \`${argument}\`.`,
  );
}

function isKeyPart(part: unknown): part is string | number {
  return typeof part === 'string' || typeof part === 'number';
}
