/**
 * Reads and checks the settings; everyone else receives the values made here. (The build, the start and
 * the page cache, which run before or beside it, look a few names up themselves.) A missing optional
 * setting switches a feature off; a malformed one is a `ConfigError`.
 */

import { isIP } from 'node:net';

export class ConfigError extends Error {
  override name = 'ConfigError';
  /** The names of those that have a part in it. */
  readonly settings: readonly string[];

  constructor(settings: readonly string[], sentence: string) {
    super(sentence);
    this.settings = settings;
  }
}

export interface GitHubAppCredentials {
  kind: 'app';
  appId: string;
  /** PEM, with real newlines. */
  privateKey: string;
}

export interface TokenCredentials {
  kind: 'token';
  token: string;
}

export type PublishPolicy =
  | { kind: 'anyone' }
  | { kind: 'collaborators' }
  | { kind: 'logins'; logins: string[] };

export interface Repository {
  owner: string;
  name: string;
}

export interface Config {
  repository: Repository | null;
  /** Null while nothing is configured: the site then shows how to go on. */
  credentials: GitHubAppCredentials | TokenCredentials | null;
  webhookSecret: string | null;
  /** Base of the REST API without a trailing slash; `…/api/v3` on an Enterprise server. */
  apiUrl: string;
  /** Where GitHub's pages are, without a trailing slash. */
  serverUrl: string;
  site: SiteConfig;
  publishLabel: string;
  publishAuthors: PublishPolicy;
  /** Whether the bot answers new posts. */
  bot: boolean;
  /** What it says of a published post, with `{{url}}` in it; null for its own words. */
  botText: string | null;
  /** `#rgb`, `#rrggbb`, or degrees round OKLCH's circle of hues; null for the design's own. */
  accent: string | null;
  postsPerPage: number;
  /** Whether the platform keeps connections open, so that changes can be pushed to open pages. */
  pushes: boolean;
  /** Whether the bot's answer also lists what the author may want to mend. */
  botChecklist: boolean;
  /** What a platform's cron sends as `Authorization: Bearer …`; null leaves that door shut. */
  cronSecret: string | null;
  /** Who may read what is counted; null leaves that door shut. */
  metricsToken: string | null;
  /** Where errors are told; null for nowhere. Whoever knows the address may write there. */
  errorWebhook: string | null;
  /** Whether this server lives long enough to act at a time by itself. */
  hasTimers: boolean;
  /** The Redis that all instances of the blog share; null for a blog of one instance. */
  redisUrl: string | null;
  /** Seconds between two looks for what deliveries did not tell; 0 for none. */
  reconcileSeconds: number;
  /** Below which path the site lives: what the build was given; empty for none. */
  basePath: string;
  /** Where rendered pages and the list of posts outlive the process. */
  cacheDirectory: string;
  /** Addresses or networks of proxies whose `X-Forwarded-For` counts, beside those nearby. */
  trustedProxies: string[];
  /** Origin of the server whose pictures the site serves itself, beside GitHub's. */
  imageServer: string;
  /** The WebSub hub that tells feed readers of news; null for none. */
  websubHub: string | null;
  /** Whether pages that a post links to are told of it, where they ask for that. */
  webmentions: boolean;
  /** The id of the build that is running; null while serving. */
  build: string | null;
  /** Null switches signing in off. */
  signIn: SignInConfig | null;
}

export interface SignInConfig {
  /** Of a GitHub App or an OAuth App. */
  clientId: string;
  clientSecret: string;
  /** Seals the cookies. */
  sessionSecret: string;
  /** Whether browsers shall send the cookies over TLS alone. */
  secureCookie: boolean;
}

