/** `/applications/CLIENT_ID/…`: an App checks and revokes tokens it was given, with its secret. */
import { json, readJson, type SandboxRequest, type SandboxResponse } from '../http';
import type { App, Token } from '../model';
import { isFields } from '../rest/fields';
import { param, type RestRequest, type Route } from '../rest/router';
import { userShape } from '../shapes/user';
import { notFound, revokeToken, SandboxError, userById } from '../store';
import { findAppByClient } from './apps';
import { issueUserToken, revokeAuthorization } from './tokens';

export const APPLICATION_ROUTES: readonly Route[] = [
  ['POST', '/applications/:client/token', check],
  ['PATCH', '/applications/:client/token', reset],
  ['DELETE', '/applications/:client/token', revoke],
  ['DELETE', '/applications/:client/grant', revokeGrant],
];

/** @throws SandboxError unless the client authenticates with its id and secret (Basic) */
function clientOf(request: RestRequest): App {
  const app = findAppByClient(request.primary, param(request, 'client'));
  if (!app || !isClient(request, app)) throw notFound();
  return app;
}

function isClient({ headers }: SandboxRequest, app: App): boolean {
  const [scheme, value = ''] = (headers.authorization ?? '').split(' ');
  const given = Buffer.from(value, 'base64').toString('utf8');
  return scheme?.toLowerCase() === 'basic' && given === `${app.clientId}:${app.clientSecret}`;
}

/** The token the body names. @throws SandboxError unless it is one of the App's */
function tokenOf(request: RestRequest, app: App): Token {
  const body = readJson(request);
  const text = isFields(body) ? body.access_token : null;
  if (typeof text !== 'string') {
    throw new SandboxError('unprocessable', 'access_token is missing');
  }
  const token = request.primary.tokens.get(text);
  if (token?.appId !== app.id) throw notFound();
  return token;
}

function check(request: RestRequest): SandboxResponse {
  const app = clientOf(request);
  return json(200, authorizationShape(request, app, tokenOf(request, app)));
}

function reset(request: RestRequest): SandboxResponse {
  const app = clientOf(request);
  const token = tokenOf(request, app);
  const user = userById(request.primary, token.userId);
  if (!user) throw notFound();
  revokeToken(request.primary, token.token);
  const fresh = issueUserToken(request.primary, app, user, token.scopes);
  return json(200, authorizationShape(request, app, fresh));
}

function revoke(request: RestRequest): SandboxResponse {
  revokeToken(request.primary, tokenOf(request, clientOf(request)).token);
  return { status: 204 };
}

function revokeGrant(request: RestRequest): SandboxResponse {
  const app = clientOf(request);
  const user = userById(request.primary, tokenOf(request, app).userId);
  if (user) revokeAuthorization(request.primary, app, user);
  return { status: 204 };
}

function authorizationShape(request: RestRequest, app: App, token: Token) {
  return {
    id: app.id,
    url: `${request.apiUrl}/authorizations/${app.id}`,
    app: { name: app.name, url: app.externalUrl, client_id: app.clientId },
    token: token.token,
    hashed_token: null,
    token_last_eight: token.token.slice(-8),
    note: null,
    note_url: null,
    created_at: token.createdAt,
    updated_at: token.createdAt,
    expires_at: token.expiresAt,
    scopes: token.scopes,
    fingerprint: null,
    user: userShape(request.written, userById(request.primary, token.userId)),
  };
}
