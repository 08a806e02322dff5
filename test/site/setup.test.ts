/** `/setup` over HTTP: what it gives to whom, and how it refuses. */
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, withPrivateKey } from '../../lib/sandbox/oauth/apps';
import { findUser } from '../../lib/sandbox/store';
import { signIn } from '../support/sign-in';
import { startTestSite, type TestSite } from '../support/site';

const UNCONFIGURED = {
  GITHUB_REPOSITORY: '',
  GITHUB_TOKEN: '',
  GITHUB_WEBHOOK_SECRET: '',
  GITHUB_CLIENT_ID: '',
  GITHUB_CLIENT_SECRET: '',
  SESSION_SECRET: '',
};

describe('a blog without settings', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await startTestSite({ env: UNCONFIGURED });
  });

  afterAll(() => site.close());

  async function open(path: string, cookie = '') {
    const response = await fetch(`${site.url}${path}`, { headers: { cookie }, redirect: 'manual' });
    const { document } = parseHTML(await response.text());
    const setCookie = response.headers
      .getSetCookie()
      .find((one) => one.startsWith('issuepress-setup'));
    return { response, document, cookie: setCookie?.split(';')[0] ?? '', setCookie };
  }

  async function begin(repository = 'octocat/blog') {
    const page = await open(`/setup?repository=${encodeURIComponent(repository)}`);
    const form = page.document.querySelector('form[method="post"]');
    const action = new URL(form?.getAttribute('action') ?? '');
    const manifest = form?.querySelector('[name="manifest"]')?.getAttribute('value') ?? '';
    return { ...page, action, manifest: JSON.parse(manifest), text: manifest };
  }

  /** Presses the button on GitHub's page. @returns the way back as a path */
  async function register(begun: Awaited<ReturnType<typeof begin>>, name: string) {
    const body = new URLSearchParams({
      manifest: begun.text,
      name,
      account: 'octocat',
      state: begun.action.searchParams.get('state') ?? '',
    });
    const url = `${site.sandbox.url}/settings/apps/create`;
    const response = await fetch(url, { method: 'POST', body, redirect: 'manual' });
    const back = new URL(response.headers.get('location') ?? 'http://nowhere.invalid');
    return { response, path: `${back.pathname}${back.search}` };
  }

  it('leads from the front page to the set-up, and says 200', async () => {
    const { document, response } = await open('/');
    expect(response.status).toBe(200);
    expect(document.querySelector('a.primary')?.getAttribute('href')).toBe('/setup');
  });

  it('asks for the repository, kindly again for what is none', async () => {
    const first = await open('/setup');
    expect(first.document.querySelector('input#repository')).not.toBeNull();
    expect(first.response.headers.get('cache-control')).toBe('private, no-store');
    const again = await open('/setup?repository=my%20blog');
    expect(again.document.querySelector('#repository-wrong')?.textContent).toContain('“my blog”');
    const address = await open('/setup?repository=https://github.com/octocat/blog.git');
    expect(address.document.querySelector('form[method="post"]')).not.toBeNull();
  });

  it('writes a manifest in which all is right', async () => {
    const { manifest, action, setCookie } = await begin();
    expect(manifest).toEqual({
      name: 'octocat blog',
      url: `${site.url}/`,
      description: `Publishes the issues of octocat/blog at ${site.url}.`,
      hook_attributes: { url: `${site.url}/api/webhook`, active: true },
      redirect_url: `${site.url}/setup/created`,
      callback_urls: [`${site.url}/api/auth/callback`],
      setup_url: `${site.url}/setup`,
      public: true,
      default_permissions: { contents: 'write', issues: 'write', metadata: 'read' },
      default_events: ['issues', 'issue_comment', 'label', 'milestone', 'repository'],
    });
    expect(action.origin + action.pathname).toBe(`${site.sandbox.url}/settings/apps/new`);
    expect(action.searchParams.get('state')).toMatch(/^[\w-]{32}$/);
    expect(setCookie).toMatch(/; Path=\/setup; .*SameSite=Lax; HttpOnly/);
  });

  it('registers under the organization that owns the repository', async () => {
    const { action } = await begin('octo-org/blog');
    expect(action.pathname).toBe('/organizations/octo-org/settings/apps/new');
  });

  it('lets the browser send the form to GitHub', async () => {
    const { response } = await begin();
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(new RegExp(`form-action [^;]*${site.sandbox.url}`));
  });

  it('shows the settings once, to the browser that began', async () => {
    const begun = await begin();
    const { path } = await register(begun, 'Shown once');
    const stranger = await open(path);
    expect(stranger.response.status).toBe(400);
    expect(stranger.document.querySelector('h1')?.textContent).toBe('This was not begun here');

    const { document, response } = await open(path, begun.cookie);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const file = document.querySelector('a[download]')?.getAttribute('href') ?? '';
    const text = decodeURIComponent(file.split(',')[1] ?? '');
    const settings = Object.fromEntries(
      text
        .trim()
        .split('\n')
        .map((line) => line.split(/=(.*)/)),
    );
    expect(Object.keys(settings)).toEqual([
      'GITHUB_REPOSITORY',
      'GITHUB_APP_ID',
      'GITHUB_APP_PRIVATE_KEY',
      'GITHUB_WEBHOOK_SECRET',
      'GITHUB_CLIENT_ID',
      'GITHUB_CLIENT_SECRET',
      'SESSION_SECRET',
      'PUBLISH_AUTHORS',
      'SITE_URL',
      'GITHUB_API_URL',
    ]);
    expect(settings.SITE_URL).toBe(site.url);
    expect(document.querySelectorAll('input[id^="setting-"]')).toHaveLength(10);

    const again = await open(path, begun.cookie);
    expect(again.response.status).toBe(400);
    expect(again.document.querySelector('h1')?.textContent).toBe('This code is used up');
    expect(again.document.body.textContent).toContain('Delete the App that was made');
  });

  it('says so when the code comes after an hour', async () => {
    const begun = await begin();
    const { path } = await register(begun, 'Too late');
    site.sandbox.store.clock.advance(3_601_000);
    const { document } = await open(path, begun.cookie);
    site.sandbox.store.clock.offset = 0;
    expect(document.querySelector('h1')?.textContent).toBe('This code is used up');
  });

  it('lets a second forker choose another name on GitHub’s page', async () => {
    const one = await begin();
    expect((await register(one, 'My blog')).response.status).toBe(303);
    const other = await begin();
    const refused = await register(other, 'my blog');
    expect(refused.response.status).toBe(422);
    expect(await refused.response.text()).toContain('name is already taken');
    const { path } = await register(other, 'My other blog');
    expect((await open(path, other.cookie)).response.status).toBe(200);
  });

  it('takes no code without the state that it gave', async () => {
    const begun = await begin();
    const { path } = await register(begun, 'Forged');
    const forged = path.replace(/state=[^&]+/, 'state=another');
    expect((await open(forged, begun.cookie)).response.status).toBe(400);
    expect((await open(path, begun.cookie)).response.status).toBe(200);
  });

  it('answers a delivery that comes too early with what is missing', async () => {
    const response = await fetch(`${site.url}/api/webhook`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(503);
  });
});

