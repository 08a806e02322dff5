/** Signing in through the embedded GitHub: the page, the code, the tokens and their end. */
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DEMO_CLIENT } from '../../lib/sandbox/oauth/demo-app';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(async () => {
  await sandbox.close();
});

beforeEach(() => {
  sandbox.store.clock.offset = 0;
});

const CALLBACK = 'http://localhost:3000/api/auth/callback';

type Fields = Record<string, string>;

const asked = (more: Fields = {}): Fields => ({
  client_id: DEMO_CLIENT.id,
  redirect_uri: CALLBACK,
  state: 'xyz',
  ...more,
});

function show(fields: Fields): Promise<Response> {
  const query = new URLSearchParams(fields);
  return fetch(`${sandbox.url}/login/oauth/authorize?${query}`, { redirect: 'manual' });
}

function decide(fields: Fields, headers: Fields = {}): Promise<Response> {
  const body = new URLSearchParams({ account: 'hubot', decision: 'authorize', ...fields });
  const init = { method: 'POST', body, headers, redirect: 'manual' } as const;
  return fetch(`${sandbox.url}/login/oauth/authorize`, init);
}

async function getCode(more: Fields = {}): Promise<string> {
  const response = await decide(asked(more));
  return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

async function getTokens(fields: Fields): Promise<Record<string, string & number>> {
  const response = await fetch(`${sandbox.url}/login/oauth/access_token`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      client_id: DEMO_CLIENT.id,
      client_secret: DEMO_CLIENT.secret,
      ...fields,
    }),
  });
  expect(response.status).toBe(200);
  return response.json();
}

async function whoIs(token: string | undefined): Promise<string | number> {
  const response = await fetch(`${sandbox.url}/user`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return response.ok ? (await response.json()).login : response.status;
}

describe('the authorize page', () => {
  test('names the App, offers the accounts and keeps what was asked', async () => {
    const response = await show(asked({ login: 'hubot' }));
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('Authorize Issuepress demo</button>');
    expect(page).toContain('<option value="hubot" selected>');
    expect(page).toContain('name="state" value="xyz"');
  });

  test('sends the browser back with a code and the state', async () => {
    const response = await decide(asked());
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.origin + location.pathname).toBe(CALLBACK);
    expect(location.searchParams.get('state')).toBe('xyz');
    expect(location.searchParams.get('code')).toMatch(/^[0-9a-f]{20}$/);
  });

  test('sends a refusal back', async () => {
    const response = await decide(asked({ decision: 'cancel' }));
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.searchParams.get('error')).toBe('access_denied');
    expect(location.searchParams.get('state')).toBe('xyz');
  });

  test.each([
    'http://localhost:3000/elsewhere',
    'http://evil.example/api/auth/callback',
    'http://127.0.0.1.evil.example/api/auth/callback',
    'https://localhost/api/auth/callback',
    'http://user@localhost/api/auth/callback',
    'javascript:alert(1)',
  ])('does not send anybody to %s', async (redirectUri) => {
    expect((await show(asked({ redirect_uri: redirectUri }))).status).toBe(400);
    expect((await decide(asked({ redirect_uri: redirectUri }))).status).toBe(400);
  });

  test('knows no other client', async () => {
    expect((await show(asked({ client_id: 'Iv1.unknown' }))).status).toBe(404);
  });

  test.each<Fields>([
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ])('takes no form from another site: %o', async (headers) => {
    expect((await decide(asked(), headers)).status).toBe(403);
  });
});

