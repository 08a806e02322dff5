/** `search(type, query)`: words and the qualifiers people use, over issues, repositories and users. */
import type { Issue } from '../model';
import {
  canRead,
  commentsOf,
  fullName,
  labelsOf,
  milestoneOf,
  ownerOf,
  repositoryOf,
  type Store,
  sameName,
  userById,
} from '../store';
import { readText, requireText } from './arguments';
import { type Connection, connect, connectNothing, type ListOrder, sortBy } from './pagination';
import type { Arguments, GraphQLContext } from './types';

interface Term {
  /** Null for a plain word. */
  qualifier: string | null;
  value: string;
  negated: boolean;
}

/** Splits `label:"a b" -is:closed words` into terms; quotes hold words together. */
export function parseSearch(query: string): Term[] {
  return Array.from(
    query.matchAll(/(-?)(?:([a-z][a-z-]*):)?(?:"([^"]*)"|(\S+))/gi),
    ([, minus, qualifier, quoted, word]): Term => ({
      qualifier: qualifier?.toLowerCase() ?? null,
      value: quoted ?? word ?? '',
      negated: minus === '-',
    }),
  );
}

/** The most results GitHub ever gives, however many there are. */
const MAX_RESULTS = 1000;

export function searchEverything(args: Arguments, context: GraphQLContext): object {
  const terms = parseSearch(requireText(args, 'query'));
  switch (readText(args, 'type')) {
    case 'ISSUE':
      return page(searchIssues(terms, context), args, readOrder(terms), 'issueCount');
    case 'REPOSITORY':
      return page(searchRepositories(terms, context), args, BY_ID, 'repositoryCount');
    case 'USER':
      return page(searchUsers(terms, context), args, BY_ID, 'userCount');
    default:
      return { ...connectNothing(), extra: COUNTS };
  }
}

const COUNTS = {
  codeCount: 0,
  discussionCount: 0,
  issueCount: 0,
  repositoryCount: 0,
  userCount: 0,
  wikiCount: 0,
};

const BY_ID: ListOrder<{ id: number }> = { key: ({ id }) => [id] };

function page<Node>(
  found: Node[],
  args: Arguments,
  order: ListOrder<Node>,
  count: keyof typeof COUNTS,
): Connection<Node> {
  const list = sortBy(found, order).slice(0, MAX_RESULTS);
  return connect(list, args, order, { ...COUNTS, [count]: found.length });
}

/** Issues and pull requests that the actor may read and that satisfy every term. */
export function searchIssues(terms: readonly Term[], context: GraphQLContext): Issue[] {
  const { store, actor } = context;
  const visible = new Set(
    Array.from(store.data.repositories.values())
      .filter((repository) => canRead(store, repository, actor))
      .map(({ id }) => id),
  );
  const scopes = terms.filter(({ qualifier }) => qualifier === 'in').map(({ value }) => value);
  const conditions = terms.filter(({ qualifier }) => qualifier !== 'in' && qualifier !== 'sort');
  return Array.from(store.data.issues.values()).filter(
    (issue) =>
      visible.has(issue.repositoryId) &&
      conditions.every((term) => matches(term, scopes, issue, context) !== term.negated),
  );
}

function matches(
  { qualifier, value }: Term,
  scopes: readonly string[],
  issue: Issue,
  { store, actor }: GraphQLContext,
): boolean {
  const repository = repositoryOf(store, issue);
  const isLogin = (id: number | null) =>
    sameName(userById(store, id)?.login ?? '', value === '@me' ? actor.user.login : value);
  switch (qualifier) {
    case null:
      return textOf(store, issue, scopes).includes(value.toLowerCase());
    case 'repo':
      return sameName(fullName(store, repository), value);
    case 'user':
    case 'org':
    case 'owner':
      return sameName(ownerOf(store, repository).login, value);
    case 'is':
    case 'type':
    case 'state':
      return hasState(issue, value.toLowerCase(), repository.private);
    case 'label':
      // A comma means "or".
      return labelsOf(store, issue).some(({ name }) =>
        value.split(',').some((wanted) => sameName(wanted, name)),
      );
    case 'author':
      return isLogin(issue.authorId);
    case 'assignee':
      return issue.assigneeIds.some(isLogin);
    case 'commenter':
      return commentsOf(store, issue).some(({ authorId }) => isLogin(authorId));
    case 'milestone':
      return sameName(milestoneOf(store, issue)?.title ?? '', value);
    case 'no':
      return lacks(issue, value.toLowerCase());
    case 'created':
      return inRange(issue.createdAt, value);
    case 'updated':
      return inRange(issue.updatedAt, value);
    case 'closed':
      return issue.closedAt !== null && inRange(issue.closedAt, value);
    case 'comments':
      return compare(issue.commentIds.length, value);
    default:
      return false;
  }
}

