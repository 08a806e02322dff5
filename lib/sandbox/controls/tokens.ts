/** Taking back what somebody authorized, as on GitHub's settings page. */
import { json, type SandboxRequest, type SandboxResponse } from '../http';
import { revokeAuthorization } from '../oauth/tokens';
import { textField } from '../rest/fields';
import { findUser, notFound } from '../store';
import { readObject } from './read';

/** `{login}`: ends every token that person gave to an App; answers `{revoked: 1}`. */
export function revokeTokens(request: SandboxRequest): SandboxResponse {
  const login = textField(readObject(request), 'login') ?? '';
  const user = findUser(request.primary, login);
  if (!user) throw notFound(`There is nobody called '${login}'.`);
  return json(200, { revoked: revokeAuthorization(request.primary, null, user) });
}
