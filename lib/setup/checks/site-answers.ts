/** A check from outside: it asks the site as a reader would. */
import { HEALTH_PATH } from '../../paths';
import { textAt } from '../../unknown-fields';
import { type Check, fail, off, ok, warn } from '../finding';
import { isAddressGiven } from '../origin';

/** Behind `SITE_URL` is this blog, configured. Only for whoever asks from outside the site. */
export const checkSiteAnswers: Check = async ({ config, ask, given }) => {
  if (!isAddressGiven(given)) return [];
  const { url } = config.site;
  const answer = await ask({
    method: 'GET',
    path: `${url}${HEALTH_PATH}`,
    as: 'nobody',
  });
  if (answer.status === 0) {
    return [
      off('site-answers', `${url} does not answer from here.`, 'Start the site, or put it online.'),
    ];
  }
  const status = textAt(answer.body, 'status');
  if (status === null) {
    return [
      fail(
        'site-answers',
        `Behind ${url} is something else than this blog (${answer.status} at /api/health).`,
        'Correct SITE_URL, or where its name leads.',
      ),
    ];
  }
  if (status === 'unconfigured') {
    return [
      warn(
        'site-answers',
        `The site at ${url} runs without its settings.`,
        'Give it the same environment, and restart it.',
      ),
    ];
  }
  return [ok('site-answers', `${url} answers.`)];
};
