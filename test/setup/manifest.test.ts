import { describe, expect, it } from 'vitest';
import { readConfig } from '../../lib/config';
import { convertManifest } from '../../lib/github/convert-manifest';
import { createInquirer } from '../../lib/github/inquire';
import { templateAddress } from '../../lib/setup/add-template';
import { parseRepository } from '../../lib/setup/attempt';
import { buildEnvironment, formatEnvironment } from '../../lib/setup/environment';
import { buildManifest } from '../../lib/setup/manifest';

const repository = { owner: 'octocat', name: 'blog' };

describe('the manifest', () => {
  it('has no webhook where GitHub could not reach it, as GitHub refuses one on localhost', () => {
    const site = 'http://localhost:3000';
    const options = { repository, siteUrl: site, origin: site };
    expect(buildManifest({ ...options, isGitHubNearby: false }).hook_attributes).toBeUndefined();
    expect(buildManifest({ ...options, isGitHubNearby: true }).hook_attributes?.url).toBe(
      'http://localhost:3000/api/webhook',
    );
  });

  it('takes the name from the host, no longer than GitHub allows', () => {
    const nameAt = (siteUrl: string) =>
      buildManifest({ repository, siteUrl, origin: siteUrl, isGitHubNearby: false }).name;
    expect(nameAt('https://blog.example.com')).toBe('blog.example.com');
    expect(nameAt('http://127.0.0.1:3000')).toBe('octocat blog');
    expect(nameAt('https://a-very-long-host-name-indeed.and-more.example.com').length).toBeLessThan(
      35,
    );
  });

  it('comes back to where it was begun, and lets people sign in at both addresses', () => {
    const manifest = buildManifest({
      repository,
      siteUrl: 'https://blog.example.com',
      origin: 'https://preview.example.net',
      isGitHubNearby: false,
    });
    expect(manifest.redirect_url).toBe('https://preview.example.net/setup/created');
    expect(manifest.setup_url).toBe('https://blog.example.com/setup');
    expect(manifest.callback_urls).toHaveLength(2);
  });
});

it('a code is not called used up while GitHub does not answer', async () => {
  const offline = createInquirer({
    credentials: null,
    repository: null,
    apiUrl: 'https://api.github.com',
    fetch: () => Promise.reject(new TypeError('fetch failed')),
  });
  expect(await convertManifest(offline, 'abc')).toEqual({ kind: 'down' });
  expect(await convertManifest(offline, '../user')).toEqual({ kind: 'used' });
});

describe('the settings of a new App', () => {
  const app = {
    id: 7,
    name: 'Blog',
    url: 'https://github.com/apps/blog',
    clientId: 'Iv23liX',
    clientSecret: 'c',
    webhookSecret: 'w',
    pem: '-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n',
  };
  const siteUrl = 'https://blog.example.com';
  const options = { app, repository, siteUrl, apiUrl: null, serverUrl: null, isVercel: false };

  it('are lines without quotes, from which the site starts', () => {
    const file = formatEnvironment(buildEnvironment(options));
    expect(file).not.toMatch(/["'\\ ]/);
    const env = Object.fromEntries(
      file
        .trim()
        .split('\n')
        .map((line) => line.split(/=(.*)/)),
    );
    const config = readConfig(env);
    expect(config.credentials).toEqual({ kind: 'app', appId: '7', privateKey: app.pem });
    expect(config.signIn).not.toBeNull();
    expect(config.site.url).toBe(siteUrl);
    expect(config.webhookSecret).toBe('w');
    // Signing in is for everybody, publishing is not.
    expect(config.publishAuthors).toEqual({ kind: 'collaborators' });
  });

  it('leave out the address on Vercel, and give its cron a secret', () => {
    const names = buildEnvironment({ ...options, isVercel: true }).map(({ name }) => name);
    expect(names).toContain('CRON_SECRET');
    expect(names).not.toContain('SITE_URL');
  });

  it('have new secrets every time', () => {
    const secret = () =>
      buildEnvironment(options).find(({ name }) => name === 'SESSION_SECRET')?.value;
    expect(secret()).not.toBe(secret());
  });
});

it.each([
  ['octocat/blog', 'octocat/blog'],
  [' https://github.com/octocat/blog.git ', 'octocat/blog'],
  ['https://github.example.com/octocat/blog/', 'octocat/blog'],
  ['blog', null],
  ['a/b/c', null],
  ['../etc', null],
])('reads %s as %s', (text, expected) => {
  const found = parseRepository(text);
  expect(found && `${found.owner}/${found.name}`).toBe(expected);
});

it('the page for the template is filled in, with the label of the settings', () => {
  const config = readConfig({ GITHUB_REPOSITORY: 'octocat/blog', PUBLISH_LABEL: 'to: publish' });
  const url = new URL(templateAddress(config) ?? '');
  expect(url.pathname).toBe('/octocat/blog/new/HEAD');
  expect(url.searchParams.get('filename')).toBe('.github/ISSUE_TEMPLATE/new-post.md');
  expect(url.searchParams.get('value')).toContain('labels: "to: publish"\n');
});
