/** A check of what a blog can do without: its readers discuss on GitHub then. */

import { CALLBACK_PATH } from '../../paths';
import { textAt } from '../../unknown-fields';
import { type Check, fail, off, ok, unexpected, warn } from '../finding';

const SETTINGS = ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET', 'SESSION_SECRET'];

/** Readers can sign in: the three settings are there, and GitHub knows id and secret. */
export const checkSignIn: Check = async (subject) => {
  const { config, given, client, ask, problems } = subject;
  const isMalformed = problems.some(({ settings }) => settings.includes('SESSION_SECRET'));
  const missing = SETTINGS.filter((name) => !given.has(name));
  if (missing.length === SETTINGS.length) {
    return [
      off(
        'sign-in',
        'Signing in is off: readers discuss on GitHub.',
        `Set ${SETTINGS.join(', ')}; the App's callback is ${config.site.url}${CALLBACK_PATH}.`,
      ),
    ];
  }
  if (missing.length > 0) {
    const sentence = `Signing in is off, because ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set.`;
    const fix = missing.includes('SESSION_SECRET')
      ? 'For SESSION_SECRET take a long random text, such as "openssl rand -base64 32" prints.'
      : "Copy it from the App's page.";
    return [warn('sign-in', sentence, fix)];
  }
  // A code that never was: GitHub looks at the id and the secret first.
  const answer = await ask({
    method: 'POST',
    path: `${config.serverUrl}/login/oauth/access_token`,
    body: { client_id: client.id, client_secret: client.secret, code: 'never-was' },
    as: 'nobody',
  });
  const error = textAt(answer.body, 'error');
  if (error === 'incorrect_client_credentials' || answer.status === 404) {
    return [
      fail(
        'sign-in',
        'GitHub does not accept GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET.',
        "Copy the client id from the App's page, and generate a new client secret there.",
      ),
    ];
  }
  if (error !== 'bad_verification_code') return [unexpected('sign-in', 'Signing in', answer)];
  if (isMalformed) return [];
  return [await openness(subject)];
};

/** A private App can be authorized by its owner alone (GitHub Docs, "Making a GitHub App public or private"). */
async function openness({ config, ask }: Parameters<Check>[0]) {
  const app = await ask({ method: 'GET', path: '/app', as: 'app' });
  const slug = textAt(app.body, 'slug');
  if (slug) {
    const open = await ask({ method: 'GET', path: `/apps/${slug}`, as: 'nobody' });
    if (open.status === 404) {
      return warn(
        'sign-in',
        'The App is private: nobody but its owner can sign in.',
        "Make it public on the App's page under Advanced.",
        `${config.serverUrl}/settings/apps/${slug}/advanced`,
      );
    }
  }
  return ok('sign-in', 'Readers can sign in.');
}