/** The subset that pages may show; nothing secret ever goes in here. */
export interface SiteConfig {
  /** Absolute, without a trailing slash. */
  url: string;
  title: string;
  description: string;
  /** BCP 47. */
  language: string;
  /** The repository's page on GitHub, or null while unconfigured. */
  repositoryUrl: string | null;
  /** Whether readers can sign in. */
  canSignIn: boolean;
  /** Whether posts carry their discussions. */
  comments: boolean;
  /** Stand first in the header. */
  links: SiteLink[];
  /** Address of the picture beside the title; null for none. */
  logo: string | null;
  /** What the footer says of whose words these are; null for the usual sentence. */
  footer: string | null;
}

export interface SiteLink {
  name: string;
  /** In full, or from the site's root. */
  url: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The process's own. Next puts another object in its place when it reads `.env` files. */
export const environment = (): Environment => process.env;

/**
 * Reads and checks the settings.
 * @param env defaults to the process's environment
 * @throws ConfigError naming the setting, what was expected and (unless secret) what arrived
 */
export function readConfig(env: Environment = environment()): Config {
  const repository = readRepository(env);
  const apiUrl = readUrl(env, 'GITHUB_API_URL') ?? 'https://api.github.com';
  const serverUrl = readUrl(env, 'GITHUB_SERVER_URL') ?? serverOf(apiUrl);
  const siteUrl = readSiteUrl(env);
  const signIn = readSignIn(env, siteUrl);
  return {
    repository,
    credentials: readCredentials(env),
    webhookSecret: text(env, 'GITHUB_WEBHOOK_SECRET'),
    apiUrl,
    serverUrl,
    site: {
      url: siteUrl,
      title: text(env, 'SITE_TITLE') ?? repository?.name ?? 'Issuepress',
      description: text(env, 'SITE_DESCRIPTION') ?? '',
      language: readLanguage(env),
      repositoryUrl: repository ? `${serverUrl}/${repository.owner}/${repository.name}` : null,
      canSignIn: repository !== null && signIn !== null,
      comments: readSwitch(env, 'COMMENTS', true),
      links: readLinks(env),
      logo: readLogo(env),
      footer: text(env, 'SITE_FOOTER'),
    },
    publishLabel: readPublishLabel(env),
    publishAuthors: readPublishAuthors(env),
    bot: readSwitch(env, 'BOT', true),
    botText: readBotText(env),
    accent: readAccent(env),
    postsPerPage: readPostsPerPage(env),
    pushes: !text(env, 'VERCEL'),
    trustedProxies: readProxies(env),
    // Said by next.config.js, where it is read as the server starts.
    imageServer: text(env, 'ISSUEPRESS_IMAGE_SERVER') ?? 'https://github.com',
    websubHub: readUrl(env, 'WEBSUB_HUB'),
    webmentions: readSwitch(env, 'WEBMENTIONS', false),
    botChecklist: readSwitch(env, 'BOT_CHECKLIST', true),
    cronSecret: text(env, 'CRON_SECRET'),
    metricsToken: text(env, 'METRICS_TOKEN'),
    errorWebhook: readErrorWebhook(env),
    hasTimers: !text(env, 'VERCEL'),
    redisUrl: readRedisUrl(env),
    reconcileSeconds: readSeconds(env, 'RECONCILE_SECONDS', 60),
    basePath: readBasePath(env),
    cacheDirectory: text(env, 'CACHE_DIRECTORY') ?? '.next/cache/issuepress',
    build: env.NEXT_PHASE === 'phase-production-build' ? (env.ISSUEPRESS_BUILD ?? 'build') : null,
    signIn,
  };
}

/** @returns the value of a setting, without white space around it; null for none */
export function text(env: Environment, name: string): string | null {
  const value = env[name]?.trim();
  return value ? value : null;
}

function readRepository(env: Environment): Repository | null {
  const value = text(env, 'GITHUB_REPOSITORY');
  if (value) {
    const match = /^([A-Za-z0-9](?:[A-Za-z0-9-]*))\/([A-Za-z0-9._-]+)$/.exec(value);
    const [, owner, name] = match ?? [];
    if (!owner || !name) {
      throw new ConfigError(
        ['GITHUB_REPOSITORY'],
        `GITHUB_REPOSITORY should look like owner/name; got '${value}'.`,
      );
    }
    return { owner, name };
  }
  const owner = text(env, 'VERCEL_GIT_REPO_OWNER');
  const name = text(env, 'VERCEL_GIT_REPO_SLUG');
  return owner && name ? { owner, name } : null;
}

function readCredentials(env: Environment): Config['credentials'] {
  const appId = text(env, 'GITHUB_APP_ID');
  const key = text(env, 'GITHUB_APP_PRIVATE_KEY');
  // An App's client id serves as well as its number.
  if (appId && !/^\w+(\.\w+)?$/.test(appId)) {
    throw new ConfigError(
      ['GITHUB_APP_ID'],
      `GITHUB_APP_ID should be the App's number or client id; got '${appId}'.`,
    );
  }
  if (appId && key) return { kind: 'app', appId, privateKey: readPrivateKey(key) };
  if (appId || key) {
    const missing = appId ? 'GITHUB_APP_PRIVATE_KEY' : 'GITHUB_APP_ID';
    throw new ConfigError(
      ['GITHUB_APP_ID', 'GITHUB_APP_PRIVATE_KEY'],
      `GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY belong together; ${missing} is not set.`,
    );
  }
  const token = text(env, 'GITHUB_TOKEN');
  if (!token) return null;
  if (/\s/.test(token)) {
    throw new ConfigError(
      ['GITHUB_TOKEN'],
      'GITHUB_TOKEN should be one word; what arrived has white space in it.',
    );
  }
  // Curly quotes and the dots of a shortened copy cannot be in a header.
  if (!/^[!-~]+$/.test(token)) {
    throw new ConfigError(
      ['GITHUB_TOKEN'],
      'GITHUB_TOKEN should be letters, digits and underscores; what arrived has other characters in it.',
    );
  }
  return { kind: 'token', token };
}

/**
 * Environment editors turn a key's newlines into spaces or the two characters `\n`, and put quotes
 * around it; all that can be undone. The whole PEM in base64 is one word that none of them touches.
 */
function readPrivateKey(value: string): string {
  const isBase64 = /^[A-Za-z0-9+/=\s]+$/.test(value);
  const text = isBase64 ? Buffer.from(value, 'base64').toString('utf8') : value;
  const key = text
    .replace(/\\[nr]/g, '\n')
    .replace(/["']/g, '')
    .trim();
  const [, begin, body, end] =
    /^-----BEGIN ((?:RSA )?PRIVATE KEY)-----([A-Za-z0-9+/=\s]+)-----END ((?:RSA )?PRIVATE KEY)-----$/.exec(
      key,
    ) ?? [];
  if (!begin || !body || begin !== end) {
    throw new ConfigError(
      ['GITHUB_APP_PRIVATE_KEY'],
      'GITHUB_APP_PRIVATE_KEY should be a PEM private key, from "-----BEGIN RSA PRIVATE KEY-----" to "-----END RSA PRIVATE KEY-----", or the whole of it in base64.',
    );
  }
  const lines = body.replace(/\s+/g, '').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${begin}-----`, ...lines, `-----END ${end}-----`, ''].join('\n');
}

/** What seals cookies has to be long; `openssl rand -base64 32` makes one. */
function readSignIn(env: Environment, siteUrl: string): SignInConfig | null {
  const clientId = text(env, 'GITHUB_CLIENT_ID');
  const clientSecret = text(env, 'GITHUB_CLIENT_SECRET');
  const sessionSecret = text(env, 'SESSION_SECRET');
  if (sessionSecret && sessionSecret.length < 32) {
    throw new ConfigError(
      ['SESSION_SECRET'],
      `SESSION_SECRET should be at least 32 characters long; what arrived has ${sessionSecret.length}.`,
    );
  }
  if (!clientId || !clientSecret || !sessionSecret) return null;
  const secureCookie = siteUrl.startsWith('https:');
  return { clientId, clientSecret, sessionSecret, secureCookie };
}

function readUrl(env: Environment, name: string): string | null {
  const value = text(env, name);
  if (!value) return null;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new ConfigError(
      [name],
      `${name} should be an absolute address such as https://example.com; got '${value}'.`,
    );
  }
  return value.replace(/\/+$/, '');
}

/** Such an address is as good as a password, and so it is in no message. */
function readErrorWebhook(env: Environment): string | null {
  const value = text(env, 'ERROR_WEBHOOK_URL');
  if (!value || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))) return value;
  throw new ConfigError(
    ['ERROR_WEBHOOK_URL'],
    'ERROR_WEBHOOK_URL should be an absolute address of http or https.',
  );
}

