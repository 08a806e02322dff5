/** A check for a blog that works through an App; a token needs none. */
import { entriesOf, textAt, valueAt } from '../../unknown-fields';
import { type Check, fail, fullName, off, ok, unexpected, warn } from '../finding';
import { ESSENTIAL_EVENTS, ESSENTIAL_PERMISSIONS } from '../required';

/** The App is installed on the repository, with the permissions and events the blog needs. */
export const checkInstallation: Check = async (subject) => {
  const { config, ask } = subject;
  if (config.credentials?.kind !== 'app') return [];
  const app = await ask({ method: 'GET', path: '/app', as: 'app' });
  if (app.status !== 200) return [];
  const page = textAt(app.body, 'html_url') ?? `${config.serverUrl}/apps`;
  const repository = fullName(subject);
  const path = `/repos/${repository}/installation`;
  const answer = await ask({ method: 'GET', path, as: 'app' });
  if (answer.status === 404) {
    return [
      fail(
        'installation',
        `The App is not installed on ${repository}.`,
        'Install it, and choose that repository.',
        `${page}/installations/new`,
      ),
    ];
  }
  if (answer.status !== 200) return [unexpected('installation', 'The installation', answer)];
  const manage = textAt(answer.body, 'html_url') ?? page;
  if (textAt(answer.body, 'suspended_at')) {
    return [fail('installation', 'The installation is suspended.', 'Unsuspend it.', manage)];
  }
  const lacking = Object.entries(ESSENTIAL_PERMISSIONS).filter(
    ([name, level]) => !covers(valueAt(answer.body, 'permissions', name), level),
  );
  if (lacking.length > 0) {
    const list = lacking.map(([name, level]) => `${name}: ${level}`).join(', ');
    return [
      fail(
        'installation',
        `The App lacks a permission here: ${list}.`,
        "Add it on the App's page under Permissions, then accept it where the App is installed.",
        manage,
      ),
    ];
  }
  const events = entriesOf(valueAt(app.body, 'events'));
  const missing = ESSENTIAL_EVENTS.filter((event) => !events.includes(event));
  if (missing.length > 0) {
    return [
      warn(
        'installation',
        `The App does not subscribe to ${missing.join(', ')}: those changes arrive late.`,
        "Tick them on the App's page under Permissions & events.",
        page,
      ),
    ];
  }
  if (!covers(valueAt(answer.body, 'permissions', 'contents'), 'write')) {
    return [
      off(
        'installation',
        'The App has no permission for contents: pictures cannot be put into posts on the site.',
        'Add "Contents: read and write" to the App, and accept it where it is installed; or link to pictures.',
        manage,
      ),
    ];
  }
  return [ok('installation', `The App is installed on ${repository}, with what it needs.`)];
};

function covers(given: unknown, needed: string): boolean {
  return given === needed || given === 'write' || given === 'admin';
}
