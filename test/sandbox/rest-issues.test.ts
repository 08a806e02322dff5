import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pick, pluck, type Rig, startRig } from './rig';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());
beforeEach(async () => {
  await rig.call('POST', '/_sandbox/reset', {}, null);
});

const ISSUES = '/repos/octocat/blog/issues';

describe('tokens', () => {
  test.each([
    ['author-token', 'octocat'],
    ['reader-token', 'hubot'],
    ['bot-token', 'issuepress-bot'],
  ])('%s is %s, in both layouts', async (token, login) => {
    for (const path of ['/user', '/api/v3/user']) {
      const { status, body } = await rig.call('GET', path, undefined, token);
      expect([status, pick(body, 'login'), pick(body, 'type')]).toEqual([200, login, 'User']);
    }
  });

  test('any other token is refused with GitHub’s words', async () => {
    const { status, body } = await rig.call('GET', '/repos/octocat/blog', undefined, 'stolen');
    expect([status, pick(body, 'message')]).toEqual([401, 'Bad credentials']);
    expect(pick(body, 'documentation_url')).toEqual(expect.any(String));
  });

  test('without a token a public repository can be read, but nothing written', async () => {
    expect((await rig.call('GET', '/repos/octocat/blog', undefined, null)).status).toBe(200);
    expect((await rig.call('POST', ISSUES, { title: 'Hello' }, null)).status).toBe(401);
    expect((await rig.call('GET', '/user', undefined, null)).status).toBe(401);
  });

  test('a token may come as Basic password, as git sends it', async () => {
    const credentials = Buffer.from('octocat:author-token').toString('base64');
    const response = await fetch(`${rig.url}/user`, {
      headers: { authorization: `Basic ${credentials}` },
    });
    expect(pick(await response.json(), 'login')).toBe('octocat');
  });
});

