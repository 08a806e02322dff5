import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { accentStyle } from '../lib/accent';
import { ConfigError, readConfig } from '../lib/config';

const BASE = { GITHUB_REPOSITORY: 'octocat/blog', GITHUB_TOKEN: 'token' };
const PEM = '-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----';

describe('reading the settings', () => {
  it('does without any', () => {
    const config = readConfig({});
    expect(config.repository).toBeNull();
    expect(config.credentials).toBeNull();
    expect(config.webhookSecret).toBeNull();
    expect(config.publishLabel).toBe('Publish');
    expect(config.publishAuthors).toEqual({ kind: 'anyone' });
  });

  it('falls back to what the platform says of the deployed repository and its domain', () => {
    const config = readConfig({
      VERCEL_GIT_REPO_OWNER: 'octocat',
      VERCEL_GIT_REPO_SLUG: 'blog',
      VERCEL_PROJECT_PRODUCTION_URL: 'blog.example.com',
    });
    expect(config.repository).toEqual({ owner: 'octocat', name: 'blog' });
    expect(config.site.url).toBe('https://blog.example.com');
  });

  it.each([
    ['https://api.github.com', 'https://github.com'],
    ['https://github.example.com/api/v3', 'https://github.example.com'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
  ])('finds the pages that belong to the API at %s', (apiUrl, serverUrl) => {
    expect(readConfig({ ...BASE, GITHUB_API_URL: `${apiUrl}/` }).serverUrl).toBe(serverUrl);
  });

  it.each([
    ['with real newlines', PEM],
    ['with \\n for newlines', PEM.replaceAll('\n', '\\n')],
    ['in quotes', `"${PEM.replaceAll('\n', '\\n')}"`],
    ['with Windows newlines', PEM.replaceAll('\n', '\r\n')],
  ])("accepts an App's key %s", (_, key) => {
    const config = readConfig({ ...BASE, GITHUB_APP_ID: '1', GITHUB_APP_PRIVATE_KEY: key });
    expect(config.credentials).toEqual({ kind: 'app', appId: '1', privateKey: `${PEM}\n` });
  });

  it.each([
    ['anyone', { kind: 'anyone' }],
    ['Collaborators', { kind: 'collaborators' }],
    ['octocat, hubot', { kind: 'logins', logins: ['octocat', 'hubot'] }],
  ])('understands PUBLISH_AUTHORS=%s', (value, policy) => {
    expect(readConfig({ ...BASE, PUBLISH_AUTHORS: value }).publishAuthors).toEqual(policy);
  });

  it.each([
    ['GITHUB_REPOSITORY', 'blog'],
    ['GITHUB_REPOSITORY', 'https://github.com/octocat/blog'],
    ['GITHUB_API_URL', 'api.github.com'],
    ['SITE_URL', 'blog.example.com'],
    ['SITE_URL', 'https://example.com/blog'],
    ['SITE_LANGUAGE', 'not a language'],
    ['PUBLISH_AUTHORS', 'octocat, what/ever'],
    ['BOT', 'perhaps'],
    ['PUBLISH_LABEL', 'x'.repeat(51)],
    ['GITHUB_APP_ID', 'https://github.com/apps/my-blog'],
    ['RECONCILE_SECONDS', 'hourly'],
  ])('refuses %s=%s with a sentence that names it', (name, value) => {
    const read = () => readConfig({ ...BASE, [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(name);
    expect(read).toThrow(value.split(/[ ,]+/).at(-1));
  });

  it.each([
    ['GITHUB_TOKEN', 'ghp_secret and more'],
    ['GITHUB_TOKEN', '“ghp_secret”'],
    ['GITHUB_APP_PRIVATE_KEY', 'MII-secret'],
    ['REDIS_URL', 'http://:secret@127.0.0.1:6379'],
    ['REDIS_URL', 'secret@127.0.0.1'],
  ])('refuses a malformed %s without repeating it', (name, value) => {
    const isKey = name === 'GITHUB_APP_PRIVATE_KEY';
    const env = { ...BASE, GITHUB_APP_ID: isKey ? '1' : '', [name]: value };
    expect(() => readConfig(env)).toThrow(name);
    expect(() => readConfig(env)).not.toThrow('secret');
  });

  it('refuses a list of authors with nobody in it, which would publish nothing', () => {
    expect(() => readConfig({ ...BASE, PUBLISH_AUTHORS: ' , ' })).toThrow(
      "PUBLISH_AUTHORS should be anyone, collaborators, or logins separated by commas; got ','.",
    );
  });

  it('says which half of the App is missing', () => {
    expect(() => readConfig({ ...BASE, GITHUB_APP_ID: '1' })).toThrow('GITHUB_APP_PRIVATE_KEY');
  });
});

describe("Next's own settings", () => {
  it('refuse a malformed BASE_PATH with a sentence that names it', async () => {
    const script = "import config from './next.config.js'; await config('phase-production-server')";
    const options = { env: { ...process.env, BASE_PATH: 'blog' } };
    const start = promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', script],
      options,
    );
    await expect(start).rejects.toThrow("BASE_PATH should be a path such as /blog; got 'blog'.");
  });
});

describe('proxies in front', () => {
  it('are addresses or networks', () => {
    const { trustedProxies } = readConfig({ TRUSTED_PROXIES: '203.0.113.4, 2001:db8::/32' });
    expect(trustedProxies).toEqual(['203.0.113.4', '2001:db8::/32']);
    expect(readConfig({}).trustedProxies).toEqual([]);
  });

  it.each(['nginx', '203.0.113.0/33', '203.0.113.0/24/8', '300.1.1.1', '10.0.0.0/'])(
    'are not %s',
    (value) => {
      expect(() => readConfig({ TRUSTED_PROXIES: value })).toThrow(/TRUSTED_PROXIES/);
    },
  );

  const SIGN_IN = {
    ...BASE,
    GITHUB_CLIENT_ID: 'Iv23li',
    GITHUB_CLIENT_SECRET: 'client-secret',
    SESSION_SECRET: 'x'.repeat(32),
  };

  it('lets readers sign in once all it takes is there', () => {
    expect(readConfig(SIGN_IN).signIn).toMatchObject({ clientId: 'Iv23li', secureCookie: false });
    expect(readConfig(SIGN_IN).site.canSignIn).toBe(true);
    const secure = readConfig({ ...SIGN_IN, SITE_URL: 'https://blog.example.com' });
    expect(secure.signIn?.secureCookie).toBe(true);
  });

  it.each(['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET', 'SESSION_SECRET'])(
    'lets nobody sign in without %s',
    (name) => {
      const config = readConfig({ ...SIGN_IN, [name]: '' });
      expect([config.signIn, config.site.canSignIn]).toEqual([null, false]);
    },
  );

  it('refuses a short SESSION_SECRET without repeating it', () => {
    const read = () => readConfig({ ...SIGN_IN, SESSION_SECRET: 'too-short-secret' });
    expect(read).toThrow('SESSION_SECRET should be at least 32 characters long');
    expect(read).not.toThrow('too-short');
  });

  it.each([
    ['SITE_ACCENT', 'red', /SITE_ACCENT should be a colour such as #b3261e/],
    ['SITE_ACCENT', '360', /SITE_ACCENT should be/],
    ['SITE_LINKS', 'About', /SITE_LINKS should look like/],
    ['SITE_LINKS', 'Run=javascript:alert(1)', /SITE_LINKS should look like/],
    ['SITE_LINKS', 'Away=//evil.example', /SITE_LINKS should look like/],
    ['SITE_LOGO', 'data:image/png;base64,AA', /SITE_LOGO should be/],
    ['POSTS_PER_PAGE', '0', /POSTS_PER_PAGE should be a number from 1 to 100/],
    ['POSTS_PER_PAGE', 'many', /POSTS_PER_PAGE should be/],
    ['BOT_TEXT', 'Hello', /BOT_TEXT should hold \{\{url\}\}/],
    ['COMMENTS', 'maybe', /COMMENTS should be on or off/],
  ])('refuses %s=%s', (name, value, message) => {
    expect(() => readConfig({ ...BASE, [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ ...BASE, [name]: value })).toThrow(message);
  });

  it('turns a colour into its hue', () => {
    // By culori: 29.2, 264.1 and 142.5 degrees.
    expect(accentStyle('#f00')).toBe('html:root{--accent-hue:29}');
    expect(accentStyle('#0000ff')).toBe('html:root{--accent-hue:264}');
    expect(accentStyle('#008000')).toBe('html:root{--accent-hue:142}');
    expect(accentStyle('200')).toBe('html:root{--accent-hue:200}');
  });

  it('finds each of them documented once, with a value that may stay as it is', () => {
    const example = readFileSync('.env.example', 'utf8');
    const documented = [...example.matchAll(/^(?:# )?([A-Z_]+)=(.*)$/gm)];
    const names = documented.map(([, name]) => name);
    expect(names).toEqual([...new Set(names)]);
    const source = readFileSync('lib/config.ts', 'utf8');
    const read = [...source.matchAll(/\(env, '([A-Z_]+)'/g)].map(([, name]) => name);
    const fromElsewhere = /^(VERCEL|ISSUEPRESS_|PORT$)/;
    const own = [...new Set(read)].filter((name) => !fromElsewhere.test(name ?? ''));
    expect(own.length).toBeGreaterThan(30);
    expect(own.filter((name) => !names.includes(name))).toEqual([]);
    const values = documented.filter(([line]) => !line.startsWith('#'));
    // In such a file a bare # begins a comment, and what was meant is lost without a word.
    expect(values.filter(([, , value = '']) => value.startsWith('#'))).toEqual([]);
    const written = readConfig(Object.fromEntries(values.map(([, name, value]) => [name, value])));
    expect(written).toEqual(readConfig({}));
  });
});