function hasState(issue: Issue, value: string, hidden: boolean): boolean {
  switch (value) {
    case 'issue':
      return issue.pullRequest === null;
    case 'pr':
      return issue.pullRequest !== null;
    case 'open':
    case 'closed':
      return issue.state === value;
    case 'locked':
      return issue.locked;
    case 'unlocked':
      return !issue.locked;
    case 'public':
      return !hidden;
    case 'private':
      return hidden;
    default:
      return false;
  }
}

function lacks(issue: Issue, value: string): boolean {
  if (value === 'label') return issue.labelIds.length === 0;
  if (value === 'assignee') return issue.assigneeIds.length === 0;
  return value === 'milestone' && issue.milestoneId === null;
}

/** `>=2024-01-01`, `<2024-02-01T10:00:00Z`, `2024-01-01..2024-02-01`, `2024-01-01`. */
function inRange(time: string, range: string): boolean {
  const at = Date.parse(time);
  const [from, to] = range.split('..');
  if (from !== undefined && to !== undefined) {
    return (from === '*' || at >= Date.parse(from)) && (to === '*' || at <= endOf(to));
  }
  const [, sign, date = ''] = /^([<>]=?)?(.*)$/.exec(range) ?? [];
  if (sign === '>=') return at >= Date.parse(date);
  if (sign === '>') return at > endOf(date);
  if (sign === '<=') return at <= endOf(date);
  if (sign === '<') return at < Date.parse(date);
  return at >= Date.parse(date) && at <= endOf(date);
}

/** A bare date means its whole day. */
function endOf(date: string): number {
  return Date.parse(date) + (date.length === 10 ? 86_399_999 : 0);
}

function compare(count: number, range: string): boolean {
  const [, sign, text = ''] = /^([<>]=?)?(\d+)$/.exec(range) ?? [];
  const limit = Number(text);
  if (sign === '>=') return count >= limit;
  if (sign === '>') return count > limit;
  if (sign === '<=') return count <= limit;
  return sign === '<' ? count < limit : count === limit;
}

function textOf(store: Store, issue: Issue, scopes: readonly string[]): string {
  const everywhere = scopes.length === 0;
  const parts = [
    everywhere || scopes.includes('title') ? issue.title : '',
    everywhere || scopes.includes('body') ? (issue.body ?? '') : '',
    everywhere || scopes.includes('comments')
      ? commentsOf(store, issue)
          .map(({ body }) => body)
          .join('\n')
      : '',
  ];
  return parts.join('\n').toLowerCase();
}

/** `sort:updated-asc`; newest first without it. */
function readOrder(terms: readonly Term[]): ListOrder<Issue> {
  const sort = terms.find(({ qualifier }) => qualifier === 'sort')?.value ?? 'created-desc';
  const [field, direction] = sort.split('-');
  return {
    key: (issue) => {
      if (field === 'updated') return [issue.updatedAt, issue.id];
      if (field === 'comments') return [issue.commentIds.length, issue.id];
      if (field === 'reactions') return [issue.reactions.length, issue.id];
      return [issue.createdAt, issue.id];
    },
    descending: direction !== 'asc',
  };
}

function searchRepositories(terms: readonly Term[], { store, actor }: GraphQLContext) {
  return Array.from(store.data.repositories.values()).filter(
    (repository) =>
      canRead(store, repository, actor) &&
      terms.every(({ qualifier, value }) => {
        if (qualifier === 'user' || qualifier === 'org') {
          return sameName(ownerOf(store, repository).login, value);
        }
        const text = `${fullName(store, repository)} ${repository.description ?? ''}`;
        return qualifier !== null || text.toLowerCase().includes(value.toLowerCase());
      }),
  );
}

function searchUsers(terms: readonly Term[], { store }: GraphQLContext) {
  return Array.from(store.data.users.values()).filter(
    ({ type, login, name }) =>
      (type === 'User' || type === 'Organization') &&
      terms.every(
        ({ qualifier, value }) =>
          qualifier !== null || `${login} ${name}`.toLowerCase().includes(value.toLowerCase()),
      ),
  );
}