function readSiteUrl(env: Environment): string {
  const explicit = readUrl(env, 'SITE_URL');
  if (explicit) {
    const { origin, pathname } = new URL(explicit);
    if (pathname !== '/') {
      throw new ConfigError(
        ['SITE_URL'],
        `SITE_URL should have no path, such as ${origin}; got '${explicit}'.`,
      );
    }
    return origin;
  }
  const vercel = text(env, 'VERCEL_PROJECT_PRODUCTION_URL');
  if (vercel) return `https://${vercel}`;
  return `http://localhost:${text(env, 'PORT') ?? '3000'}`;
}

function readBasePath(env: Environment): string {
  const value = text(env, 'BASE_PATH')?.replace(/\/+$/, '') ?? '';
  if (/^(\/[\w.~-]+)*$/.test(value)) return value;
  throw new ConfigError(['BASE_PATH'], `BASE_PATH should be a path such as /blog; got '${value}'.`);
}

function readLanguage(env: Environment): string {
  const value = text(env, 'SITE_LANGUAGE') ?? 'en';
  try {
    return Intl.getCanonicalLocales(value)[0] ?? 'en';
  } catch {
    throw new ConfigError(
      ['SITE_LANGUAGE'],
      `SITE_LANGUAGE should be a language tag such as en or pt-BR; got '${value}'.`,
    );
  }
}

