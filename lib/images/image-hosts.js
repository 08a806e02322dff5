// @ts-check
/**
 * Whose pictures Next's optimizer fetches, keeps and makes smaller: GitHub's, and those of the server
 * the blog is on. Everybody else's stay where they are. next.config.js tells Next, and the pages that
 * write such addresses go by the same list.
 */

/**
 * @typedef {object} Pattern as in `images.remotePatterns` of Next's documentation
 * @property {'http' | 'https'} protocol
 * @property {string} hostname
 * @property {string} port
 * @property {string} pathname
 * @property {string} [search] the query, where none is allowed
 */

const GITHUB = 'https://github.com';

/** Where GitHub serves avatars, attachments, and files of repositories. */
const ON_GITHUB = [
  'https://avatars.githubusercontent.com/**',
  'https://user-images.githubusercontent.com/**',
  'https://raw.githubusercontent.com/**',
];
const ON_ANY_SERVER = ['/user-attachments/assets/**', '/*/*/assets/**', '/*/*/raw/**', '/*.png'];
const ON_ENTERPRISE = ['/avatars/**'];

/**
 * The server of the settings, as `lib/config.ts` reads it.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string} an origin
 */
export function serverOfSettings(env) {
  const server = env.GITHUB_SERVER_URL?.trim();
  const api = env.GITHUB_API_URL?.trim().replace(/\/+$/, '');
  const address = server || (api && api !== 'https://api.github.com' ? api : GITHUB);
  return URL.canParse(address) ? new URL(address).origin : GITHUB;
}

/**
 * @param {string} server origin of the server the blog is on
 * @returns {Pattern[]} for `images.remotePatterns`
 */
export function imagePatterns(server) {
  const onGitHub = [...ON_GITHUB, ...ON_ANY_SERVER.map((path) => GITHUB + path)];
  const paths = [...ON_ANY_SERVER, ...ON_ENTERPRISE];
  const own = isGitHub(server) ? [] : paths.map((path) => server + path);
  return [...onGitHub, ...own].map(toPattern);
}

/** @param {string} server */
export function isGitHub(server) {
  return server === GITHUB;
}

/** @param {string} address */
function toPattern(address) {
  const { protocol, hostname, port } = new URL(address);
  const pathname = address.slice(address.indexOf('/', address.indexOf('://') + 3));
  /** @type {Pattern} */
  const pattern = { protocol: protocol === 'http:' ? 'http' : 'https', hostname, port, pathname };
  // Only an avatar has a query, with its version or size. Another's would be as many copies as somebody makes up.
  const isAvatar = /^avatars\./.test(hostname) || /^\/(?:avatars\/|\*\.png)/.test(pathname);
  return isAvatar ? pattern : { ...pattern, search: '' };
}

/**
 * Whether the optimizer would take a picture.
 * @param {string} address absolute
 * @param {string} server see `imagePatterns`
 */
export function isOurImage(address, server) {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username || url.password) return false;
  return imagePatterns(server).some(
    ({ protocol, hostname, port, pathname, search }) =>
      url.protocol === `${protocol}:` &&
      url.hostname === hostname &&
      url.port === port &&
      (search === undefined || url.search === search) &&
      globOf(pathname).test(url.pathname),
  );
}

/** `*` is within a segment and `**` over any; no segment may begin with a dot, as in Next. */
function globOf(/** @type {string} */ pattern) {
  const source = pattern
    .split(/(\*\*|\*)/)
    .map((part) => {
      if (part === '**') return '(?:(?!\\.)[^/]+(?:/(?!\\.)[^/]+)*)';
      return part === '*' ? '(?!\\.)[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}$`);
}
