import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pick, pluck, type Rig, startRig } from './rig';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());
beforeEach(async () => {
  await rig.call('POST', '/_sandbox/reset', {}, null);
  await rig.call('POST', `${BLOG}/issues`, { title: 'A post', labels: ['Publish'] });
});

const BLOG = '/repos/octocat/blog';

describe('comments', () => {
  async function comment(body: string, token = 'reader-token') {
    const answer = await rig.call('POST', `${BLOG}/issues/1/comments`, { body }, token);
    return { status: answer.status, id: pick(answer.body, 'id'), body: answer.body };
  }

  test('anybody signed in comments, edits and deletes their own', async () => {
    const { status, id, body } = await comment('Nice');
    expect(status).toBe(201);
    expect(pick(body, 'html_url')).toBe(`${rig.url}/octocat/blog/issues/1#issuecomment-${id}`);
    const path = `${BLOG}/issues/comments/${id}`;
    const edited = await rig.call('PATCH', path, { body: 'Nicer' }, 'reader-token');
    expect([edited.status, pick(edited.body, 'body')]).toEqual([200, 'Nicer']);
    expect((await rig.call('DELETE', path, undefined, 'reader-token')).status).toBe(204);
    expect((await rig.call('GET', path)).status).toBe(404);
  });

  test('nobody edits another’s, except writers', async () => {
    const { id } = await comment('By the owner', 'author-token');
    const path = `${BLOG}/issues/comments/${id}`;
    expect((await rig.call('PATCH', path, { body: 'x' }, 'reader-token')).status).toBe(403);
    expect((await rig.call('DELETE', path, undefined, 'reader-token')).status).toBe(403);
    expect((await rig.call('PATCH', path, { body: 'y' }, 'bot-token')).status).toBe(200);
  });

  test('a locked issue takes them from writers only', async () => {
    const lock = await rig.call('PUT', `${BLOG}/issues/1/lock`, { lock_reason: 'resolved' });
    expect(lock.status).toBe(204);
    const { body } = await rig.call('GET', `${BLOG}/issues/1`);
    expect([pick(body, 'locked'), pick(body, 'active_lock_reason')]).toEqual([true, 'resolved']);
    expect((await comment('Too late')).status).toBe(403);
    expect((await comment('A last word', 'author-token')).status).toBe(201);
    expect((await rig.call('DELETE', `${BLOG}/issues/1/lock`)).status).toBe(204);
    expect((await comment('Open again')).status).toBe(201);
  });

  test('a blank one is refused', async () => {
    expect((await comment('  \n')).status).toBe(422);
  });

  test('those of an issue and of the repository are listed, oldest first', async () => {
    await comment('one');
    await comment('two');
    for (const path of ['/issues/1/comments', '/issues/comments']) {
      const { body } = await rig.call('GET', BLOG + path);
      expect(pluck(body, 'body')).toEqual(['one', 'two']);
    }
  });

  test('a deleted account becomes ghost', async () => {
    await rig.call(
      'POST',
      '/_sandbox/issues',
      { issues: [{ title: 'Old', author: null, comments: [{ author: 'ghost', body: 'Boo' }] }] },
      null,
    );
    const issue = await rig.call('GET', `${BLOG}/issues/2`);
    const comments = await rig.call('GET', `${BLOG}/issues/2/comments`);
    expect(pick(issue.body, 'user.login')).toBe('ghost');
    expect(pluck(comments.body, 'user.login')).toEqual(['ghost']);
  });
});

describe('reactions', () => {
  test('each of a kind once for everybody; the summary counts', async () => {
    const path = `${BLOG}/issues/1/reactions`;
    const add = (content: string, token: string) => rig.call('POST', path, { content }, token);
    expect((await add('heart', 'reader-token')).status).toBe(201);
    expect((await add('heart', 'reader-token')).status).toBe(200);
    expect((await add('heart', 'author-token')).status).toBe(201);
    expect((await add('+1', 'author-token')).status).toBe(201);
    expect((await add('love', 'author-token')).status).toBe(422);
    const { body } = await rig.call('GET', `${BLOG}/issues/1`);
    expect(pick(body, 'reactions')).toMatchObject({ total_count: 3, heart: 2, '+1': 1, eyes: 0 });
  });

  test('only one’s own can be taken away', async () => {
    const path = `${BLOG}/issues/1/reactions`;
    const { body } = await rig.call('POST', path, { content: 'eyes' }, 'reader-token');
    const mine = `${path}/${pick(body, 'id')}`;
    expect((await rig.call('DELETE', mine, undefined, 'bot-token')).status).toBe(403);
    expect((await rig.call('DELETE', mine, undefined, 'reader-token')).status).toBe(204);
    expect((await rig.call('GET', path)).body).toEqual([]);
  });

  test('comments take them, too', async () => {
    const made = await rig.call('POST', `${BLOG}/issues/1/comments`, { body: 'Hm' });
    const path = `${BLOG}/issues/comments/${pick(made.body, 'id')}`;
    await rig.call('POST', `${path}/reactions`, { content: 'rocket' }, 'reader-token');
    expect(pick((await rig.call('GET', path)).body, 'reactions.rocket')).toBe(1);
  });
});

