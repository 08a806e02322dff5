/** An OAuth App in place of a GitHub App: scopes, and a token that lives until it is revoked. */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../lib/config';
import { createGitHub, type GitHub } from '../../lib/github/client';
import { createApp } from '../../lib/sandbox/oauth/apps';
import { revokeAuthorization } from '../../lib/sandbox/oauth/tokens';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import { findUser } from '../../lib/sandbox/store';
import { DEMO_TOKENS } from '../../lib/sandbox/world';
import { findParticipant } from '../../lib/session/participant';
import { readSession } from '../../lib/session/session';
import { type SignInSettings, signInSettings } from '../../lib/session/settings';
import { finishSignIn, readReturn, startSignIn } from '../../lib/session/sign-in';
import { apiCalls, asAuthor, control } from '../support/github';

let sandbox: Sandbox;
let settings: SignInSettings;
let blog: GitHub;

beforeAll(async () => {
  sandbox = await startSandbox();
});

beforeEach(async () => {
  await control(sandbox, 'POST', '/reset', {});
  const owner = findUser(sandbox.store, 'octocat');
  if (!owner) throw new Error('The sandbox has no owner.');
  const app = createApp(sandbox.store, {
    name: 'A blog of mine',
    owner,
    kind: 'oauth-app',
    public: true,
    externalUrl: 'https://blog.example.com',
    callbackUrls: ['https://blog.example.com/api/auth/callback'],
    clientId: 'Ov23liEmbedded',
  });
  const read = signInSettings(
    readConfig({
      GITHUB_REPOSITORY: 'octocat/blog',
      GITHUB_API_URL: sandbox.url,
      GITHUB_CLIENT_ID: app.clientId,
      GITHUB_CLIENT_SECRET: app.clientSecret,
      SESSION_SECRET: 'a secret of thirty-two characters',
      SITE_URL: 'https://blog.example.com',
    }),
  );
  if (!read) throw new Error('Signing in should be on.');
  settings = read;
  const { repository, apiUrl } = settings;
  const credentials = { kind: 'token', token: DEMO_TOKENS.author } as const;
  blog = createGitHub({ credentials, repository, apiUrl });
});

afterAll(() => sandbox.close());

const exchange = () => {
  const request = new IncomingMessage(new Socket());
  return { request, response: new ServerResponse(request) };
};

/** A request with the cookies of an answer. */
function next(response: ServerResponse): IncomingMessage {
  const { request } = exchange();
  const cookies = [response.getHeader('set-cookie') ?? []].flat().map(String);
  request.headers.cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
  return request;
}

/** Signs hubot in. @returns what GitHub was asked, and a request of theirs */
async function signIn() {
  const out = exchange();
  const authorize = new URL(await startSignIn(out.response, settings, '/', blog));
  const answer = await fetch(`${sandbox.url}/login/oauth/authorize`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams([
      ...authorize.searchParams,
      ['account', 'hubot'],
      ['decision', 'authorize'],
    ]),
  });
  const query = Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams);
  const back = exchange();
  const returned = await readReturn(next(out.response), back.response, settings, query);
  if (returned.kind !== 'code') throw new Error(`GitHub's answer was ${returned.kind}.`);
  await finishSignIn(back.response, settings, returned);
  return { authorize, request: next(back.response) };
}

describe('an OAuth App', () => {
  it('asks for public repositories alone', async () => {
    const { authorize } = await signIn();
    expect(authorize.searchParams.get('scope')).toBe('public_repo');
  });

  it('asks GitHub once in a while what the repository is, however many begin to sign in', async () => {
    await control(sandbox, 'DELETE', '/requests');
    for (let count = 0; count < 5; count += 1) {
      await startSignIn(exchange().response, settings, '/', blog);
    }
    expect((await apiCalls(sandbox)).count).toBe(0);
  });

  it('asks for private ones where the blog’s is private', async () => {
    await asAuthor(sandbox).call('PATCH', '', { private: true });
    vi.setSystemTime(Date.now() + 2 * 3_600_000);
    const url = new URL(await startSignIn(exchange().response, settings, '/', blog));
    vi.useRealTimers();
    expect(url.searchParams.get('scope')).toBe('repo');
  });

  it('gives a token that does not end, and acts as the person', async () => {
    const { request } = await signIn();
    const session = await readSession(request, settings.signIn);
    expect(session?.tokens).toMatchObject({ expiresAt: null, refreshToken: null });
    sandbox.store.clock.advance(365 * 24 * 3_600_000);
    const participant = await findParticipant(request, exchange().response, settings);
    const answer = await participant?.github.query('{ viewer { login } }');
    expect(answer).toEqual({ viewer: { login: 'hubot' } });
  });

  it('signs out at once when the token was revoked, as nothing can renew it', async () => {
    const { request } = await signIn();
    const user = findUser(sandbox.store, 'hubot');
    if (user) revokeAuthorization(sandbox.store, null, user);
    const participant = await findParticipant(request, exchange().response, settings);
    await expect(participant?.github.query('{ viewer { login } }')).rejects.toMatchObject({
      status: 401,
      code: 'signed-out',
    });
  });
});