describe('a configured blog', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await startTestSite();
  });

  afterAll(() => site.close());

  it('shows strangers a closed door and nothing of how it is', async () => {
    const response = await fetch(`${site.url}/setup`);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain('This blog is set up');
    expect(text).toContain('/api/auth/sign-in?return=%2Fsetup');
    expect(text).not.toMatch(/bot-token|issuepress-bot|data-state|of 5000|settings\/apps\/new/);
  });

  it('gives nothing for a code', async () => {
    const user = findUser(site.sandbox.store, 'octocat');
    if (!user) throw new Error('There is no octocat.');
    withPrivateKey(
      site.sandbox.store,
      createApp(site.sandbox.store, { name: 'Late', owner: user, externalUrl: site.url }),
    );
    const response = await fetch(`${site.url}/setup/created?code=x&state=y`, {
      redirect: 'manual',
    });
    expect(response.status).toBe(307);
    expect(response.headers.get('location')).toBe('/setup');
  });

  it('shows how it is to whoever may write to the repository, and to nobody else', async () => {
    const author = await signIn(site, 'author');
    const checks = await (await author.send('GET', '/setup')).text();
    expect(checks).toContain('How this blog is');
    expect(checks).toMatch(/data-state="ok"><h2>Webhook<|data-state="off"><h2>Webhook</);
    const reader = await signIn(site, 'reader');
    const door = await (await reader.send('GET', '/setup')).text();
    expect(door).toContain('You are hubot, who may not write to the repository');
    expect(door).not.toContain('data-state');
  });

  it('creates the label for nobody who is not signed in, nor for another site', async () => {
    const press = (headers: Record<string, string>) =>
      fetch(`${site.url}/api/setup/label`, { method: 'POST', headers });
    expect((await press({ origin: site.url })).status).toBe(403);
    expect((await press({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await fetch(`${site.url}/api/setup/label`)).status).toBe(405);
  });
});

describe('a configured blog without signing in', () => {
  it('points to the doctor', async () => {
    const site = await startTestSite({ env: { SESSION_SECRET: '' } });
    const text = await (await fetch(`${site.url}/setup`)).text();
    await site.close();
    expect(text).toContain('npm run doctor');
    expect(text).not.toContain('/api/auth/sign-in?return=%2Fsetup');
  });
});
