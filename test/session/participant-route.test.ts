/** The door, with a handler behind it, on a server of its own; GitHub is the embedded one. */
import { createServer, type Server } from 'node:http';
import type { NextApiRequest, NextApiResponse } from 'next';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../lib/config';
import { GitHubNotFoundError, GitHubRejectedError } from '../../lib/github/errors';
import { getViewer } from '../../lib/github/get-viewer';
import { findAppByClient } from '../../lib/sandbox/oauth/apps';
import { DEMO_CLIENT } from '../../lib/sandbox/oauth/demo-app';
import { issueUserToken } from '../../lib/sandbox/oauth/tokens';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import { findUser } from '../../lib/sandbox/store';
import { SESSION_LIFE, seal } from '../../lib/session/cookies';
import { type Handlers, participantRoute, Refusal } from '../../lib/session/participant-route';
import { control } from '../support/github';
import { type Client, openClient } from '../support/sign-in';

let sandbox: Sandbox;
let server: Server;
let url: string;
/** What the handlers were called with. */
let seen: { login: string; body: unknown; query: Record<string, string> }[];

const HANDLERS: Handlers = {
  GET: async ({ participant }) => {
    const { viewer } = await getViewer(participant.github);
    return { status: 200, body: { login: viewer.login } };
  },
  POST: async ({ participant, body, query }) => {
    seen.push({ login: participant.viewer.login, body, query });
    return { status: 201, body: { done: true } };
  },
  DELETE: async () => ({ status: 204 }),
  PATCH: async ({ query }) => {
    if (query.why === 'gone') throw new GitHubNotFoundError('It is gone: ghu_secret');
    if (query.why === 'long') throw new GitHubRejectedError('body is too long');
    if (query.why === 'locked') {
      throw new Refusal(409, 'locked', { message: 'Comments are closed.', retryAfter: 3 });
    }
    throw new Error('a fault');
  },
};

