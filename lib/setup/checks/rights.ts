/** A check for a blog that works with a token; for an App it is `installation.ts`. */
import { textAt, valueAt } from '../../unknown-fields';
import { type Check, fail, fullName, ok, unexpected, warn } from '../finding';

/**
 * A token may write issues and comments. GitHub tells nobody what a token may do, but it checks the
 * right before the input: an issue without a title is refused with 422 to whoever may write one.
 */
export const checkRights: Check = async (subject) => {
  const { config, ask } = subject;
  if (config.credentials?.kind !== 'token') return [];
  const name = fullName(subject);
  const repository = await ask({ method: 'GET', path: `/repos/${name}`, as: 'blog' });
  const canBeWritten =
    repository.status === 200 &&
    valueAt(repository.body, 'has_issues') !== false &&
    valueAt(repository.body, 'archived') !== true;
  if (!canBeWritten) return [];
  const answer = await ask({ method: 'POST', path: `/repos/${name}/issues`, body: {}, as: 'blog' });
  if (answer.status === 403 || answer.status === 404) {
    return [
      fail(
        'rights',
        `The token may not write to the issues of ${name}: ${textAt(answer.body, 'message') ?? 'refused'}.`,
        'Give the fine-grained token "Issues: read and write" for this repository (a classic one needs public_repo).',
        `${config.serverUrl}/settings/tokens`,
      ),
    ];
  }
  if (answer.status !== 422) return [unexpected('rights', 'What the token may do', answer)];
  if (valueAt(repository.body, 'permissions', 'triage') !== true) {
    return [
      warn(
        'rights',
        `The token's account is a stranger in ${name}: it may comment, but neither label nor see what is hidden.`,
        'Invite the account as a collaborator with the role Write, or use a token of the owner.',
        `${config.serverUrl}/${name}/settings/access`,
      ),
    ];
  }
  return [ok('rights', `The token may write issues and comments in ${name}.`)];
};
