/** The API of an App about itself: its installations and their tokens. */
import { randomBytes } from 'node:crypto';
import { json, readJson, type SandboxResponse } from '../http';
import type { App, Installation, Repository } from '../model';
import { isFields } from '../rest/fields';
import { paged } from '../rest/paging';
import { numberParam, param, type RestRequest, type Route, signedIn } from '../rest/router';
import { appShape } from '../shapes/app';
import { repositoryShapeFor } from '../shapes/repository';
import { userShape } from '../shapes/user';
import {
  addToken,
  findRepository,
  findUser,
  notFound,
  SandboxError,
  type Store,
  userById,
} from '../store';
import { requireApp } from './app-jwt';
import { findApp, installationsOf, uninstallApp } from './apps';
import { inSeconds } from './tokens';

export const INSTALLATION_ROUTES: readonly Route[] = [
  ['GET', '/app', readApp],
  ['GET', '/app/installations', list],
  [
    'GET',
    '/app/installations/:id',
    (request) => json(200, shape(request, ownInstallation(request))),
  ],
  ['DELETE', '/app/installations/:id', uninstall],
  ['POST', '/app/installations/:id/access_tokens', createToken],
  ['GET', '/repos/:owner/:repo/installation', ofRepository],
  ['GET', '/users/:login/installation', ofAccount],
  ['GET', '/orgs/:login/installation', ofAccount],
  ['GET', '/installation/repositories', listRepositories],
  ['DELETE', '/installation/token', endToken],
  ['GET', '/user/installations', listOfUser],
];

const TOKEN_LIFE = 3_600;

function readApp(request: RestRequest): SandboxResponse {
  const app = requireApp(request);
  const count = installationsOf(request.primary, app).length;
  return json(200, { ...appShape(request.written, app), installations_count: count });
}

/** `GET /apps/SLUG` is for everybody, unless the App is private. */
export function publicApp(request: RestRequest): SandboxResponse {
  const app = findApp(request.primary, param(request, 'slug'));
  if (!app || !(app.public || request.actor?.user.id === app.ownerId)) throw notFound();
  return json(200, appShape(request.written, app));
}

function list(request: RestRequest): SandboxResponse {
  const app = requireApp(request);
  return paged(request, installationsOf(request.primary, app), (one) => shape(request, one));
}

function ownInstallation(request: RestRequest): Installation {
  const app = requireApp(request);
  const installation = request.primary.installations.get(numberParam(request, 'id'));
  if (installation?.appId !== app.id) throw notFound();
  return installation;
}

function uninstall(request: RestRequest): SandboxResponse {
  uninstallApp(request.primary, ownInstallation(request));
  return { status: 204 };
}

/** `{repositories: [names], repository_ids: [ids], permissions}`; all of them optional. */
function createToken(request: RestRequest): SandboxResponse {
  const installation = ownInstallation(request);
  if (installation.suspendedAt) {
    throw new SandboxError('forbidden', 'This installation has been suspended');
  }
  const store = request.primary;
  const app = requireApp(request);
  const chosen = chooseRepositories(request, installation);
  const token = addToken(store, {
    // These tokens carry a JWT and are some 520 characters long since April 2026.
    token: `ghs_${app.id}_${randomBytes(376).toString('base64url')}`,
    kind: 'installation',
    userId: app.botId,
    appId: app.id,
    installationId: installation.id,
    scopes: [],
    repositoryIds: chosen?.map(({ id }) => id) ?? installation.repositoryIds,
    expiresAt: inSeconds(store, TOKEN_LIFE),
  });
  return json(201, {
    token: token.token,
    expires_at: token.expiresAt,
    permissions: app.permissions,
    repository_selection: token.repositoryIds ? 'selected' : 'all',
    ...(chosen && {
      repositories: chosen.map((one) => repositoryShapeFor(request.written, one, null)),
    }),
  });
}

