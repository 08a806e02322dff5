/** GitHub Apps of the embedded GitHub: from the manifest to an installation's token. */

import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { createAppAuth } from '@octokit/auth-app';
import { graphql } from '@octokit/graphql';
import { request } from '@octokit/request';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp, installApp, withPrivateKey } from '../../lib/sandbox/oauth/apps';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import { findUser } from '../../lib/sandbox/store';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(async () => {
  await sandbox.close();
});

function octocat() {
  const user = findUser(sandbox.store, 'octocat');
  if (!user) throw new Error('There is no octocat.');
  return user;
}

function submit(path: string, fields: Record<string, string>, headers = {}): Promise<Response> {
  const init = { method: 'POST', body: new URLSearchParams(fields), headers } as const;
  return fetch(sandbox.url + path, { ...init, redirect: 'manual' });
}

const MANIFEST = {
  name: 'My blog',
  url: 'https://blog.example',
  redirect_url: 'https://blog.example/setup/created',
  callback_urls: ['https://blog.example/api/auth/callback'],
  setup_url: 'https://blog.example/setup/installed',
  public: true,
  default_permissions: { issues: 'write', metadata: 'read' },
  default_events: ['issues', 'issue_comment'],
};

async function register(name: string, more: object = {}): Promise<string> {
  const manifest = JSON.stringify({ ...MANIFEST, ...more });
  const response = await submit('/settings/apps/create', {
    manifest,
    name,
    account: 'octocat',
    state: 's',
  });
  expect(response.status).toBe(303);
  const location = new URL(response.headers.get('location') ?? '');
  expect(location.searchParams.get('state')).toBe('s');
  return location.searchParams.get('code') ?? '';
}

function convert(code: string, prefix = ''): Promise<Response> {
  return fetch(`${sandbox.url}${prefix}/app-manifests/${code}/conversions`, { method: 'POST' });
}

describe('a manifest', () => {
  test('posted from another site is shown with a button, and registers nothing yet', async () => {
    const before = sandbox.store.apps.size;
    const response = await submit(
      '/settings/apps/new?state=s',
      { manifest: JSON.stringify(MANIFEST) },
      { origin: 'https://blog.example', 'sec-fetch-site': 'cross-site' },
    );
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('Create GitHub App for octocat');
    expect(page).toContain('Permission: issues, write');
    expect(page).toContain('name="state" value="s"');
    expect(sandbox.store.apps.size).toBe(before);
  });

  test('is not accepted by the button of another site', async () => {
    const fields = { manifest: JSON.stringify(MANIFEST), name: 'Evil', account: 'octocat' };
    const response = await submit('/settings/apps/create', fields, { origin: 'https://x.example' });
    expect(response.status).toBe(403);
  });

  test('becomes an App whose secrets are given once', async () => {
    const code = await register('My blog');
    const response = await convert(code, '/api/v3');
    expect(response.status).toBe(201);
    const app = await response.json();
    expect(app).toMatchObject({
      slug: 'my-blog',
      name: 'My blog',
      owner: { login: 'octocat' },
      html_url: `${sandbox.url}/apps/my-blog`,
      permissions: { issues: 'write', metadata: 'read' },
      events: ['issues', 'issue_comment'],
      webhook_secret: null,
    });
    expect(app.pem).toMatch(/^-----BEGIN RSA PRIVATE KEY-----\n/);
    expect(app.client_secret).toHaveLength(40);
    expect((await convert(code)).status).toBe(404);
  });

  test('cannot be converted after an hour', async () => {
    const code = await register('Too late');
    sandbox.store.clock.advance(3_601_000);
    expect((await convert(code)).status).toBe(404);
    sandbox.store.clock.offset = 0;
  });

  test('with a name that is taken asks for another', async () => {
    await register('Taken');
    const fields = { manifest: JSON.stringify(MANIFEST), name: 'TAKEN!', account: 'octocat' };
    const response = await submit('/settings/apps/create', fields);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('name is already taken');
  });

  test.each([
    ['hook_attributes without an address', { hook_attributes: { active: false } }, 'url'],
    ['no name', { name: '' }, 'name'],
    ['an address that is none', { redirect_url: 'nowhere' }, 'nowhere'],
  ])('with %s is refused', async (_, more, message) => {
    const manifest = JSON.stringify({ ...MANIFEST, ...more });
    const response = await submit('/settings/apps/new', { manifest });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(message);
  });
});

