/** A check that asks nobody: it tells what reading the environment found. */
import { type Check, fail, off, ok } from '../finding';

/** Every setting that is there is well formed, and those without which nothing works are there. */
export const checkSettings: Check = async ({ config, problems, given }) => {
  const malformed = problems.map(({ settings, sentence }) =>
    fail(
      'settings',
      sentence,
      `Correct ${settings.join(' and ')} in the environment; the site does not start with it.`,
    ),
  );
  const isWrong = (name: string) => problems.some(({ settings }) => settings.includes(name));
  const missing = [
    ...(config.repository || isWrong('GITHUB_REPOSITORY') ? [] : ['GITHUB_REPOSITORY']),
    ...(config.credentials || isWrong('GITHUB_TOKEN') || isWrong('GITHUB_APP_ID')
      ? []
      : ['GITHUB_TOKEN (or GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY)']),
  ].map((name) => fail('settings', `${name} is not set.`, 'Open /setup of the site, or set it.'));
  const found = [...malformed, ...missing];
  if (found.length === 0) found.push(ok('settings', 'All settings are well formed.'));
  if (given.has('VERCEL') && !given.has('CRON_SECRET')) {
    found.push(
      off(
        'settings',
        'CRON_SECRET is not set: posts with a date ahead do not appear by themselves.',
        'Set CRON_SECRET to a long random text.',
      ),
    );
  }
  return found;
};