describe('labels', () => {
  test('of an issue are added, replaced and removed, by a bare list or an object', async () => {
    const path = `${BLOG}/issues/1/labels`;
    const names = (body: unknown) => pluck(body, 'name');
    const added = await rig.call('POST', path, { labels: ['Emacs', 'brand new'] });
    expect(names(added.body)).toEqual(['Publish', 'emacs', 'brand new']);
    expect(names((await rig.call('PUT', path, ['notes', 'PUBLISH'])).body)).toEqual([
      'Publish',
      'notes',
    ]);
    expect(names((await rig.call('DELETE', `${path}/notes`)).body)).toEqual(['Publish']);
    expect((await rig.call('DELETE', `${path}/notes`)).status).toBe(404);
    expect((await rig.call('DELETE', path)).status).toBe(204);
    expect((await rig.call('GET', path)).body).toEqual([]);
  });

  test('strangers label nothing', async () => {
    for (const [method, path] of [
      ['POST', '/issues/1/labels'],
      ['PUT', '/issues/1/labels'],
    ] as const) {
      expect((await rig.call(method, BLOG + path, ['notes'], 'reader-token')).status).toBe(403);
    }
    const label = { name: 'mine' };
    expect((await rig.call('POST', `${BLOG}/labels`, label, 'reader-token')).status).toBe(403);
  });

  test('of the repository are created, renamed, recoloured and deleted', async () => {
    const create = { name: 'C & C', color: 'AABBCC', description: 'x' };
    expect((await rig.call('POST', `${BLOG}/labels`, create)).status).toBe(201);
    expect((await rig.call('POST', `${BLOG}/labels`, { name: 'c & c' })).status).toBe(422);
    const path = `${BLOG}/labels/C%20%26%20C`;
    const changed = await rig.call('PATCH', path, { new_name: 'D', color: '000000' });
    expect(changed.body).toMatchObject({ name: 'D', color: '000000', description: 'x' });
    expect((await rig.call('DELETE', `${BLOG}/labels/D`)).status).toBe(204);
    expect((await rig.call('GET', `${BLOG}/labels/D`)).status).toBe(404);
  });
});

describe('milestones, assignees, files', () => {
  test('a milestone is created, counts its issues, is closed and deleted', async () => {
    const path = `${BLOG}/milestones`;
    expect((await rig.call('POST', path, { title: 'Series' })).status).toBe(201);
    await rig.call('PATCH', `${BLOG}/issues/1`, { milestone: 1 });
    expect((await rig.call('GET', `${path}/1`)).body).toMatchObject({ open_issues: 1 });
    expect((await rig.call('PATCH', `${path}/1`, { state: 'closed' })).body).toMatchObject({
      state: 'closed',
    });
    expect((await rig.call('DELETE', `${path}/1`)).status).toBe(204);
    expect(pick((await rig.call('GET', `${BLOG}/issues/1`)).body, 'milestone')).toBeNull();
  });

  test('assignees come and go in order; strangers to the issue do not count', async () => {
    const path = `${BLOG}/issues/1/assignees`;
    const assignees = ['issuepress-bot', 'octocat', 'hubot', 'nobody'];
    const added = await rig.call('POST', path, { assignees });
    expect(added.status).toBe(201);
    expect(pluck(pick(added.body, 'assignees'), 'login')).toEqual(['issuepress-bot', 'octocat']);
    const removed = await rig.call('DELETE', path, { assignees: ['issuepress-bot'] });
    expect(pluck(pick(removed.body, 'assignees'), 'login')).toEqual(['octocat']);
  });

  test('the issue template can be read, and a file written', async () => {
    const folder = await rig.call('GET', `${BLOG}/contents/.github/ISSUE_TEMPLATE`);
    expect(pluck(folder.body, 'name')).toContain('new-post.md');
    const file = await rig.call('GET', `${BLOG}/contents/.github/ISSUE_TEMPLATE/new-post.md`);
    const text = Buffer.from(String(pick(file.body, 'content')), 'base64').toString('utf8');
    expect(text).toMatch(/^labels: ['"]?\[?['"]?Publish/m);
    const content = Buffer.from('Hello').toString('base64');
    const write = (body: object, token?: string) =>
      rig.call('PUT', `${BLOG}/contents/notes/a.md`, { message: 'Add', content, ...body }, token);
    expect((await write({}, 'reader-token')).status).toBe(403);
    expect((await write({})).status).toBe(201);
    expect((await write({})).status).toBe(422);
    expect((await write({ sha: '0'.repeat(40) })).status).toBe(409);
  });

  test('an address under a repository’s former name leads on', async () => {
    await rig.call('PATCH', BLOG, { name: 'journal' });
    const { status, headers } = await rig.call('GET', `${BLOG}/issues/1`);
    expect(status).toBe(301);
    const path = (headers.get('location') ?? '').slice(rig.url.length);
    const next = await rig.call('GET', path);
    expect(next.headers.get('location')).toBe(`${rig.url}/repos/octocat/journal/issues/1`);
  });

  test('events tell what happened', async () => {
    await rig.call('PATCH', `${BLOG}/issues/1`, { title: 'Renamed', state: 'closed' });
    const { body } = await rig.call('GET', `${BLOG}/issues/1/events`);
    expect(pluck(body, 'event')).toEqual(['labeled', 'renamed', 'closed']);
    expect(pick(body, '1.rename')).toEqual({ from: 'A post', to: 'Renamed' });
  });
});