/** GitHub's own bounds of a label's name. */
function readPublishLabel(env: Environment): string {
  const value = text(env, 'PUBLISH_LABEL') ?? 'Publish';
  if (value.length <= 50) return value;
  throw new ConfigError(
    ['PUBLISH_LABEL'],
    `PUBLISH_LABEL should be at most 50 characters long; got '${value}'.`,
  );
}

function readPublishAuthors(env: Environment): PublishPolicy {
  const value = text(env, 'PUBLISH_AUTHORS') ?? 'anyone';
  if (/^anyone$/i.test(value)) return { kind: 'anyone' };
  if (/^collaborators$/i.test(value)) return { kind: 'collaborators' };
  const logins = value.split(/[\s,]+/).filter(Boolean);
  const wrong = logins.find((login) => !/^[A-Za-z0-9][A-Za-z0-9-]*(\[bot\])?$/.test(login));
  // A list of nobody would publish nothing, and say so nowhere.
  if (wrong || logins.length === 0) {
    throw new ConfigError(
      ['PUBLISH_AUTHORS'],
      `PUBLISH_AUTHORS should be anyone, collaborators, or logins separated by commas; got '${wrong ?? value}'.`,
    );
  }
  return { kind: 'logins', logins };
}

function readProxies(env: Environment): string[] {
  const proxies = (text(env, 'TRUSTED_PROXIES') ?? '').split(/[\s,]+/).filter(Boolean);
  const wrong = proxies.find((proxy) => {
    const [address = '', bits, ...rest] = proxy.split('/');
    const longest = isIP(address) === 4 ? 32 : 128;
    const isWhole = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest);
    return isIP(address) === 0 || !isWhole || rest.length > 0;
  });
  if (wrong === undefined) return proxies;
  throw new ConfigError(
    ['TRUSTED_PROXIES'],
    `TRUSTED_PROXIES should be addresses or networks such as 203.0.113.0/24, separated by commas; got '${wrong}'.`,
  );
}

