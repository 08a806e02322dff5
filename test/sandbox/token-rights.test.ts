/** What tokens may do beside what their owners may. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp, installApp } from '../../lib/sandbox/oauth/apps';
import { addToken, findRepository, findUser } from '../../lib/sandbox/store';
import { pick, type Rig, startRig } from './rig';

let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
});

afterAll(() => rig.stop());

function octocat() {
  const user = findUser(rig.store, 'octocat');
  if (!user) throw new Error('There is no octocat.');
  return user;
}

const BLOG = '/repos/octocat/blog';

describe('a fine-grained token', () => {
  test('does what its permissions say, and no more', async () => {
    const permissions = { issues: 'write', metadata: 'read' };
    addToken(rig.store, { token: 'github_pat_issues', userId: octocat().id, permissions });
    const call = (method: string, path: string, body?: unknown) =>
      rig.call(method, path, body, 'github_pat_issues');
    expect((await call('POST', `${BLOG}/issues`, { title: 'Hello' })).status).toBe(201);
    expect((await call('GET', `${BLOG}/contents/README.md`)).status).toBe(200);
    const written = await call('PUT', `${BLOG}/contents/new.md`, { message: 'm', content: '' });
    expect(written.status).toBe(403);
    expect(pick(written.body, 'message')).toBe('Resource not accessible by personal access token');
    expect((await call('GET', `${BLOG}/hooks`)).status).toBe(403);
    expect((await call('GET', '/user')).headers.has('x-oauth-scopes')).toBe(false);
  });

  test('that only reads is refused before its input is looked at', async () => {
    const permissions = { issues: 'read', metadata: 'read' };
    addToken(rig.store, { token: 'github_pat_read', userId: octocat().id, permissions });
    const answer = await rig.call('POST', `${BLOG}/issues`, {}, 'github_pat_read');
    expect(answer.status).toBe(403);
    const mutation =
      'mutation { addComment(input: {subjectId: "x", body: "b"}) { clientMutationId } }';
    const comment = await rig.call('POST', '/graphql', { query: mutation }, 'github_pat_read');
    expect(pick(comment.body, 'errors.0.type')).toBe('FORBIDDEN');
  });

  test('reaches only the repositories it was given', async () => {
    const notes = findRepository(rig.store, 'octocat', 'notes');
    addToken(rig.store, {
      token: 'github_pat_notes',
      userId: octocat().id,
      permissions: { issues: 'write' },
      repositoryIds: [notes?.id ?? 0],
    });
    const call = (path: string) => rig.call('POST', path, { title: 'x' }, 'github_pat_notes');
    expect((await call('/repos/octocat/notes/issues')).status).toBe(201);
    expect((await call(`${BLOG}/issues`)).status).toBe(403);
  });

  test('says when it ends', async () => {
    addToken(rig.store, {
      token: 'github_pat_ends',
      userId: octocat().id,
      permissions: {},
      expiresAt: '2099-03-01T10:00:00Z',
    });
    const { headers } = await rig.call('GET', '/user', undefined, 'github_pat_ends');
    expect(headers.get('github-authentication-token-expiration')).toBe('2099-03-01 10:00:00 UTC');
  });
});

test('a classic token without a scope for it finds nothing to write to', async () => {
  addToken(rig.store, { token: 'ghp_none', userId: octocat().id, scopes: ['read:user'] });
  expect((await rig.call('GET', BLOG, undefined, 'ghp_none')).status).toBe(200);
  const answer = await rig.call('POST', `${BLOG}/issues`, { title: 'x' }, 'ghp_none');
  expect(answer.status).toBe(404);
});

test('an App does what its permissions say', async () => {
  const app = createApp(rig.store, {
    name: 'Reader',
    owner: octocat(),
    externalUrl: 'https://x.example',
    permissions: { issues: 'read', metadata: 'read' },
  });
  const installation = installApp(rig.store, app, octocat(), null);
  addToken(rig.store, {
    token: 'ghs_reader',
    kind: 'installation',
    userId: app.botId,
    appId: app.id,
    installationId: installation.id,
  });
  const answer = await rig.call('POST', `${BLOG}/issues`, { title: 'x' }, 'ghs_reader');
  expect(answer.status).toBe(403);
  expect(pick(answer.body, 'message')).toBe('Resource not accessible by integration');
});

test('a private App is nobody else’s business', async () => {
  createApp(rig.store, { name: 'Secret', owner: octocat(), externalUrl: 'https://x.example' });
  expect((await rig.call('GET', '/apps/secret', undefined, null)).status).toBe(404);
  expect((await rig.call('GET', '/apps/secret')).status).toBe(200);
});

test('the page for a new file is prefilled, and commits', async () => {
  const filename = '.github/ISSUE_TEMPLATE/essay.md';
  const query = new URLSearchParams({ filename, value: '---\nname: Essay\n---\n' });
  const form = await fetch(`${rig.url}/octocat/blog/new/main?${query}`);
  expect(await form.text()).toContain('value=".github/ISSUE_TEMPLATE/essay.md"');
  const body = new URLSearchParams({ filename, value: '---\r\nname: Essay\r\n---\r\n' });
  const sent = await fetch(`${rig.url}/octocat/blog/new/main`, { method: 'POST', body });
  expect(sent.status).toBe(200);
  const again = await fetch(`${rig.url}/octocat/blog/new/main`, { method: 'POST', body });
  expect(again.status).toBe(422);
});
