/** A check that asks nobody: whether the address of the settings can be the site's. */
import { type Check, fail, isNearby, ok, type Subject, warn } from '../finding';
import { isAddressGiven } from '../origin';

/** `SITE_URL` is an address that readers and GitHub's webhook can reach. */
export const checkSiteAddress: Check = async (subject) => {
  const { config, problems, given } = subject;
  // Malformed: the check of the settings has said so.
  if (problems.some(({ settings }) => settings.includes('SITE_URL'))) return [];
  const { url } = config.site;
  if (!isAddressGiven(given)) {
    return [
      fail(
        'site-address',
        `SITE_URL is not set, so links in feeds and in the bot's comments lead to ${url}.`,
        'Set SITE_URL to the public address, such as https://blog.example.com.',
      ),
    ];
  }
  if (isNearby(url) && !isNearby(config.apiUrl)) {
    return [
      fail(
        'site-address',
        `SITE_URL is ${url}, which neither readers nor GitHub's webhook can reach.`,
        'Put the site on the network and set SITE_URL to its public address.',
      ),
    ];
  }
  if (url.startsWith('http:') && !isNearby(url)) {
    return [
      warn(
        'site-address',
        `SITE_URL is ${url}, without encryption: sign-in and secrets travel in the clear.`,
        'Serve the site over https and set SITE_URL to that.',
      ),
    ];
  }
  return [elsewhere(subject) ?? ok('site-address', `The site is ${url}.`)];
};

/** For whoever looks at the site under another address than its own. */
function elsewhere({ config, origin }: Subject) {
  if (origin === null || origin === config.site.url) return null;
  return warn(
    'site-address',
    `You came by ${origin}, while SITE_URL says ${config.site.url}.`,
    'If readers come the way you came, set SITE_URL to it.',
  );
}