/** `Name=address, Name=address` */
function readLinks(env: Environment): SiteLink[] {
  const value = text(env, 'SITE_LINKS');
  if (!value) return [];
  const pairs = value.split(',').filter((pair) => pair.trim());
  return pairs.map((pair) => {
    const [, name = '', url = ''] = /^([^=]+)=(.+)$/.exec(pair.trim()) ?? [];
    if (name.trim() && isAddress(url.trim())) return { name: name.trim(), url: url.trim() };
    throw new ConfigError(
      ['SITE_LINKS'],
      `SITE_LINKS should look like "About=/post/1, Code=https://example.com"; got '${pair.trim()}'.`,
    );
  });
}

function readLogo(env: Environment): string | null {
  const value = text(env, 'SITE_LOGO');
  if (!value || isAddress(value)) return value;
  throw new ConfigError(
    ['SITE_LOGO'],
    `SITE_LOGO should be an https:// address, or a path such as /logo.png; got '${value}'.`,
  );
}

/** An address of the web, or one from the site's root. */
function isAddress(value: string): boolean {
  if (/^\/(?![/\\])/.test(value)) return true;
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}

/** The bot's comment is how authors find their posts. */
function readBotText(env: Environment): string | null {
  const value = text(env, 'BOT_TEXT')?.replaceAll('\\n', '\n') ?? null;
  if (!value || value.includes('{{url}}')) return value;
  throw new ConfigError(
    ['BOT_TEXT'],
    `BOT_TEXT should hold {{url}}, which becomes the post's address; got '${value}'.`,
  );
}

function readAccent(env: Environment): string | null {
  const value = text(env, 'SITE_ACCENT');
  if (!value || /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(value)) return value;
  if (/^\d{1,3}$/.test(value) && Number(value) < 360) return value;
  throw new ConfigError(
    ['SITE_ACCENT'],
    `SITE_ACCENT should be a colour such as #b3261e, or a hue from 0 to 359; got '${value}'.`,
  );
}

function readPostsPerPage(env: Environment): number {
  const value = text(env, 'POSTS_PER_PAGE');
  if (!value) return POSTS_PER_PAGE;
  const count = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (count >= 1 && count <= 100) return count;
  throw new ConfigError(
    ['POSTS_PER_PAGE'],
    `POSTS_PER_PAGE should be a number from 1 to 100; got '${value}'.`,
  );
}

const POSTS_PER_PAGE = 10;

function readSwitch(env: Environment, name: string, otherwise: boolean): boolean {
  const value = text(env, name);
  if (!value) return otherwise;
  if (/^(on|true|yes|1)$/i.test(value)) return true;
  if (/^(off|false|no|0)$/i.test(value)) return false;
  throw new ConfigError([name], `${name} should be on or off; got '${value}'.`);
}

/** What arrived may hold a password, so it is not repeated. */
function readRedisUrl(env: Environment): string | null {
  const value = text(env, 'REDIS_URL');
  if (!value) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url && /^rediss?:$/.test(url.protocol) && url.hostname) return value;
  throw new ConfigError(
    ['REDIS_URL'],
    'REDIS_URL should look like redis://:password@host:6379 (rediss:// with TLS); what arrived does not.',
  );
}

function readSeconds(env: Environment, name: string, otherwise: number): number {
  const value = text(env, name);
  if (!value) return otherwise;
  if (/^\d{1,5}$/.test(value)) return Number(value);
  throw new ConfigError(
    [name],
    `${name} should be a number of seconds such as 60; got '${value}'.`,
  );
}

/** The server belonging to an API address: github.com, or an Enterprise server without `/api/v3`. */
function serverOf(apiUrl: string): string {
  if (apiUrl === 'https://api.github.com') return 'https://github.com';
  return apiUrl.replace(/\/api\/v3$/, '');
}