describe('a code', () => {
  test('becomes an expiring token with a refresh token', async () => {
    const tokens = await getTokens({ code: await getCode() });
    expect(tokens).toMatchObject({
      token_type: 'bearer',
      scope: '',
      expires_in: 28_800,
      access_token: expect.stringMatching(/^ghu_/),
      refresh_token: expect.stringMatching(/^ghr_/),
    });
    expect(await whoIs(tokens.access_token)).toBe('hubot');
  });

  test('works once', async () => {
    const code = await getCode();
    await getTokens({ code });
    expect(await getTokens({ code })).toMatchObject({ error: 'bad_verification_code' });
  });

  test('is too old after ten minutes', async () => {
    const code = await getCode();
    sandbox.store.clock.advance(601_000);
    expect(await getTokens({ code })).toMatchObject({ error: 'bad_verification_code' });
  });

  test('needs the verifier of its challenge', async () => {
    const verifier = randomBytes(32).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
    const bad = { error: 'bad_verification_code' };
    expect(await getTokens({ code: await getCode(pkce) })).toMatchObject(bad);
    expect(await getTokens({ code: await getCode(pkce), code_verifier: 'x' })).toMatchObject(bad);
    const good = await getTokens({ code: await getCode(pkce), code_verifier: verifier });
    expect(good.access_token).toMatch(/^ghu_/);
  });

  test('is not given for a plain challenge', async () => {
    const response = await show(asked({ code_challenge: 'x', code_challenge_method: 'plain' }));
    expect(response.headers.get('location')).toContain('error=invalid_request');
  });

  test('belongs to its redirect address and its client', async () => {
    const redirect_uri = 'http://localhost:3001/api/auth/callback';
    expect(await getTokens({ code: await getCode(), redirect_uri })).toMatchObject({
      error: 'redirect_uri_mismatch',
    });
    expect(await getTokens({ code: await getCode(), client_secret: 'x' })).toMatchObject({
      error: 'incorrect_client_credentials',
    });
  });

  test('is answered as a form where JSON is not asked for', async () => {
    const response = await fetch(`${sandbox.url}/login/oauth/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        client_id: DEMO_CLIENT.id,
        client_secret: DEMO_CLIENT.secret,
        code: await getCode(),
      }),
    });
    const answer = new URLSearchParams(await response.text());
    expect(answer.get('access_token')).toMatch(/^ghu_/);
  });
});

describe('a token', () => {
  test('expires after eight hours, and is refreshed into a new pair that ends the old one', async () => {
    const first = await getTokens({ code: await getCode() });
    const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' };
    sandbox.store.clock.advance(28_801_000);
    expect(await whoIs(first.access_token)).toBe(401);
    const second = await getTokens(refresh);
    expect(await whoIs(second.access_token)).toBe('hubot');
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(await getTokens(refresh)).toMatchObject({ error: 'bad_refresh_token' });
  });

  test('is dead at once when it was refreshed early', async () => {
    const first = await getTokens({ code: await getCode() });
    await getTokens({ grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' });
    expect(await whoIs(first.access_token)).toBe(401);
  });

  test('is checked and revoked by its App', async () => {
    const { access_token = '' } = await getTokens({ code: await getCode() });
    const call = (method: string, secret: string) =>
      fetch(`${sandbox.url}/api/v3/applications/${DEMO_CLIENT.id}/token`, {
        method,
        headers: {
          authorization: `Basic ${Buffer.from(`${DEMO_CLIENT.id}:${secret}`).toString('base64')}`,
        },
        body: JSON.stringify({ access_token }),
      });
    expect((await call('DELETE', 'wrong')).status).toBe(404);
    const checked = await call('POST', DEMO_CLIENT.secret);
    expect(await checked.json()).toMatchObject({ user: { login: 'hubot' } });
    expect((await call('DELETE', DEMO_CLIENT.secret)).status).toBe(204);
    expect(await whoIs(access_token)).toBe(401);
  });

  test('is revoked by its person, which tests do through a control', async () => {
    const { access_token } = await getTokens({ code: await getCode() });
    const response = await fetch(`${sandbox.url}/_sandbox/tokens/revoke`, {
      method: 'POST',
      body: JSON.stringify({ login: 'hubot' }),
    });
    expect((await response.json()).revoked).toBeGreaterThan(0);
    expect(await whoIs(access_token)).toBe(401);
    expect(await whoIs('reader-token')).toBe('hubot');
  });

  test('comments in its person’s name where the App is installed', async () => {
    const { access_token } = await getTokens({ code: await getCode() });
    const post = (path: string, token: string | undefined, body: Fields) =>
      fetch(`${sandbox.url}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
    await post('/repos/octocat/blog/issues', 'author-token', { title: 'Hello' });
    const path = '/repos/octocat/blog/issues/1/comments';
    const response = await post(path, access_token, { body: 'From the site' });
    expect(response.status).toBe(201);
    expect((await response.json()).user).toMatchObject({ login: 'hubot', type: 'User' });
  });
});