describe('an installation', () => {
  test('is made on the page, and leads back to the setup address', async () => {
    await register('Installable');
    const page = await fetch(`${sandbox.url}/apps/installable/installations/new`);
    expect(await page.text()).toContain('Install Installable');
    const response = await submit('/apps/installable/installations/new', {
      selection: 'all',
      state: 't',
    });
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.pathname).toBe('/setup/installed');
    expect(location.searchParams.get('setup_action')).toBe('install');
    const id = Number(location.searchParams.get('installation_id'));
    expect(sandbox.store.installations.get(id)).toMatchObject({ accountId: octocat().id });
  });

  test.each([
    ['', 'an id', (app: { id: number }) => app.id],
    ['/api/v3', 'a client id', (app: { clientId: string }) => app.clientId],
  ])('gives @octokit/auth-app a token at %s with %s', async (suffix, _, idOf) => {
    const app = withPrivateKey(
      sandbox.store,
      createApp(sandbox.store, {
        name: `Auth ${suffix}`,
        owner: octocat(),
        externalUrl: 'https://blog.example',
      }),
    );
    const installation = installApp(sandbox.store, app, octocat(), null);
    const auth = createAppAuth({
      appId: idOf(app),
      privateKey: app.privateKeyPem,
      request: request.defaults({ baseUrl: sandbox.url + suffix }),
    });
    const { data: self } = await auth.hook(
      request.defaults({ baseUrl: sandbox.url + suffix }),
      'GET /app',
    );
    expect(self).toMatchObject({ slug: app.slug, installations_count: 1 });
    const { token, expiresAt } = await auth({
      type: 'installation',
      installationId: installation.id,
    });
    expect(token).toMatch(/^ghs_/);
    expect(token.length).toBeGreaterThan(500);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(3_500_000);
    const ask = graphql.defaults({
      baseUrl: sandbox.url + suffix,
      headers: { authorization: `token ${token}` },
    });
    expect(await ask('{ viewer { login } }')).toEqual({ viewer: { login: `${app.slug}[bot]` } });
    sandbox.store.clock.advance(3_601_000);
    await expect(ask('{ viewer { login } }')).rejects.toMatchObject({ status: 401 });
    sandbox.store.clock.offset = 0;
  });

  test('is found by its repository, and comments as the bot', async () => {
    const app = withPrivateKey(
      sandbox.store,
      createApp(sandbox.store, { name: 'Bot', owner: octocat(), externalUrl: 'https://b.example' }),
    );
    const auth = createAppAuth({
      appId: app.id,
      privateKey: app.privateKeyPem,
      request: request.defaults({ baseUrl: sandbox.url }),
    });
    const find = () =>
      auth.hook(request.defaults({ baseUrl: sandbox.url }), 'GET /repos/octocat/blog/installation');
    await expect(find()).rejects.toMatchObject({ status: 404 });
    const { id } = installApp(sandbox.store, app, octocat(), null);
    expect((await find()).data).toMatchObject({
      id,
      app_slug: 'bot',
      account: { login: 'octocat' },
    });
    const { token } = await auth({ type: 'installation', installationId: id });
    const headers = { authorization: `token ${token}` };
    const call = request.defaults({ baseUrl: sandbox.url, headers });
    const { data: issue } = await call('POST /repos/octocat/blog/issues', { title: 'By a bot' });
    expect(issue.user).toMatchObject({ login: 'bot[bot]', type: 'Bot' });
  });
});