describe('opening an issue', () => {
  test('the owner’s labels, assignees and milestone come along', async () => {
    await rig.call('POST', '/repos/octocat/blog/milestones', { title: 'Deploying' });
    const { status, body, headers } = await rig.call('POST', ISSUES, {
      title: 'A post',
      body: 'Text',
      labels: ['publish', { name: 'emacs' }],
      assignees: ['octocat'],
      milestone: 1,
    });
    expect(status).toBe(201);
    expect(pluck(pick(body, 'labels'), 'name')).toEqual(['Publish', 'emacs']);
    expect(pluck(pick(body, 'assignees'), 'login')).toEqual(['octocat']);
    expect(pick(body, 'milestone.title')).toBe('Deploying');
    expect(pick(body, 'author_association')).toBe('OWNER');
    expect(pick(body, 'node_id')).toMatch(/^I_kwDO/);
    expect(pick(body, 'created_at')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(headers.get('location')).toBe(pick(body, 'url'));
  });

  test('a stranger’s labels are dropped without a word', async () => {
    const { status, body } = await rig.call(
      'POST',
      ISSUES,
      { title: 'Mine', labels: ['Publish', 'unheard-of'], assignees: ['hubot'] },
      'reader-token',
    );
    expect([status, pick(body, 'labels'), pick(body, 'assignees')]).toEqual([201, [], []]);
    expect((await rig.call('GET', '/repos/octocat/blog/labels/unheard-of')).status).toBe(404);
  });

  test('old Emacs clients send false for no body', async () => {
    const { status, body } = await rig.call('POST', ISSUES, { title: 'A', body: false });
    expect([status, pick(body, 'body')]).toEqual([201, null]);
  });

  test.each([
    ['a blank title', { title: '  ' }, 'title'],
    ['a title of 257 characters', { title: 'x'.repeat(257) }, 'title'],
    ['a body of 65,537 characters', { title: 'x', body: 'y'.repeat(65_537) }, 'body'],
  ])('%s is refused', async (_, issue, field) => {
    const { status, body } = await rig.call('POST', ISSUES, issue);
    expect([status, pick(body, 'errors.0.field')]).toEqual([422, field]);
  });

  test('a title of 256 and a body of 65,536 characters are fine', async () => {
    const issue = { title: '🐙'.repeat(256), body: '🐙'.repeat(65_536) };
    expect((await rig.call('POST', ISSUES, issue)).status).toBe(201);
  });
});

describe('editing an issue', () => {
  beforeEach(async () => {
    await rig.call('POST', ISSUES, { title: 'The owner’s', labels: ['Publish'] });
    await rig.call('POST', ISSUES, { title: 'The stranger’s' }, 'reader-token');
  });

  test('authors edit their own, strangers nobody else’s, writers all', async () => {
    const edit = async (number: number, token: string) =>
      (await rig.call('PATCH', `${ISSUES}/${number}`, { body: token }, token)).status;
    expect(await edit(2, 'reader-token')).toBe(200);
    expect(await edit(1, 'reader-token')).toBe(403);
    expect(await edit(1, 'bot-token')).toBe(200);
  });

  test('the state may come in capitals, as magit-forge sends it', async () => {
    const { body } = await rig.call('PATCH', `${ISSUES}/1`, { state: 'CLOSED' });
    expect([pick(body, 'state'), pick(body, 'state_reason')]).toEqual(['closed', 'completed']);
    expect(pick(body, 'closed_by.login')).toBe('octocat');
    const reopened = await rig.call('PATCH', `${ISSUES}/1`, { state: 'open' });
    expect([pick(reopened.body, 'state'), pick(reopened.body, 'closed_at')]).toEqual([
      'open',
      null,
    ]);
  });

  test('an author’s labels are dropped in an edit, too', async () => {
    const change = { title: 'New', labels: ['Publish'] };
    const { body } = await rig.call('PATCH', `${ISSUES}/2`, change, 'reader-token');
    expect([pick(body, 'title'), pick(body, 'labels')]).toEqual(['New', []]);
  });

  test('comments, labels and edits move updated_at; reactions do not', async () => {
    const updated = async () => pick((await rig.call('GET', `${ISSUES}/1`)).body, 'updated_at');
    const step = async (action: () => Promise<unknown>) => {
      await rig.call('POST', '/_sandbox/clock', { advanceMs: 60_000 }, null);
      const before = await updated();
      await action();
      return (await updated()) !== before;
    };
    expect(await step(() => rig.call('POST', `${ISSUES}/1/comments`, { body: 'Hi' }))).toBe(true);
    expect(await step(() => rig.call('PUT', `${ISSUES}/1/labels`, ['notes']))).toBe(true);
    expect(await step(() => rig.call('PATCH', `${ISSUES}/1`, { body: 'New' }))).toBe(true);
    const heart = () => rig.call('POST', `${ISSUES}/1/reactions`, { content: 'heart' });
    expect(await step(heart)).toBe(false);
  });

  test('a deleted issue answers 410, an unknown one 404', async () => {
    const { store } = rig;
    const { deleteIssue, findRepository, requireIssue, actorOf } = await import(
      '../../lib/sandbox/store'
    );
    const blog = findRepository(store, 'OCTOCAT', 'Blog');
    const actor = actorOf(store, 'author-token');
    if (!blog || !actor) throw new Error('the world is not as it should be');
    deleteIssue(store, actor, requireIssue(store, blog, 1));
    expect((await rig.call('GET', `${ISSUES}/1`)).status).toBe(410);
    expect((await rig.call('GET', `${ISSUES}/99`)).status).toBe(404);
    expect((await rig.call('GET', `${ISSUES}/abc`)).status).toBe(404);
  });
});

describe('listing issues', () => {
  beforeEach(async () => {
    const issues = Array.from({ length: 45 }, (_, index) => ({
      title: `Post ${index + 1}`,
      createdAt: new Date(Date.UTC(2025, 0, index + 1)).toISOString(),
      labels: index % 2 ? ['Publish'] : ['Draft'],
      closed: index < 5,
    }));
    await rig.call('POST', '/_sandbox/issues', { issues }, null);
  });

  test('comes in pages that link to each other', async () => {
    const first = await rig.call('GET', `${ISSUES}?state=all&per_page=20`);
    expect(pluck(first.body, 'number')).toEqual(Array.from({ length: 20 }, (_, i) => 45 - i));
    const links = first.headers.get('link') ?? '';
    const next = /<([^>]+)>; rel="next"/.exec(links)?.[1] ?? '';
    expect(links).toMatch(/page=3>; rel="last"/);
    const second = await rig.call('GET', next.slice(rig.url.length));
    expect(pluck(second.body, 'number')[0]).toBe(25);
    expect(second.headers.get('link')).toMatch(/rel="prev".*rel="first"/);
  });

  test('links stay in the Enterprise layout', async () => {
    const { headers, body } = await rig.call('GET', `/api/v3${ISSUES}?per_page=2`);
    expect(headers.get('link')).toContain(`<${rig.url}/api/v3/repos/octocat/blog/issues?`);
    expect(pick(body, '0.url')).toBe(`${rig.url}/api/v3/repos/octocat/blog/issues/45`);
  });

  test('is filtered by state, label in any case and time of the last change', async () => {
    const count = async (query: string) =>
      pluck((await rig.call('GET', `${ISSUES}?per_page=100&${query}`)).body, 'number').length;
    expect(await count('')).toBe(40);
    expect(await count('state=closed')).toBe(5);
    expect(await count('state=all&labels=PUBLISH')).toBe(22);
    expect(await count('state=all&since=2025-02-10T00:00:00Z')).toBe(5);
    expect(await count('state=all&creator=hubot')).toBe(0);
  });

  test('is sorted as asked', async () => {
    await rig.call('POST', `${ISSUES}/7/comments`, { body: 'First!' });
    const query = 'state=all&sort=comments&direction=desc&per_page=1';
    const { body } = await rig.call('GET', `${ISSUES}?${query}`);
    expect(pluck(body, 'number')).toEqual([7]);
  });

  test('what a client knows already is a 304', async () => {
    const headers = { authorization: 'token author-token' };
    const first = await fetch(rig.url + ISSUES, { headers });
    await first.arrayBuffer();
    const etag = first.headers.get('etag') ?? '';
    const again = () => fetch(rig.url + ISSUES, { headers: { ...headers, 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    await rig.call('PATCH', `${ISSUES}/40`, { title: 'Changed' });
    expect((await again()).status).toBe(200);
  });
});
