/** Repositories, people and the small resources every client asks for. */
import { json, redirect, type SandboxResponse } from '../http';
import { rateStatus } from '../rate-limit';
import { repositoryShape, repositoryShapeFor } from '../shapes/repository';
import { profileShape, userShape } from '../shapes/user';
import {
  canRead,
  findUser,
  isAtLeast,
  notFound,
  permissionOf,
  requirePermission,
  updateRepository,
} from '../store';
import { booleanField, nullableTextField, readFields, textField } from './fields';
import { paged } from './paging';
import {
  numberParam,
  param,
  type RestRequest,
  type Route,
  repositoryParam,
  signedIn,
} from './router';

const BASE = '/repos/:owner/:repo';

export const REPOSITORY_ROUTES: readonly Route[] = [
  ['GET', BASE, read],
  ['PATCH', BASE, update],
  ['GET', `${BASE}/collaborators`, listCollaborators],
  ['GET', `${BASE}/collaborators/:login`, isCollaborator],
  ['GET', `${BASE}/collaborators/:login/permission`, readPermission],
  ['GET', `${BASE}/pulls`, (request) => paged(request, [], () => null)],
  ['GET', `${BASE}/notifications`, emptyList],
  ['GET', '/repositories/:id', readById],
  ['GET', '/repositories/:id/*rest', redirectById],
  ['GET', '/user', readMe],
  ['GET', '/user/repos', listMine],
  ['GET', '/users/:login', readUser],
  ['GET', '/users/:login/repos', listOfUser],
  ['GET', '/rate_limit', readRateLimit],
  ['GET', '/notifications', emptyList],
  ['GET', '/meta', readMeta],
  ['GET', '/zen', () => ({ status: 200, body: 'Keep it logically awesome.' })],
];

function read(request: RestRequest): SandboxResponse {
  return json(200, repositoryShapeFor(request.context, repositoryParam(request), request.actor));
}

function update(request: RestRequest): SandboxResponse {
  const fields = readFields(request);
  const repository = updateRepository(
    request.primary,
    signedIn(request),
    repositoryParam(request),
    {
      name: textField(fields, 'name'),
      description: nullableTextField(fields, 'description'),
      homepage: nullableTextField(fields, 'homepage'),
      private: booleanField(fields, 'private'),
      archived: booleanField(fields, 'archived'),
      hasIssues: booleanField(fields, 'has_issues'),
    },
  );
  return json(200, repositoryShapeFor(request.written, repository, request.actor));
}

function readById(request: RestRequest): SandboxResponse {
  const repository = request.store.data.repositories.get(numberParam(request, 'id'));
  if (!repository || !canRead(request.store, repository, request.actor)) throw notFound();
  return json(200, repositoryShapeFor(request.context, repository, request.actor));
}

/** GitHub answers a former name with `/repositories/ID/…`; from there on to the present name. */
function redirectById(request: RestRequest): SandboxResponse {
  const repository = request.store.data.repositories.get(numberParam(request, 'id'));
  if (!repository || !canRead(request.store, repository, request.actor)) throw notFound();
  const { url } = repositoryShape(request.context, repository);
  return redirect(`${url}/${param(request, 'rest')}${request.url.search}`, 307);
}

function listCollaborators(request: RestRequest): SandboxResponse {
  const repository = repositoryParam(request);
  const { store } = request;
  requirePermission(store, repository, signedIn(request), 'write');
  const users = [...store.data.users.values()].filter((user) =>
    isAtLeast(permissionOf(store, repository, user), 'triage'),
  );
  return paged(request, users, (user) => userShape(request.context, user));
}

function isCollaborator(request: RestRequest): SandboxResponse {
  const user = findUser(request.store, param(request, 'login'));
  const permission = permissionOf(request.store, repositoryParam(request), user);
  if (!user || !isAtLeast(permission, 'triage')) throw notFound();
  return { status: 204 };
}

/** GitHub tells `maintain` as write and `triage` as read here, and the whole truth in `role_name`. */
function readPermission(request: RestRequest): SandboxResponse {
  const user = findUser(request.store, param(request, 'login'));
  signedIn(request);
  if (!user) throw notFound();
  const role = permissionOf(request.store, repositoryParam(request), user);
  const permission = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role;
  return json(200, { permission, role_name: role, user: userShape(request.context, user) });
}

function readMe(request: RestRequest): SandboxResponse {
  const { user, token } = signedIn(request);
  // A fine-grained token has permissions instead, of which no header tells.
  const scopes: Record<string, string> = token?.permissions
    ? {}
    : { 'x-oauth-scopes': token?.scopes.join(', ') ?? '' };
  return json(200, profileShape(request.context, user), scopes);
}

function listMine(request: RestRequest): SandboxResponse {
  const { store, context } = request;
  const { user } = signedIn(request);
  const mine = [...store.data.repositories.values()].filter((repository) =>
    isAtLeast(permissionOf(store, repository, user), 'triage'),
  );
  return paged(request, mine, (one) => repositoryShapeFor(context, one, request.actor));
}

function readUser(request: RestRequest): SandboxResponse {
  const user = findUser(request.store, param(request, 'login'));
  if (!user) throw notFound();
  return json(200, profileShape(request.context, user));
}

function listOfUser(request: RestRequest): SandboxResponse {
  const { store, context, actor } = request;
  const user = findUser(store, param(request, 'login'));
  if (!user) throw notFound();
  const theirs = [...store.data.repositories.values()].filter(
    (repository) => repository.ownerId === user.id && canRead(store, repository, actor),
  );
  return paged(request, theirs, (one) => repositoryShape(context, one));
}

function readRateLimit(request: RestRequest): SandboxResponse {
  const core = rateStatus(request.primary, request.actor, 'core');
  const graphql = rateStatus(request.primary, request.actor, 'graphql');
  return json(200, { resources: { core, graphql }, rate: core });
}

function readMeta(): SandboxResponse {
  return json(200, {
    verifiable_password_authentication: false,
    hooks: ['127.0.0.0/8', '::1/128'],
    web: ['127.0.0.0/8'],
    api: ['127.0.0.0/8'],
    git: ['127.0.0.0/8'],
  });
}

function emptyList(request: RestRequest): SandboxResponse {
  signedIn(request);
  return json(200, []);
}
