/** `POST /login/oauth/access_token`: refusals come with status 200 and an `error`, as from GitHub. */
import { json, readForm, readJson, type SandboxRequest, type SandboxResponse } from '../http';
import type { App, Token } from '../model';
import { isFields } from '../rest/fields';
import type { Store } from '../store';
import { findAppByClient } from './apps';
import { exchangeCode, refreshUserToken } from './tokens';

export function accessToken(request: SandboxRequest): SandboxResponse {
  const fields = readParameters(request);
  const { primary } = request;
  const app = findAppByClient(primary, fields.client_id ?? '');
  if (!app || app.clientSecret !== fields.client_secret) {
    return respond(request, describeError('incorrect_client_credentials'));
  }
  const granted = grant(primary, app, fields);
  return respond(
    request,
    typeof granted === 'string' ? describeError(granted) : describeToken(granted),
  );
}

type Fields = Readonly<Record<string, string>>;

function grant(store: Store, app: App, fields: Fields): Token | keyof typeof ERRORS {
  const type = fields.grant_type ?? 'authorization_code';
  if (type === 'refresh_token') {
    return refreshUserToken(store, app, fields.refresh_token ?? '');
  }
  if (type !== 'authorization_code') return 'unsupported_grant_type';
  return exchangeCode(store, app, {
    code: fields.code ?? '',
    redirectUri: fields.redirect_uri ?? null,
    codeVerifier: fields.code_verifier ?? null,
  });
}

const ERRORS = {
  incorrect_client_credentials: 'The client_id and/or client_secret passed are incorrect.',
  bad_verification_code: 'The code passed is incorrect or expired.',
  redirect_uri_mismatch:
    'The redirect_uri MUST match the registered callback URL for this application.',
  bad_refresh_token: 'The refresh token passed is incorrect or expired.',
  unsupported_grant_type: 'The OAuth grant type is not supported.',
};

function describeError(error: keyof typeof ERRORS): Record<string, string | number> {
  return {
    error,
    error_description: ERRORS[error],
    error_uri:
      'https://docs.github.com/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors',
  };
}

function describeToken(token: Token): Record<string, string | number> {
  const life = (end: string) => (Date.parse(end) - Date.parse(token.createdAt)) / 1000;
  return {
    access_token: token.token,
    ...(token.expiresAt && { expires_in: life(token.expiresAt) }),
    ...(token.refreshToken && { refresh_token: token.refreshToken }),
    ...(token.refreshExpiresAt && { refresh_token_expires_in: life(token.refreshExpiresAt) }),
    token_type: 'bearer',
    scope: token.scopes.join(','),
  };
}

/** JSON where it is asked for, else a form. */
function respond(
  request: SandboxRequest,
  answer: Record<string, string | number>,
): SandboxResponse {
  if (request.headers.accept?.includes('json')) {
    return json(200, answer, { 'cache-control': 'no-store' });
  }
  const form = new URLSearchParams(
    Object.entries(answer).map(([name, value]) => [name, String(value)]),
  );
  return {
    status: 200,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'cache-control': 'no-store',
    },
    body: form.toString(),
  };
}

/** The body's fields, as JSON or as a form, and the query's. */
function readParameters(request: SandboxRequest): Fields {
  const sent = request.headers['content-type']?.includes('json')
    ? textsOf(readJson(request))
    : Object.fromEntries(readForm(request));
  return { ...Object.fromEntries(request.query), ...sent };
}

function textsOf(value: unknown): Record<string, string> {
  const entries = isFields(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