describe('an App that proves itself badly', () => {
  const jwt = (claims: object, header: object = { alg: 'RS256', typ: 'JWT' }) => {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const signed = `${encode(header)}.${encode(claims)}`;
    return `${signed}.${createHmac('sha256', 'x').update(signed).digest('base64url')}`;
  };
  const now = Math.floor(Date.now() / 1000);

  test.each([
    ['with a signature that is not its own', jwt({ iss: 1, iat: now, exp: now + 60 })],
    ['without an algorithm', jwt({ iss: 1, iat: now, exp: now + 60 }, { alg: 'none' })],
    ['with what is no JWT', 'eyJ.x.y'],
  ])('%s is 401', async (_, token) => {
    const response = await fetch(`${sandbox.url}/app`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(401);
  });

  test('for more than ten minutes is 401 and told why', async () => {
    const app = withPrivateKey(
      sandbox.store,
      createApp(sandbox.store, {
        name: 'Long',
        owner: octocat(),
        externalUrl: 'https://l.example',
      }),
    );
    const { createSign } = await import('node:crypto');
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const signed = `${encode({ alg: 'RS256' })}.${encode({ iss: app.id, iat: now, exp: now + 3600 })}`;
    const signature = createSign('sha256').update(signed).sign(app.privateKeyPem, 'base64url');
    const response = await fetch(`${sandbox.url}/app`, {
      headers: { authorization: `Bearer ${signed}.${signature}` },
    });
    expect(response.status).toBe(401);
    expect((await response.json()).message).toContain("('exp') is too far in the future");
  });
});

describe("an App's webhook", () => {
  let listener: Server;
  const received: { event: string | undefined; signature: string | undefined; body: string }[] = [];
  let hookUrl = '';

  beforeAll(async () => {
    listener = createServer((incoming, response) => {
      let body = '';
      incoming.on('data', (chunk) => {
        body += chunk;
      });
      incoming.on('end', () => {
        const header = (name: string) => [incoming.headers[name]].flat()[0];
        received.push({
          event: header('x-github-event'),
          signature: header('x-hub-signature-256'),
          body,
        });
        response.end();
      });
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const address = listener.address();
    hookUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`;
  });

  afterAll(() => {
    listener.close();
  });

  test('is signed with the secret of the conversion, and its deliveries are listed and repeated', async () => {
    const code = await register('Hooked', { hook_attributes: { url: hookUrl } });
    const app = await (await convert(code)).json();
    await submit('/apps/hooked/installations/new', { selection: 'all' });
    await fetch(`${sandbox.url}/repos/octocat/blog/issues`, {
      method: 'POST',
      headers: { authorization: 'Bearer author-token' },
      body: JSON.stringify({ title: 'Heard' }),
    });
    await expect.poll(() => received.length).toBe(1);
    const [first] = received;
    const expected = createHmac('sha256', app.webhook_secret)
      .update(first?.body ?? '')
      .digest('hex');
    expect(first).toMatchObject({ event: 'issues', signature: `sha256=${expected}` });
    expect(JSON.parse(first?.body ?? '')).toMatchObject({
      installation: { id: expect.any(Number) },
    });

    const auth = createAppAuth({
      appId: app.id,
      privateKey: app.pem,
      request: request.defaults({ baseUrl: sandbox.url }),
    });
    const call = request.defaults({ baseUrl: sandbox.url, request: { hook: auth.hook } });
    await expect
      .poll(async () => (await call('GET /app/hook/deliveries')).data[0]?.status_code)
      .toBe(200);
    const { data: deliveries } = await call('GET /app/hook/deliveries');
    await call('POST /app/hook/deliveries/{delivery_id}/attempts', {
      delivery_id: deliveries[0]?.id ?? 0,
    });
    await expect.poll(() => received.length).toBe(2);
    expect(received[1]?.body).toBe(first?.body);
  });
});
