/** A check at GitHub of the one thing that the blog is made of. */
import { textAt, valueAt } from '../../unknown-fields';
import { type Check, type Finding, fail, fullName, ok, unexpected, warn } from '../finding';

/** The repository is there, public, alive, and has issues. */
export const checkRepository: Check = async (subject) => {
  const { config, ask } = subject;
  const name = fullName(subject);
  if (!name) return [];
  const known = config.credentials ? 'blog' : 'nobody';
  const own = await ask({ method: 'GET', path: `/repos/${name}`, as: known });
  // Before an App is installed it has no token; a public repository can be seen without.
  const isUnseen = own.status === 0 || own.status === 401 || own.status === 403;
  const answer = isUnseen
    ? await ask({ method: 'GET', path: `/repos/${name}`, as: 'nobody' })
    : own;
  if (answer.status === 404) {
    return [
      fail(
        'repository',
        `GitHub knows no repository ${name}, or these credentials may not see it.`,
        'Check the spelling of GITHUB_REPOSITORY (owner/name), and which repositories the token or the App was given.',
        `${config.serverUrl}/${name}`,
      ),
    ];
  }
  if (answer.status !== 200) return [unexpected('repository', 'The repository', answer)];
  return judge(answer.body, name, `${config.serverUrl}/${name}/settings`);
};

function judge(repository: unknown, name: string, settings: string): Finding[] {
  const found: Finding[] = [];
  const current = textAt(repository, 'full_name') ?? name;
  if (current.toLowerCase() !== name.toLowerCase()) {
    found.push(
      warn('repository', `${name} is called ${current} now.`, `Set GITHUB_REPOSITORY=${current}.`),
    );
  }
  if (valueAt(repository, 'private') === true) {
    found.push(
      fail(
        'repository',
        `${name} is private: its posts would be public, but readers could neither comment nor see its pictures.`,
        'Make the repository public, or put the blog into another.',
        settings,
      ),
    );
  }
  if (valueAt(repository, 'archived') === true) {
    found.push(
      fail(
        'repository',
        `${name} is archived: nothing can change in it.`,
        'Unarchive it.',
        settings,
      ),
    );
  }
  if (valueAt(repository, 'has_issues') === false) {
    const isFork = valueAt(repository, 'fork') === true;
    found.push(
      fail(
        'repository',
        `Issues are switched off in ${name}${isFork ? ', as in every fork' : ''}.`,
        'Tick Issues under Settings → General → Features.',
        `${settings}#features`,
      ),
    );
  }
  return found.length > 0 ? found : [ok('repository', `${name} is public and has issues.`)];
}
