/** The embedded GitHub's HTML pages, used as a browser without JavaScript uses them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import {
  commentsOf,
  findIssue,
  findRepository,
  isPinned,
  labelsOf,
  type StoreEvent,
} from '../../lib/sandbox/store';

let sandbox: Sandbox;
let events: string[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
  sandbox.store.onEvent.add((event: StoreEvent) => {
    events.push(`${event.event}.${'action' in event ? event.action : ''}`);
  });
});

afterAll(async () => {
  await sandbox.close();
});

beforeEach(() => {
  events = [];
});

type Fields = Record<string, string>;

const as = (login: string) => ({ cookie: `sandbox_user=${login}` });

async function look(path: string, login = 'octocat') {
  const response = await fetch(sandbox.url + path, { headers: as(login), redirect: 'manual' });
  return { status: response.status, page: await response.text() };
}

/** Sends a form, and gives where it leads. */
async function submit(path: string, fields: Fields, login = 'octocat', headers: Fields = {}) {
  const response = await fetch(sandbox.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { ...as(login), ...headers },
    redirect: 'manual',
  });
  const location = response.headers.get('location') ?? '';
  return { status: response.status, location, cookie: response.headers.get('set-cookie') };
}

async function open(fields: Fields, login = 'octocat'): Promise<string> {
  const { location } = await submit('/octocat/blog/issues', { title: 'A post', ...fields }, login);
  expect(location).toMatch(/^\/octocat\/blog\/issues\/\d+$/);
  return location;
}

function issueAt(path: string) {
  const blog = findRepository(sandbox.store, 'octocat', 'blog');
  const issue = blog && findIssue(sandbox.store, blog, Number(path.split('/').at(-1)));
  if (!issue) throw new Error(`There is no issue at ${path}.`);
  return issue;
}

describe('writing an issue', () => {
  test('starts from the templates, and carries their labels even when a stranger writes', async () => {
    const { page } = await look('/octocat/blog/issues/new', 'hubot');
    const [, template = ''] = /href="([^"]*\?template=[^"]*\.md)"/.exec(page) ?? [];
    const form = await look(template.replaceAll('&#38;', '&'), 'hubot');
    expect(form.page).toContain('Submit new issue');
    const path = await open({ body: 'Text', template: 'new-post.md' }, 'hubot');
    const issue = issueAt(path);
    expect(labelsOf(sandbox.store, issue).map(({ name }) => name)).toEqual(['Publish']);
    expect(events).toEqual(['issues.opened', 'issues.labeled']);
    expect((await look(path)).page).toContain('A post');
  });

  test('can begin with nothing on the page that offers the templates', async () => {
    const { page } = await look('/octocat/blog/issues/new');
    expect(page).toContain('?template=new-post.md');
    expect(page).toContain('<input type="text" id="title" name="title" required');
    expect(page).toContain('Submit new issue');
  });

  test('takes GitHub’s parameters for a title, a text and labels', async () => {
    const query = 'title=Hi%20%3Cthere%3E&body=Some%20text&labels=emacs';
    const { page } = await look(`/octocat/blog/issues/new?${query}`);
    expect(page).toContain('value="Hi &#60;there&#62;"');
    expect(page).toContain('Some text</textarea>');
    expect(page).toContain('value="emacs" checked');
  });

  test('without a title is refused with a sentence', async () => {
    const { status } = await submit('/octocat/blog/issues', { title: ' ' });
    expect(status).toBe(422);
  });
});

describe('an issue', () => {
  test('is edited, labelled, unlabelled, closed, reopened, pinned, locked and deleted', async () => {
    const path = await open({});
    events = [];
    await submit(`${path}/edit`, { title: 'Another', body: 'Line\r\nline' });
    await submit(`${path}/labels`, { add: 'Publish' });
    await submit(`${path}/labels`, { remove: 'Publish' });
    await submit(`${path}/state`, { discard: '1' });
    expect(issueAt(path)).toMatchObject({ title: 'Another', stateReason: 'not_planned' });
    await submit(`${path}/state`, { reopen: '1' });
    await submit(`${path}/pin`, { pin: '1' });
    expect(isPinned(sandbox.store, issueAt(path))).toBe(true);
    await submit(`${path}/lock`, { reason: 'spam' });
    expect((await look(path, 'hubot')).page).toContain('This discussion is locked.');
    await submit(`${path}/assignees`, { logins: 'octocat' });
    await submit(`${path}/milestone`, { title: 'A series' });
    const { location } = await submit(`${path}/delete`, { delete: '1' });
    expect(location).toBe('/octocat/blog/issues');
    expect((await look(path)).status).toBe(404);
    expect(events).toEqual([
      'issues.edited',
      'issues.labeled',
      'issues.unlabeled',
      'issues.closed',
      'issues.reopened',
      'issues.pinned',
      'issues.locked',
      'issues.assigned',
      'milestone.created',
      'issues.milestoned',
      'issues.deleted',
    ]);
  });

  test('that was transferred leads to where it is', async () => {
    const path = await open({});
    const notes = findRepository(sandbox.store, 'octocat', 'notes');
    const { location } = await submit(`${path}/transfer`, { repository: String(notes?.id) });
    expect(location).toBe(`${sandbox.url}/octocat/notes/issues/1`);
    expect((await look(path)).status).toBe(301);
  });

  test('shows hostile text as text', async () => {
    const path = await open({
      title: '<script>alert(1)</script>',
      body: '"><img src=x onerror=y>',
    });
    const { page } = await look(path);
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('<img src=x');
  });

  test('of somebody else is not edited, closed or labelled by a stranger', async () => {
    const path = await open({});
    for (const [action, fields] of [
      ['edit', { title: 'Mine', body: '' }],
      ['state', { close: '1' }],
      ['labels', { add: 'Publish' }],
      ['delete', { delete: '1' }],
    ] as const) {
      expect((await submit(`${path}/${action}`, fields, 'hubot')).status).toBe(403);
    }
    expect((await look(path, 'hubot')).page).not.toContain('Edit title and text');
  });
});

