/** `Repository`. What it never has (releases, projects, discussions …) is answered as empty. */
import type { Actor, Permission, Repository, User } from '../../model';
import {
  actorPermission,
  findIssue,
  findLabel,
  findMilestone,
  fullName,
  isAtLeast,
  listLabels,
  listMilestones,
  nodeId,
  ownerOf,
  permissionOf,
  type Store,
} from '../../store';
import { pathOf, repositoryUrl } from '../addresses';
import { readNumber, readText, requireText } from '../arguments';
import { asHtml } from '../content';
import { QueryError } from '../errors';
import { connect, connectNothing } from '../pagination';
import { isBlankIssueAllowed, listTemplates } from '../templates';
import type { Arguments, Fields, GraphQLContext } from '../types';
import { defaultBranch, findGitObject } from './git-object';
import { issuesIn, itemsIn, readIssues } from './issue-list';
import { readLabels } from './label';
import { readMilestones } from './milestone';

export const repositoryFields: Fields<Repository> = {
  id: ({ id }) => nodeId('Repository', id),
  databaseId: ({ id }) => id,
  name: ({ name }) => name,
  nameWithOwner: (repository, _, { store }) => fullName(store, repository),
  owner: (repository, _, { store }) => ownerOf(store, repository),
  url: (repository, _, { store }) => repositoryUrl(store, repository),
  resourcePath: (repository, _, { store }) => pathOf(repositoryUrl(store, repository)),
  sshUrl: (repository, _, { store }) => {
    const { hostname } = new URL(store.origin);
    return `git@${hostname}:${fullName(store, repository)}.git`;
  },
  description: ({ description }) => description,
  descriptionHTML: ({ description }) => asHtml(description),
  shortDescriptionHTML: ({ description }) => asHtml(description),
  homepageUrl: ({ homepage }) => homepage,
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  pushedAt: ({ pushedAt }) => pushedAt,
  archivedAt: ({ archived, updatedAt }) => (archived ? updatedAt : null),
  isArchived: ({ archived }) => archived,
  isPrivate: (repository) => repository.private,
  visibility: (repository) => (repository.private ? 'PRIVATE' : 'PUBLIC'),
  isInOrganization: (repository, _, { store }) =>
    ownerOf(store, repository).type === 'Organization',
  hasIssuesEnabled: ({ hasIssues }) => hasIssues,
  isBlankIssuesEnabled: (repository, _, { store }) => isBlankIssueAllowed(store, repository),
  ...constants(false, [
    'isDisabled',
    'isEmpty',
    'isFork',
    'isLocked',
    'isMirror',
    'isTemplate',
    'isUserConfigurationRepository',
    'isSecurityPolicyEnabled',
    'hasDiscussionsEnabled',
    'hasProjectsEnabled',
    'hasSponsorshipsEnabled',
    'hasVulnerabilityAlertsEnabled',
    'hasWikiEnabled',
    'viewerHasStarred',
    'usesCustomOpenGraphImage',
    'webCommitSignoffRequired',
  ]),
  ...constants(null, [
    'parent',
    'templateRepository',
    'licenseInfo',
    'lockReason',
    'mirrorUrl',
    'primaryLanguage',
    'latestRelease',
    'codeOfConduct',
    'securityPolicyUrl',
    'tempCloneToken',
    'discussionCategory',
  ]),
  ...constants(0, ['stargazerCount', 'forkCount', 'diskUsage']),
  ...emptyConnections([
    'stargazers',
    'watchers',
    'forks',
    'releases',
    'languages',
    'discussions',
    'discussionCategories',
    'pinnedDiscussions',
    'projectsV2',
    'deployments',
    'commitComments',
  ]),
  forkingAllowed: () => true,
  fundingLinks: () => [],
  contactLinks: () => [],
  repositoryTopics: ({ topics }, args) =>
    connect(
      topics.map((name) => ({ name })),
      args,
      { key: ({ name }) => [name] },
    ),
  defaultBranchRef: (repository, _, { store }) => defaultBranch(store, repository),
  ref: (repository, args, { store }) => {
    const name = requireText(args, 'qualifiedName').replace(/^refs\/heads\//, '');
    return name === repository.defaultBranch ? defaultBranch(store, repository) : null;
  },
  object: (repository, args, { store }) =>
    findGitObject(store, repository, readText(args, 'expression'), readText(args, 'oid')),
  assignableUsers: (repository, args, { store }) =>
    connect(searchPeople(peopleOf(store, repository), args), args, { key: ({ id }) => [id] }),
  mentionableUsers: (repository, args, { store }) =>
    connect(searchPeople(peopleOf(store, repository), args), args, { key: ({ id }) => [id] }),
  collaborators: (repository, args, { store, actor }) =>
    isAtLeast(actorPermission(store, repository, actor), 'write')
      ? connect(searchPeople(peopleOf(store, repository), args), args, { key: ({ id }) => [id] })
      : null,
  label: (repository, args, { store }) => findLabel(store, repository, requireText(args, 'name')),
  labels: (repository, args, { store }) => readLabels(listLabels(store, repository), args),
  milestone: (repository, args, { store }) =>
    findMilestone(store, repository, readNumber(args, 'number') ?? 0),
  milestones: (repository, args, { store }) =>
    readMilestones(listMilestones(store, repository), args),
  issue: (repository, args, context) => {
    const issue = itemNumbered(repository, args, context);
    if (issue && !issue.pullRequest) return issue;
    throw unresolved('an Issue', args);
  },
  pullRequest: (repository, args, context) => {
    const item = itemNumbered(repository, args, context);
    if (item?.pullRequest) return item;
    throw unresolved('a PullRequest', args);
  },
  issueOrPullRequest: (repository, args, context) => {
    const item = itemNumbered(repository, args, context);
    if (item) return item;
    throw unresolved('an issue or pull request', args);
  },
  discussion: (_, args) => {
    throw unresolved('a Discussion', args);
  },
  issues: (repository, args, context) =>
    readIssues(issuesIn(context.store, repository.id), args, context),
  pullRequests: (repository, args, context) =>
    readIssues(
      itemsIn(context.store, repository.id).filter(({ pullRequest }) => pullRequest !== null),
      args,
      context,
    ),
  pinnedIssues: (repository, args) => {
    const pinned = repository.pinned.map((pin, place): Pinned => ({ ...pin, place, repository }));
    return connect(pinned, args, { key: ({ place }) => [place] });
  },
  issueTemplates: (repository, _, { store }) => listTemplates(store, repository),
  viewerPermission: (repository, _, { store, actor }) => {
    const permission = actorPermission(store, repository, actor);
    return permission === 'none' ? null : permission.toUpperCase();
  },
  viewerCanAdminister: (repository, _, { store, actor }) => has(store, repository, actor, 'admin'),
  viewerCanUpdateTopics: (repository, _, { store, actor }) =>
    has(store, repository, actor, 'maintain'),
  viewerCanSubscribe: () => true,
  viewerSubscription: () => 'UNSUBSCRIBED',
};

export interface Pinned {
  issueId: number;
  userId: number;
  place: number;
  repository: Repository;
}

export const pinnedIssueFields: Fields<Pinned> = {
  id: ({ issueId, repository }) => nodeId('PinnedIssue', issueId, repository.id),
  databaseId: ({ issueId }) => issueId,
  fullDatabaseId: ({ issueId }) => String(issueId),
  issue: ({ issueId }, _, { store }) => store.data.issues.get(issueId),
  pinnedBy: ({ userId }, _, { store }) => store.data.users.get(userId),
  repository: ({ repository }) => repository,
};

function itemNumbered(repository: Repository, args: Arguments, { store }: GraphQLContext) {
  return findIssue(store, repository, readNumber(args, 'number') ?? 0);
}

function unresolved(kind: string, args: Arguments): QueryError {
  return new QueryError(
    'NOT_FOUND',
    `Could not resolve to ${kind} with the number of ${readNumber(args, 'number')}.`,
  );
}

/** The owner and whoever has a role, without organizations and bots. */
function peopleOf(store: Store, repository: Repository): User[] {
  const ids = [repository.ownerId, ...repository.collaborators.map(({ userId }) => userId)];
  return [...new Set(ids)]
    .flatMap((id) => store.data.users.get(id) ?? [])
    .filter(
      (user) => user.type === 'User' && isAtLeast(permissionOf(store, repository, user), 'triage'),
    )
    .sort((a, b) => a.id - b.id);
}

function searchPeople(people: User[], args: Arguments): User[] {
  const query = (readText(args, 'query') ?? readText(args, 'login') ?? '').toLowerCase();
  return people.filter(({ login, name }) => `${login} ${name}`.toLowerCase().includes(query));
}

function has(store: Store, repository: Repository, actor: Actor, needed: Permission): boolean {
  return isAtLeast(actorPermission(store, repository, actor), needed);
}

function constants(value: unknown, names: readonly string[]): Fields<Repository> {
  return Object.fromEntries(names.map((name) => [name, () => value]));
}

function emptyConnections(names: readonly string[]): Fields<Repository> {
  return Object.fromEntries(names.map((name) => [name, () => connectNothing()]));
}
