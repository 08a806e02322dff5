/** A check within the repository; `create-label.ts` mends what it finds. */
import { type Check, fail, fullName, ok, unexpected } from '../finding';

/** The label that publishes is in the repository. */
export const checkLabel: Check = async (subject) => {
  const { config, ask } = subject;
  const name = fullName(subject);
  const label = config.publishLabel;
  const path = `/repos/${name}/labels/${encodeURIComponent(label)}`;
  const answer = await ask({ method: 'GET', path, as: 'blog' });
  if (answer.status === 200) return [ok('label', `The label “${label}” is there.`)];
  if (answer.status === 404) {
    return [
      fail(
        'label',
        `There is no label “${label}” in ${name}, so nothing can be published.`,
        'Create it: on /setup, with "npm run doctor -- --fix", or by hand.',
        `${config.serverUrl}/${name}/labels`,
      ),
    ];
  }
  return [unexpected('label', 'The label', answer)];
};
