/** The entry points of every query. */

import type { Actor, Repository, User } from '../model';
import {
  canRead,
  findNode,
  findRepository,
  findUser,
  repositoryOf,
  type Store,
  sameName,
} from '../store';
import { readFlag, readTexts, requireText } from './arguments';
import { QueryError } from './errors';
import { searchEverything } from './search';
import type { Arguments, Fields, GraphQLContext } from './types';

export const queryFields: Fields<unknown> = {
  viewer: (_, __, { actor }) => actor.user,
  repository: (_, args, context) => readRepository(args, context),
  user: (_, args, { store }) =>
    requireAccount(store, args, (user) => user.type === 'User', 'a User'),
  organization: (_, args, { store }) =>
    requireAccount(store, args, (user) => user.type === 'Organization', 'an Organization'),
  repositoryOwner: (_, args, { store }) => {
    const owner = findUser(store, requireText(args, 'login'));
    return owner && ['User', 'Organization'].includes(owner.type) ? owner : null;
  },
  node: (_, args, context) => requireNode(requireText(args, 'id'), context),
  nodes: (_, args, context) =>
    (readTexts(args, 'ids') ?? []).map((id) => findVisible(id, context) ?? unresolvedNode(id)),
  search: (_, args, context) => searchEverything(args, context),
  rateLimit: (_, __, { cost, rateLimit }) => ({ ...rateLimit, ...cost }),
  meta: () => ({
    isPasswordAuthenticationVerifiable: false,
    hookIpAddresses: ['127.0.0.1/32'],
    gitIpAddresses: ['127.0.0.1/32'],
  }),
  relay: () => ({}),
};

/** @throws QueryError NOT_FOUND for an unknown id, or one behind a wall */
export function requireNode(id: string, context: GraphQLContext): unknown {
  const found = findVisible(id, context);
  if (!found) throw unresolvedNode(id);
  return found;
}

function unresolvedNode(id: string): QueryError {
  return new QueryError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
}

function findVisible(id: string, { store, actor }: GraphQLContext): unknown {
  const node = findNode(store, id);
  if (!node) return null;
  if (node.type === 'User') return node.record;
  const repository = node.type === 'Repository' ? node.record : repositoryOf(store, node.record);
  return isVisible(store, repository, actor) ? node.record : null;
}

function isVisible(store: Store, repository: Repository, actor: Actor): boolean {
  return canRead(store, repository, actor);
}

function readRepository(args: Arguments, { store, actor }: GraphQLContext): Repository {
  const owner = requireText(args, 'owner');
  const name = requireText(args, 'name');
  const found = findRepository(store, owner, name);
  const renamed = found && !sameName(found.name, name);
  if (
    found &&
    isVisible(store, found, actor) &&
    !(renamed && readFlag(args, 'followRenames') === false)
  ) {
    return found;
  }
  throw new QueryError(
    'NOT_FOUND',
    `Could not resolve to a Repository with the name '${owner}/${name}'.`,
  );
}

function requireAccount(
  store: Store,
  args: Arguments,
  accepts: (user: User) => boolean,
  kind: string,
): User {
  const login = requireText(args, 'login');
  const user = findUser(store, login);
  if (user && accepts(user)) return user;
  throw new QueryError('NOT_FOUND', `Could not resolve to ${kind} with the login of '${login}'.`);
}
