/** Events as GitHub's webhooks spell them. Built at once, while the store is as the event says. */
import type { Hook, Installation, Repository } from '../model';
import { commentShape, issueShape, labelShape, milestoneShape } from '../shapes/issue';
import { repositoryShape } from '../shapes/repository';
import type { Context } from '../shapes/urls';
import { userShape } from '../shapes/user';
import { nodeId, ownerOf, type Store, type StoreEvent } from '../store';
import { hookShape } from './hook-shape';

/** @param hook whose listener it is for: an App's hears of its installation too */
export function buildPayload(store: Store, event: StoreEvent, hook: Hook): object {
  const context: Context = { store, apiUrl: store.origin };
  const owner = ownerOf(store, event.repository);
  const installation = installationOf(store, event.repository, hook);
  return {
    ...subjectOf(context, event),
    repository: repositoryShape(context, event.repository),
    ...(owner.type === 'Organization' && { organization: organizationShape(context, owner.login) }),
    ...(installation && {
      installation: {
        id: installation.id,
        node_id: Buffer.from(`023:IntegrationInstallation${installation.id}`).toString('base64'),
      },
    }),
    sender: userShape(context, event.actor.user),
  };
}

function subjectOf(context: Context, event: StoreEvent): object {
  switch (event.event) {
    case 'issues':
      return {
        action: event.action,
        issue: issueShape(context, event.issue),
        ...issuesDetail(context, event),
      };
    case 'issue_comment':
      return {
        action: event.action,
        ...(event.action === 'edited' && { changes: changesOf(event.changes) }),
        issue: issueShape(context, event.issue),
        comment: commentShape(context, event.comment, event.issue),
      };
    case 'label':
      return {
        action: event.action,
        label: labelShape(context, event.label),
        ...(event.action === 'edited' && { changes: changesOf(event.changes) }),
      };
    case 'milestone':
      return {
        action: event.action,
        milestone: milestoneShape(context, event.milestone),
        ...(event.action === 'edited' && { changes: changesOf(event.changes) }),
      };
    case 'repository':
      return { action: event.action, ...repositoryDetail(event) };
    case 'ping':
      return { zen: ZEN, hook_id: event.hook.id, hook: hookShape(context, event.hook) };
  }
}

const ZEN = 'Half measures are as bad as nothing at all.';

function issuesDetail(context: Context, event: StoreEvent & { event: 'issues' }): object {
  switch (event.action) {
    case 'edited':
      return { changes: changesOf(event.changes) };
    case 'labeled':
    case 'unlabeled':
      return event.label ? { label: labelShape(context, event.label) } : {};
    case 'assigned':
    case 'unassigned':
      return { assignee: userShape(context, event.assignee) };
    case 'milestoned':
    case 'demilestoned':
      return { milestone: milestoneShape(context, event.milestone) };
    case 'transferred': {
      const { issue, repository } = event.transferredTo;
      const changes = {
        new_issue: issueShape(context, issue),
        new_repository: repositoryShape(context, repository),
      };
      return { changes };
    }
    case 'opened': {
      if (!event.transferredFrom) return {};
      const { issue, repository } = event.transferredFrom;
      const changes = {
        old_issue: issueShape(context, issue),
        old_repository: repositoryShape(context, repository),
      };
      return { changes };
    }
    default:
      return {};
  }
}

function repositoryDetail(event: StoreEvent & { event: 'repository' }): object {
  if (event.action === 'renamed') {
    return { changes: { repository: { name: { from: event.previousName } } } };
  }
  return event.action === 'edited' ? { changes: changesOf(event.changes) } : {};
}

/** `{title: 'Old'}` → `{title: {from: 'Old'}}`; an empty text was the empty string. */
function changesOf(changes: object): object {
  const entries = Object.entries(changes).map(([key, from]) => [
    key,
    { from: key === 'body' ? (from ?? '') : from },
  ]);
  return Object.fromEntries(entries);
}

function organizationShape({ store, apiUrl }: Context, login: string) {
  const user = [...store.data.users.values()].find((one) => one.login === login);
  const url = `${apiUrl}/orgs/${login}`;
  return {
    login,
    id: user?.id ?? 0,
    node_id: nodeId('Organization', user?.id ?? 0),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${store.origin}/avatars/u/${user?.id ?? 0}?v=4`,
    description: user?.bio ?? '',
  };
}

/** The installation through which an App hears of a repository; null for a repository's hook. */
export function installationOf(
  store: Store,
  repository: Repository,
  hook: Hook,
): Installation | null {
  const { target } = hook;
  if (target.kind !== 'app') return null;
  const found = [...store.installations.values()].find(
    (one) =>
      one.appId === target.appId &&
      one.accountId === repository.ownerId &&
      one.suspendedAt === null &&
      (one.repositoryIds === null || one.repositoryIds.includes(repository.id)),
  );
  return found ?? null;
}