/** Null where the body names none. @throws SandboxError for one the App is not installed on */
function chooseRepositories(request: RestRequest, installation: Installation): Repository[] | null {
  const body = readJson(request);
  const { repositories, repository_ids: ids } = isFields(body) ? body : {};
  if (!Array.isArray(repositories) && !Array.isArray(ids)) return null;
  const wanted: unknown[] = [repositories ?? [], ids ?? []].flat();
  const reached = repositoriesOf(request.primary, installation);
  return wanted.map((one) => {
    const found = reached.find(({ id, name }) => id === one || name === one);
    if (found) return found;
    throw new SandboxError(
      'unprocessable',
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  });
}

function ofRepository(request: RestRequest): SandboxResponse {
  const app = requireApp(request);
  const store = request.primary;
  const repository = findRepository(store, param(request, 'owner'), param(request, 'repo'));
  const installation = installationsOf(store, app).find((one) =>
    repositoriesOf(store, one).some(({ id }) => id === repository?.id),
  );
  if (!installation) throw notFound();
  return json(200, shape(request, installation));
}

function ofAccount(request: RestRequest): SandboxResponse {
  const app = requireApp(request);
  const account = findUser(request.primary, param(request, 'login'));
  const installation = installationsOf(request.primary, app).find(
    ({ accountId }) => accountId === account?.id,
  );
  if (!installation) throw notFound();
  return json(200, shape(request, installation));
}

/** With an installation's token. */
function listRepositories(request: RestRequest): SandboxResponse {
  const { token } = signedIn(request);
  const installation = request.primary.installations.get(token?.installationId ?? 0);
  if (!token || !installation) {
    throw new SandboxError('forbidden', 'You must authenticate with an installation access token.');
  }
  const reached = repositoriesOf(request.primary, installation).filter(
    ({ id }) => token.repositoryIds?.includes(id) ?? true,
  );
  return json(200, {
    total_count: reached.length,
    repository_selection: token.repositoryIds ? 'selected' : 'all',
    repositories: reached.map((one) => repositoryShapeFor(request.written, one, request.actor)),
  });
}

function endToken(request: RestRequest): SandboxResponse {
  const { token } = signedIn(request);
  if (token?.kind !== 'installation') throw notFound();
  request.primary.tokens.delete(token.token);
  return { status: 204 };
}

/** With a user's token through an App: that App's installations the user has a part in. */
function listOfUser(request: RestRequest): SandboxResponse {
  const { app, user } = signedIn(request);
  if (!app) throw new SandboxError('forbidden', 'You must authenticate with an App user token.');
  const store = request.primary;
  const reached = installationsOf(store, app).filter(
    (one) =>
      one.accountId === user.id ||
      repositoriesOf(store, one).some(({ collaborators }) =>
        collaborators.some(({ userId }) => userId === user.id),
      ),
  );
  return json(200, {
    total_count: reached.length,
    installations: reached.map((one) => shape(request, one)),
  });
}

function repositoriesOf(store: Store, { accountId, repositoryIds }: Installation): Repository[] {
  return [...store.data.repositories.values()].filter(
    ({ id, ownerId }) => ownerId === accountId && (repositoryIds?.includes(id) ?? true),
  );
}

function shape({ written, apiUrl, origin, primary }: RestRequest, installation: Installation) {
  const app: App | undefined = primary.apps.get(installation.appId);
  const account = userById(primary, installation.accountId);
  return {
    id: installation.id,
    account: userShape(written, account),
    repository_selection: installation.repositoryIds ? 'selected' : 'all',
    access_tokens_url: `${apiUrl}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${apiUrl}/installation/repositories`,
    html_url: `${origin}/settings/installations/${installation.id}`,
    app_id: installation.appId,
    app_slug: app?.slug ?? '',
    client_id: app?.clientId ?? '',
    target_id: installation.accountId,
    target_type: account?.type ?? 'User',
    permissions: app?.permissions ?? {},
    events: app?.events ?? [],
    created_at: installation.createdAt,
    updated_at: installation.createdAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: installation.suspendedAt,
  };
}
