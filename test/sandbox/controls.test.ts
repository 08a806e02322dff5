import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSandbox } from '../../lib/sandbox/server';
import { pick, pluck, type Rig, startRig } from './rig';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());
beforeEach(async () => {
  await rig.call('POST', '/_sandbox/reset', {}, null);
  rig.receiver.forget();
});

const BLOG = '/repos/octocat/blog';

const control = (method: string, name: string, body?: unknown) =>
  rig.call(method, `/_sandbox/${name}`, body, null);

describe('creating issues in bulk', () => {
  test('a thousand in one request, numbered in order, without a webhook', async () => {
    const issues = Array.from({ length: 1000 }, (_, index) => ({
      title: `Post ${index}`,
      body: 'Text',
      labels: ['Publish'],
    }));
    const { status, body } = await control('POST', 'issues', { issues });
    expect(status).toBe(201);
    expect(pick(body, 'numbers')).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1));
    expect(pick((await control('GET', 'deliveries')).body, 'deliveries')).toEqual([]);
  });

  test('with dates, unknown authors and labels, comments and reactions', async () => {
    const issue = {
      title: 'Old',
      author: 'ada',
      createdAt: '2024-02-03T04:05:06.789Z',
      labels: ['publish', 'history'],
      reactions: { HEART: 2, '+1': 1 },
      comments: [
        { author: 'grace', body: 'Later', createdAt: '2024-03-01T00:00:00Z' },
        {
          author: 'hubot',
          body: 'Buy now',
          createdAt: '2024-02-04T00:00:00Z',
          minimized: 'spam',
          reactions: { THUMBS_DOWN: ['ada'] },
        },
      ],
    };
    await control('POST', 'issues', { issues: [issue] });
    const { body } = await rig.call('GET', `${BLOG}/issues/1`);
    expect(body).toMatchObject({
      user: { login: 'ada' },
      created_at: '2024-02-03T04:05:06Z',
      updated_at: '2024-03-01T00:00:00Z',
      comments: 2,
      reactions: { heart: 2, '+1': 1, total_count: 3 },
    });
    expect(pluck(pick(body, 'labels'), 'name')).toEqual(['Publish', 'history']);
    const comments = await rig.call('GET', `${BLOG}/issues/1/comments`);
    expect(comments.body).toMatchObject([
      { user: { login: 'hubot' }, minimized: { reason: 'spam' }, reactions: { '-1': 1 } },
      { user: { login: 'grace' }, created_at: '2024-03-01T00:00:00Z', minimized: null },
    ]);
  });

  test('with milestone, assignees, pinned, locked, closed, edited', async () => {
    const issue = {
      title: 'All',
      body: 'First',
      createdAt: '2024-01-01T00:00:00Z',
      milestone: 'Series',
      assignees: ['ada', 'octocat'],
      pinned: true,
      locked: true,
      closed: true,
      edits: [{ body: 'Second', editedAt: '2024-01-02T00:00:00Z' }],
    };
    const { status } = await control('POST', 'issues', { issues: [issue] });
    expect(status).toBe(201);
    const { body } = await rig.call('GET', `${BLOG}/issues/1`);
    expect(body).toMatchObject({
      body: 'Second',
      state: 'closed',
      locked: true,
      milestone: { title: 'Series' },
      assignees: [{ login: 'ada' }, { login: 'octocat' }],
    });
    const events = await rig.call('GET', `${BLOG}/issues/1/events`);
    expect(pluck(events.body, 'event')).toContain('pinned');
  });

  test('with webhooks where asked for', async () => {
    await control('POST', 'issues?webhooks=1', { issues: [{ title: 'A', labels: ['Publish'] }] });
    await rig.receiver.arrivals(2);
    expect(rig.receiver.names().sort()).toEqual(['issues.labeled', 'issues.opened']);
  });

  test('all or none: one that is refused takes the others along', async () => {
    const { status } = await control('POST', 'issues', { issues: [{ title: 'A' }, { title: '' }] });
    expect(status).toBe(422);
    expect((await rig.call('GET', `${BLOG}/issues`)).body).toEqual([]);
  });

  test('into the other repository, and a pull request among them', async () => {
    const issues = [{ title: 'A change', pullRequest: true }, { title: 'A note' }];
    await control('POST', 'issues', { issues, repository: 'octocat/notes' });
    const { body } = await rig.call('GET', '/repos/octocat/notes/issues');
    expect(pluck(body, 'pull_request')).toEqual([undefined, expect.anything()]);
  });
});

