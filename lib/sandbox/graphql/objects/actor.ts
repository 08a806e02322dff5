/** Accounts: `User`, `Bot`, `Organization` and `Mannequin`, alike but for a few fields. */
import type { User } from '../../model';
import {
  canRead,
  findRepository,
  graphqlLogin,
  isAtLeast,
  permissionOf,
  userNodeId,
} from '../../store';
import { avatarUrl, userUrl } from '../addresses';
import { readNumber, requireText } from '../arguments';
import { QueryError } from '../errors';
import { connect } from '../pagination';
import type { Fields, GraphQLContext } from '../types';
import { readIssues } from './issue-list';

const accountFields: Fields<User> = {
  id: (user) => userNodeId(user),
  databaseId: (user) => user.id,
  login: (user) => user.login,
  avatarUrl: (user, args, { store }) =>
    avatarUrl(store, user, readNumber(args, 'size') ?? undefined),
  url: (user, _, { store }) => userUrl(store, user),
  resourcePath: (user, _, { store }) => new URL(userUrl(store, user)).pathname,
  createdAt: (user) => user.createdAt,
  updatedAt: (user) => user.updatedAt,
};

const ownerFields: Fields<User> = {
  ...accountFields,
  name: (user) => user.name,
  email: (user) => user.email ?? '',
  location: () => null,
  websiteUrl: () => null,
  repository: (user, args, context) => {
    const name = requireText(args, 'name');
    const found = findRepository(context.store, user.login, name);
    if (found && canRead(context.store, found, context.actor)) return found;
    throw new QueryError(
      'NOT_FOUND',
      `Could not resolve to a Repository with the name '${user.login}/${name}'.`,
    );
  },
  repositories: (user, args, context) =>
    connect(repositoriesOf(user, context), args, { key: ({ id }) => [id] }),
};

export const userFields: Fields<User> = {
  ...ownerFields,
  bio: (user) => user.bio,
  bioHTML: (user) => user.bio ?? '',
  company: () => null,
  pronouns: () => null,
  status: () => null,
  twitterUsername: () => null,
  isSiteAdmin: (user) => user.siteAdmin,
  isViewer: (user, _, { actor }) => user.id === actor.user.id,
  issues: (user, args, context) =>
    readIssues(
      Array.from(context.store.data.issues.values()).filter(
        (issue) => issue.authorId === user.id && isVisible(issue.repositoryId, context),
      ),
      args,
      context,
    ),
};

export const organizationFields: Fields<User> = {
  ...ownerFields,
  description: (user) => user.bio,
  viewerIsAMember: (user, _, context) =>
    repositoriesOf(user, context).some((repository) =>
      isAtLeast(permissionOf(context.store, repository, context.actor.user), 'triage'),
    ),
};

/** GraphQL's bots have no `[bot]` in their login; REST's and webhooks' do. */
export const botFields: Fields<User> = { ...accountFields, login: graphqlLogin };

export const mannequinFields: Fields<User> = {
  ...accountFields,
  email: (user) => user.email,
};

function repositoriesOf(user: User, { store, actor }: GraphQLContext) {
  return Array.from(store.data.repositories.values()).filter(
    (repository) => repository.ownerId === user.id && canRead(store, repository, actor),
  );
}

function isVisible(repositoryId: number, { store, actor }: GraphQLContext): boolean {
  const repository = store.data.repositories.get(repositoryId);
  return repository !== undefined && canRead(store, repository, actor);
}
