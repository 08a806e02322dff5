/** A repository as REST and webhooks show it. */
import type { Actor, Repository } from '../model';
import {
  actorPermission,
  fullName,
  isAtLeast,
  nodeId,
  ownerOf,
  repositoryById,
  type Store,
} from '../store';
import { type Context, repositoryApiUrl, repositoryHtmlUrl } from './urls';
import { userShape } from './user';

export function repositoryShape(context: Context, record: Repository) {
  const { store } = context;
  const repository = store.data.repositories.get(record.id) ?? record;
  const url = repositoryApiUrl(context, repository);
  const html = repositoryHtmlUrl(store, repository);
  const openIssues = countOpenIssues(store, repository);
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: fullName(store, repository),
    private: repository.private,
    owner: userShape(context, ownerOf(store, repository)),
    html_url: html,
    description: repository.description,
    fork: false,
    url,
    ...repositoryLinks(url),
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    pushed_at: repository.pushedAt,
    git_url: html.replace(/^https?:/, 'git:').concat('.git'),
    ssh_url: `git@${new URL(store.origin).hostname}:${fullName(store, repository)}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    homepage: repository.homepage,
    size: 1,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: repository.hasIssues,
    has_projects: false,
    has_downloads: true,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    mirror_url: null,
    archived: repository.archived,
    disabled: false,
    open_issues_count: openIssues,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    custom_properties: {},
    topics: repository.topics,
    visibility: repository.private ? 'private' : 'public',
    forks: 0,
    open_issues: openIssues,
    watchers: 0,
    default_branch: repository.defaultBranch,
  };
}

/** Without a list in between: every payload asks. */
function countOpenIssues(store: Store, repository: Repository): number {
  let count = 0;
  for (const { repositoryId, state } of store.data.issues.values()) {
    if (repositoryId === repository.id && state === 'open') count += 1;
  }
  return count;
}

/** With what the caller may do, as `GET /repos/OWNER/NAME` answers. */
export function repositoryShapeFor(context: Context, record: Repository, actor: Actor | null) {
  const shape = repositoryShape(context, record);
  if (!actor) return shape;
  const repository = repositoryById(context.store, record.id);
  const permission = actorPermission(context.store, repository, actor);
  return {
    ...shape,
    permissions: {
      admin: isAtLeast(permission, 'admin'),
      maintain: isAtLeast(permission, 'maintain'),
      push: isAtLeast(permission, 'write'),
      triage: isAtLeast(permission, 'triage'),
      pull: isAtLeast(permission, 'read'),
    },
  };
}

function repositoryLinks(url: string) {
  return {
    forks_url: `${url}/forks`,
    keys_url: `${url}/keys{/key_id}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    teams_url: `${url}/teams`,
    hooks_url: `${url}/hooks`,
    issue_events_url: `${url}/issues/events{/number}`,
    events_url: `${url}/events`,
    assignees_url: `${url}/assignees{/user}`,
    branches_url: `${url}/branches{/branch}`,
    tags_url: `${url}/tags`,
    blobs_url: `${url}/git/blobs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    trees_url: `${url}/git/trees{/sha}`,
    statuses_url: `${url}/statuses/{sha}`,
    languages_url: `${url}/languages`,
    stargazers_url: `${url}/stargazers`,
    contributors_url: `${url}/contributors`,
    subscribers_url: `${url}/subscribers`,
    subscription_url: `${url}/subscription`,
    commits_url: `${url}/commits{/sha}`,
    git_commits_url: `${url}/git/commits{/sha}`,
    comments_url: `${url}/comments{/number}`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    contents_url: `${url}/contents/{+path}`,
    compare_url: `${url}/compare/{base}...{head}`,
    merges_url: `${url}/merges`,
    archive_url: `${url}/{archive_format}{/ref}`,
    downloads_url: `${url}/downloads`,
    issues_url: `${url}/issues{/number}`,
    pulls_url: `${url}/pulls{/number}`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    labels_url: `${url}/labels{/name}`,
    releases_url: `${url}/releases{/id}`,
    deployments_url: `${url}/deployments`,
  };
}