beforeAll(async () => {
  sandbox = await startSandbox();
  const route = participantRoute(HANDLERS, { maxBytes: 1_000 });
  server = createServer((request, response) => {
    const query = Object.fromEntries(new URL(request.url ?? '', 'http://x').searchParams);
    const helpers = {
      status(code: number) {
        response.statusCode = code;
        return response;
      },
      json(body: unknown) {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(body));
      },
    };
    void route(
      Object.assign(request, { query }) as unknown as NextApiRequest,
      Object.assign(response, helpers) as unknown as NextApiResponse,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const settings = {
    GITHUB_REPOSITORY: 'octocat/blog',
    GITHUB_API_URL: sandbox.url,
    GITHUB_CLIENT_ID: DEMO_CLIENT.id,
    GITHUB_CLIENT_SECRET: DEMO_CLIENT.secret,
    SESSION_SECRET: 'a secret of thirty-two characters',
    SITE_URL: url,
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});

beforeEach(() => {
  seen = [];
});

afterEach(async () => {
  sandbox.store.clock.offset = 0;
  vi.restoreAllMocks();
  await control(sandbox, 'POST', '/faults', { api: { mode: 'ok' } });
});

afterAll(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
  await sandbox.close();
});

/** @param login signs somebody in who was there before */
async function clientOf(login: string): Promise<Client> {
  const { signIn } = readConfig();
  const app = findAppByClient(sandbox.store, DEMO_CLIENT.id);
  const user = findUser(sandbox.store, login);
  if (!signIn || !app || !user) throw new Error('The sandbox has nobody to sign in.');
  const { token, refreshToken, expiresAt } = issueUserToken(sandbox.store, app, user, []);
  const session = {
    kind: 'session',
    tokens: { accessToken: token, refreshToken, expiresAt: Date.parse(expiresAt ?? '') },
    viewer: { login, name: login, avatarUrl: '', url: '', mayWrite: true },
  };
  return openClient(
    { url },
    `issuepress-session=${await seal(session, signIn, SESSION_LIFE)}; issuepress-viewer=x`,
  );
}

const refusalOf = async (response: Response) => {
  const { error } = await response.json();
  expect(error.message).toMatch(/^[A-Z].+\.$/);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  return [response.status, error.code];
};

describe('the door', () => {
  it('lets a signed-in person in, as themselves', async () => {
    const client = await clientOf('hubot');
    const answer = await client.send('GET', '/');
    expect(await answer.json()).toEqual({ login: 'hubot' });
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  it('hands over the body and the query', async () => {
    const client = await clientOf('hubot');
    expect((await client.send('POST', '/?number=12', { body: 'Hello' })).status).toBe(201);
    expect(seen).toEqual([{ login: 'hubot', body: { body: 'Hello' }, query: { number: '12' } }]);
  });

  it('takes a request without a body', async () => {
    const answer = await (await clientOf('hubot')).send('DELETE', '/');
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });

  it.each(['PUT', 'OPTIONS'])(
    'is not there for %s, and names what it is there for',
    async (method) => {
      const answer = await (await clientOf('hubot')).send(method, '/');
      expect(await refusalOf(answer)).toEqual([405, 'method-not-allowed']);
      expect(answer.headers.get('allow')).toBe('GET, POST, DELETE, PATCH');
    },
  );

  it('stays shut for nobody', async () => {
    expect(await refusalOf(await openClient({ url }).send('POST', '/', {}))).toEqual([
      401,
      'signed-out',
    ]);
    expect(seen).toEqual([]);
  });

  it.each([
    ['by Fetch-Metadata', { 'sec-fetch-site': 'cross-site' }],
    ['by its origin', { origin: 'https://evil.example' }],
    ['from a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['without an origin of its own', { origin: 'null' }],
  ])('stays shut for another site, known %s', async (_, headers) => {
    const client = await clientOf('hubot');
    const answer = await client.send('POST', '/', { body: 'Hello' }, headers);
    expect(await refusalOf(answer)).toEqual([403, 'foreign-origin']);
    expect(seen).toEqual([]);
  });

  it.each([
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data; boundary=x',
    '',
  ])('takes nothing of the type “%s”, which a form can send', async (type) => {
    const client = await clientOf('hubot');
    const answer = await client.send('POST', '/', { a: 1 }, { 'content-type': type });
    expect(await refusalOf(answer)).toEqual([415, 'not-json']);
    expect(seen).toEqual([]);
  });

  it('takes only so much, whether the length is told or not', async () => {
    const client = await clientOf('hubot');
    expect(await refusalOf(await client.send('POST', '/', 'x'.repeat(1_000)))).toEqual([
      413,
      'too-large',
    ]);
    const stream = new Blob(['"', 'x'.repeat(100_000), '"']).stream();
    const untold = await fetch(url, {
      method: 'POST',
      headers: { cookie: client.cookie(), origin: url, 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(await refusalOf(untold)).toEqual([413, 'too-large']);
    expect(seen).toEqual([]);
  });

  it.each(['{', '{"a":', 'nothing', '\u0000'])('takes no %j for JSON', async (body) => {
    const client = await clientOf('hubot');
    const answer = await fetch(url, {
      method: 'POST',
      headers: { cookie: client.cookie(), origin: url, 'content-type': 'application/json' },
      body,
    });
    expect(await refusalOf(answer)).toEqual([400, 'not-json']);
  });

  it('slows one person down and nobody else', async () => {
    const client = await clientOf('monalisa').catch(() => clientOf('octocat'));
    const statuses: number[] = [];
    let last: Response | null = null;
    for (let count = 0; count < 61; count += 1) {
      last = await client.send('POST', '/', {});
      statuses.push(last.status);
    }
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(201));
    expect(last && (await refusalOf(last))).toEqual([429, 'too-fast']);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await (await clientOf('hubot')).send('POST', '/', {})).status).toBe(201);
  });
});

describe('what goes wrong behind it', () => {
  it.each([
    ['gone', 404, 'not-found'],
    ['long', 422, 'rejected'],
    ['locked', 409, 'locked'],
  ])('%s is %d', async (why, status, code) => {
    const answer = await (await clientOf('hubot')).send('PATCH', `/?why=${why}`, {});
    expect(await refusalOf(answer)).toEqual([status, code]);
    expect(answer.headers.get('retry-after')).toBe(why === 'locked' ? '3' : null);
  });

  it('is not told when it is a fault, but is in the log', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const answer = await (await clientOf('hubot')).send('PATCH', '/', {});
    expect(await refusalOf(answer)).toEqual([500, 'failed']);
    expect(log).toHaveBeenCalledOnce();
  });

  it.each([
    ['down', 503, 'github-down'],
    ['rate-limited', 429, 'github-limit'],
    ['403', 403, 'forbidden'],
  ])('GitHub %s is %d, with a time to come again', async (mode, status, code) => {
    const client = await clientOf('hubot');
    await control(sandbox, 'POST', '/faults', { api: { mode } });
    const answer = await client.send('GET', '/');
    expect(await refusalOf(answer)).toEqual([status, code]);
    expect(answer.headers.has('retry-after')).toBe(status !== 403);
  });
});

describe('tokens', () => {
  it('that ended are renewed on the way, and the new cookie is sent along', async () => {
    const client = await clientOf('hubot');
    const old = client.cookie();
    sandbox.store.clock.advance(9 * 3_600_000);
    expect(await (await client.send('GET', '/')).json()).toEqual({ login: 'hubot' });
    expect(client.cookie()).not.toBe(old);
    expect(await (await client.send('GET', '/')).json()).toEqual({ login: 'hubot' });
  });

  it('that were revoked sign out, at the second attempt', async () => {
    const client = await clientOf('hubot');
    await control(sandbox, 'POST', '/tokens/revoke', { login: 'hubot' });
    expect(await refusalOf(await client.send('GET', '/'))).toEqual([401, 'renewed-elsewhere']);
    expect(client.cookie()).not.toBe('');
    const again = await client.send('GET', '/', undefined, { 'x-session-attempt': '2' });
    expect(await refusalOf(again)).toEqual([401, 'signed-out']);
    expect(client.cookie()).toBe('');
  });

  it('that are due while GitHub is down leave the session as it is', async () => {
    const client = await clientOf('hubot');
    const old = client.cookie();
    sandbox.store.clock.advance(9 * 3_600_000);
    await control(sandbox, 'POST', '/faults', { api: { mode: 'down' } });
    expect(await refusalOf(await client.send('GET', '/'))).toEqual([503, 'github-down']);
    expect(client.cookie()).toBe(old);
  });
});