describe('a comment', () => {
  test('is written, edited, hidden, shown, reacted to and deleted', async () => {
    const path = await open({});
    events = [];
    const { location } = await submit(`${path}/comments`, { body: 'Hello' }, 'hubot');
    const [, id] = /#issuecomment-(\d+)$/.exec(location) ?? [];
    expect((await look(path)).page).toContain(`id="issuecomment-${id}"`);
    const comment = `/octocat/blog/comments/${id}`;
    await submit(`${comment}/edit`, { body: 'Hello again' }, 'hubot');
    await submit(`${comment}/minimize`, { reason: 'outdated' });
    expect((await look(path)).page).toContain('Hidden as outdated');
    await submit(`${comment}/minimize`, { show: '1' });
    await submit(`${comment}/react`, { content: 'HEART' });
    const [written] = commentsOf(sandbox.store, issueAt(path));
    expect(written).toMatchObject({ body: 'Hello again', minimizedReason: null });
    expect(written?.reactions).toHaveLength(1);
    await submit(`${comment}/react`, { content: 'HEART' });
    await submit(`${comment}/delete`, { delete: '1' }, 'hubot');
    expect(commentsOf(sandbox.store, issueAt(path))).toEqual([]);
    expect(events).toEqual(
      'created edited edited edited deleted'.split(' ').map((action) => `issue_comment.${action}`),
    );
  });

  test('of somebody else cannot be edited by a stranger', async () => {
    const path = await open({});
    const { location } = await submit(`${path}/comments`, { body: 'Mine' });
    const id = location.split('-').at(-1);
    const attempt = await submit(`/octocat/blog/comments/${id}/edit`, { body: 'Yours' }, 'hubot');
    expect(attempt.status).toBe(403);
  });
});

describe('who one is', () => {
  test('is chosen with a switch that leads back to the page', async () => {
    const fields = { login: 'hubot', return_to: '/octocat/blog/issues?state=all' };
    const { location, cookie } = await submit('/_session', fields);
    expect(location).toBe('/octocat/blog/issues?state=all');
    expect(cookie).toContain('sandbox_user=hubot');
    const { page } = await look('/', 'hubot');
    expect(page).toContain('<option value="hubot" selected>');
  });

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example'])(
    'never leads to %s',
    async (target) => {
      expect((await submit('/_session', { login: 'hubot', return_to: target })).location).toBe('/');
    },
  );

  test.each<Fields>([{ origin: 'http://evil.example' }, { 'sec-fetch-site': 'same-site' }])(
    'is not used by a form on another site: %o',
    async (headers) => {
      const { status } = await submit('/octocat/blog/issues', { title: 'x' }, 'octocat', headers);
      expect(status).toBe(403);
    },
  );
});

describe('the other pages', () => {
  test('answer, and what is not there is 404', async () => {
    for (const path of ['/', '/octocat', '/octocat/blog', '/octocat/blog/labels', '/octo-org']) {
      expect((await look(path)).status).toBe(200);
    }
    for (const path of [
      '/nobody',
      '/octocat/nothing/issues',
      '/octocat/blog/issues/9999',
      '/%E0',
    ]) {
      expect((await look(path)).status).toBe(404);
    }
  });

  test('list issues by words, label and state', async () => {
    await open({ title: 'Findable needle', label: 'emacs' });
    const found = await look('/octocat/blog/issues?q=NEEDLE&label=Emacs');
    expect(found.page).toContain('Findable needle');
    expect((await look('/octocat/blog/issues?q=needle&label=writing')).page).not.toContain(
      'Findable',
    );
    expect((await look('/octocat/blog/issues?q=needle&state=closed')).page).not.toContain(
      'Findable',
    );
  });

  test('create, rename and delete labels', async () => {
    await submit('/octocat/blog/labels', { name: 'new one', color: 'ff0000' });
    await submit('/octocat/blog/labels/new%20one/edit', { name: 'newer', color: '00ff00' });
    expect((await look('/octocat/blog/labels')).page).toContain('newer');
    await submit('/octocat/blog/labels/newer/delete', { delete: '1' });
    expect(events).toEqual(['label.created', 'label.edited', 'label.deleted']);
  });

  test('give a committed file as it is, unable to act as a page', async () => {
    const response = await fetch(`${sandbox.url}/octocat/blog/raw/main/README.md`);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(await response.text()).toContain('# blog');
  });
});
