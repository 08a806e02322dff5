/** Whose posts the blog would publish, as far as it can be told before there is an issue. */
import type { PublishPolicy } from '../config';
import { mayLabel, type ViewerPermission } from '../github/permission';
import { sameName } from '../posts/publication';

/**
 * @param permission of that person
 * @returns by the policy. An owner, a member or a collaborator is recognised by more than the right to
 *   read, which on a public repository everybody has.
 */
export function mayWrite(
  login: string,
  permission: ViewerPermission,
  policy: PublishPolicy,
): boolean {
  if (policy.kind === 'anyone') return permission !== null;
  if (policy.kind === 'logins') return policy.logins.some((allowed) => sameName(allowed, login));
  return mayLabel(permission);
}