describe('the log of requests', () => {
  test('holds API calls with GraphQL’s operation, and nothing else', async () => {
    await control('GET', 'requests');
    await fetch(`${rig.url}/octocat/blog/issues`);
    await rig.call('GET', `${BLOG}/issues?state=all`);
    await rig.call('POST', '/api/graphql', { query: 'query Who { viewer { login } }' });
    await rig.call('POST', '/graphql', { query: '{ viewer { login } }' });
    const { body } = await control('GET', 'requests');
    expect(body).toMatchObject({
      count: 3,
      requests: [
        { method: 'GET', path: `${BLOG}/issues?state=all`, operation: null, status: 200 },
        { method: 'POST', path: '/api/graphql', operation: 'Who', status: 200 },
        { method: 'POST', path: '/graphql', operation: 'query', status: 200 },
      ],
    });
    expect((await control('DELETE', 'requests')).status).toBe(204);
    expect((await control('GET', 'requests')).body).toEqual({ count: 0, requests: [] });
  });
});

describe('faults of the API', () => {
  const fail = (api: object) => control('POST', 'faults', { api });
  const read = () => rig.call('GET', BLOG);
  const query = () => rig.call('POST', '/graphql', { query: '{ viewer { login } }' });

  test('down cuts the connection', async () => {
    await fail({ mode: 'down' });
    await expect(read()).rejects.toThrow('fetch failed');
    await expect(query()).rejects.toThrow('fetch failed');
    await fail({ mode: 'ok' });
    expect((await read()).status).toBe(200);
  });

  test.each([
    ['502', 502],
    ['401', 401],
    ['403', 403],
    ['secondary', 403],
    ['empty', 200],
    ['garbage', 200],
  ])('%s answers %i', async (mode, status) => {
    await fail({ mode });
    const response = await fetch(rig.url + BLOG);
    expect(response.status).toBe(status);
    const text = await response.text();
    if (mode === 'empty') expect(text).toBe('');
    if (mode === 'garbage') expect(() => JSON.parse(text)).toThrow();
    if (mode === 'secondary') expect(response.headers.get('retry-after')).toBe('60');
  });

  test('rate-limited is a 403 to REST and an error of 200 to GraphQL', async () => {
    await fail({ mode: 'rate-limited', ms: 5000 });
    const rest = await read();
    expect(rest.status).toBe(403);
    expect(rest.headers.get('x-ratelimit-remaining')).toBe('0');
    const reset = Number(rest.headers.get('x-ratelimit-reset'));
    expect(reset).toBeGreaterThan(Date.now() / 1000);
    expect(reset).toBeLessThan(Date.now() / 1000 + 10);
    const graphql = await query();
    expect(graphql.status).toBe(200);
    expect(pick(graphql.body, 'errors.0.type')).toBe('RATE_LIMITED');
  });

  test('slow answers in the end, and after its time', async () => {
    await fail({ mode: 'slow', ms: 80 });
    const begun = performance.now();
    expect((await read()).status).toBe(200);
    expect(performance.now() - begun).toBeGreaterThan(70);
  });

  test('reach the Enterprise twins, never the controls, the pages or the pictures', async () => {
    await fail({ mode: '502' });
    expect((await rig.call('GET', `/api/v3${BLOG}`)).status).toBe(502);
    expect((await rig.call('POST', '/api/graphql', {})).status).toBe(502);
    expect((await control('GET', 'requests')).status).toBe(200);
    expect((await fetch(`${rig.url}/avatars/u/1`)).status).toBe(200);
    expect((await fetch(`${rig.url}/octocat/blog/issues`)).status).not.toBe(502);
  });

  test('of webhooks may be said as shares or as switches, without a word on the API', async () => {
    const shares = await control('POST', 'faults', { webhooks: { duplicate: 0.5, reorder: 1 } });
    expect(pick(shares.body, 'webhooks')).toMatchObject({ drop: 0, duplicate: 0.5, reorder: true });
    const switches = await control('POST', 'faults', { webhooks: { drop: true, reorder: false } });
    expect(pick(switches.body, 'webhooks')).toMatchObject({ drop: 1, reorder: false });
    expect(pick(switches.body, 'api.mode')).toBe('ok');
  });

  test('a lost answer hides a write that was carried out', async () => {
    await fail({ mode: 'lost-answer' });
    const written = await rig.call('POST', `${BLOG}/issues`, { title: 'Nobody heard' });
    expect(written.status).toBe(502);
    const listed = await rig.call('GET', `${BLOG}/issues`);
    await fail({ mode: 'ok' });
    expect(pluck(listed.body, 'title')).toContain('Nobody heard');
  });

  test('an unknown mode is refused', async () => {
    expect((await fail({ mode: 'sulking' })).status).toBe(422);
  });

  test('with a lag, reads see the past and writes do not', async () => {
    await rig.call('POST', `${BLOG}/issues`, { title: 'Before' });
    await fail({ lagMs: 60_000 });
    const written = await rig.call('PATCH', `${BLOG}/issues/1`, { title: 'After' });
    expect(pick(written.body, 'title')).toBe('After');
    expect(pick((await rig.call('GET', `${BLOG}/issues/1`)).body, 'title')).toBe('Before');
    const { body } = await rig.call('POST', '/graphql', {
      query: '{ repository(owner: "octocat", name: "blog") { issue(number: 1) { title } } }',
    });
    expect(pick(body, 'data.repository.issue.title')).toBe('Before');
    await fail({ mode: 'ok' });
    expect(pick((await rig.call('GET', `${BLOG}/issues/1`)).body, 'title')).toBe('After');
  });
});

describe('the hour’s calls', () => {
  test('are as many as the server was started with, after a reset too', async () => {
    const generous = await startSandbox({ hourlyLimit: 70_000 });
    const limit = async () => {
      const headers = { authorization: 'token author-token' };
      const response = await fetch(generous.url + BLOG, { headers });
      return response.headers.get('x-ratelimit-limit');
    };
    expect(await limit()).toBe('70000');
    await fetch(`${generous.url}/_sandbox/reset`, { method: 'POST', body: '{}' });
    expect(await limit()).toBe('70000');
    await generous.close();
  });

  test('are counted for each user, and then refused', async () => {
    await control('POST', 'rate-limit', { limit: 2 });
    const left = async (token: string) => {
      const { status, headers } = await rig.call('GET', BLOG, undefined, token);
      return [status, headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')];
    };
    expect(await left('author-token')).toEqual([200, '2', '1']);
    expect(await left('author-token')).toEqual([200, '2', '0']);
    expect(await left('author-token')).toEqual([403, '2', '0']);
    expect(await left('reader-token')).toEqual([200, '2', '1']);
    const { body } = await rig.call('GET', '/rate_limit');
    expect(body).toMatchObject({ rate: { limit: 2, remaining: 0 } });
  });
});

describe('the surroundings', () => {
  test('a deleted account leaves its words to ghost', async () => {
    await rig.call('POST', `${BLOG}/issues`, { title: 'Mine' }, 'reader-token');
    expect((await control('DELETE', 'users/hubot')).status).toBe(204);
    expect(pick((await rig.call('GET', `${BLOG}/issues/1`)).body, 'user.login')).toBe('ghost');
    expect((await rig.call('GET', '/user', undefined, 'reader-token')).status).toBe(401);
  });

  test('an account gets another login, and what it wrote is not newer for that', async () => {
    await rig.call('POST', `${BLOG}/issues`, { title: 'Mine' }, 'reader-token');
    const before = (await rig.call('GET', `${BLOG}/issues/1`)).body;
    expect((await control('PATCH', 'users/hubot', { login: 'hubot2' })).status).toBe(204);
    const { body } = await rig.call('GET', `${BLOG}/issues/1`);
    expect(pick(body, 'user.login')).toBe('hubot2');
    expect(pick(body, 'updated_at')).toBe(pick(before, 'updated_at'));
    expect((await control('PATCH', 'users/hubot2', { login: 'octocat' })).status).toBe(422);
    expect((await control('PATCH', 'users/nobody', { login: 'x' })).status).toBe(404);
  });

  test('the hook can be led elsewhere', async () => {
    await control('POST', 'hook', { url: `${rig.receiver.url}/elsewhere`, secret: null });
    await rig.call('POST', `${BLOG}/issues`, { title: 'A post' });
    const { headers } = await rig.receiver.arrival('issues', 'opened');
    expect(headers).not.toHaveProperty('x-hub-signature-256');
    expect((await control('POST', 'hook', { url: 'nowhere' })).status).toBe(422);
  });
});

describe('a snapshot', () => {
  test('brings everything back after a restart', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'sandbox-'));
    const snapshotFile = path.join(folder, 'deep', 'store.json');
    try {
      const first = await startRig({ snapshotFile, port: 0 });
      await first.call('POST', '/_sandbox/issues', { issues: [RICH] }, null);
      await first.call('PATCH', `${BLOG}/issues/1`, { title: 'Renamed' });
      const paths = [`${BLOG}/issues/1`, `${BLOG}/issues/1/comments`, `${BLOG}/labels`];
      const before = await Promise.all(paths.map((one) => first.call('GET', one)));
      await first.stop();
      expect(await readdir(path.dirname(snapshotFile))).toEqual(['store.json']);

      const second = await startRig({ snapshotFile, port: Number(new URL(first.url).port) });
      const after = await Promise.all(paths.map((one) => second.call('GET', one)));
      expect(after.map(({ body }) => body)).toEqual(before.map(({ body }) => body));
      const { body } = await second.call('POST', `${BLOG}/issues`, { title: 'Next' });
      expect(pick(body, 'number')).toBe(2);
      await second.receiver.arrival('issues', 'opened');
      await second.stop();
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  const RICH = {
    title: 'Rich',
    labels: ['Publish', 'new'],
    author: 'ada',
    reactions: { EYES: 3 },
    comments: [{ author: 'grace', body: 'Hm', minimized: 'outdated' }],
    milestone: 'Series',
    pinned: true,
  };
});
