import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGitHub, type GitHub } from '../../lib/github/client';
import { getIssue } from '../../lib/github/get-issue';
import { createIndexFile } from '../../lib/posts/index-file';
import { createPostIndex, type PostIndex } from '../../lib/posts/post-index';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import { apiCalls, asAuthor, control, type GitHubUser, graphqlAsAuthor } from '../support/github';
import { RULES } from '../support/sample-issue';

describe('the index of posts', () => {
  let sandbox: Sandbox;
  let github: GitHub;
  let author: GitHubUser;
  let index: PostIndex;

  beforeAll(async () => {
    sandbox = await startSandbox();
    author = asAuthor(sandbox);
    github = createGitHub({
      credentials: { kind: 'token', token: 'bot-token' },
      repository: { owner: 'octocat', name: 'blog' },
      apiUrl: sandbox.url,
    });
    await control(sandbox, 'POST', '/issues', {
      issues: Array.from({ length: 120 }, (_, place) => ({
        title: `Post ${place + 1}`,
        body: 'Text.',
        author: 'octocat',
        createdAt: new Date(Date.UTC(2024, 0, 1, place)).toISOString(),
        labels: ['Publish'],
      })),
    });
  });

  beforeEach(async () => {
    index = createPostIndex({ github, rules: RULES });
    await index.sync(0);
    await control(sandbox, 'DELETE', '/requests');
  });

  afterAll(() => sandbox.close());

  const calls = async () => (await apiCalls(sandbox)).count;
  const titleOf = (number: number) => index.peek()?.posts.get(number)?.title;

  async function read(number: number) {
    const issue = await getIssue(github, number);
    if (!issue) throw new Error(`There is no issue ${number}.`);
    return issue;
  }

  it('learns of an edit, a new post and a withdrawn one in one call', async () => {
    await author.call('PATCH', '/issues/1', { title: 'Edited' });
    const fresh = await author.createIssue({ title: 'Fresh', labels: ['Publish'] });
    await author.call('DELETE', '/issues/2/labels/Publish');
    await control(sandbox, 'DELETE', '/requests');
    const { posts } = await index.sync(0);
    expect(await calls()).toBe(1);
    expect(posts.get(1)?.title).toBe('Edited');
    expect(posts.get(fresh)?.title).toBe('Fresh');
    expect(posts.has(2)).toBe(false);
  });

  it('answers from memory while that is young enough', async () => {
    await index.sync(60_000);
    expect(await calls()).toBe(0);
  });

  it('asks GitHub once it may have missed what other instances told', async () => {
    await author.call('PATCH', '/issues/6', { title: 'Unheard' });
    await index.sync(60_000);
    expect(titleOf(6)).not.toBe('Unheard');
    index.doubt();
    await index.sync(60_000);
    expect(titleOf(6)).toBe('Unheard');
    await control(sandbox, 'DELETE', '/requests');
    await index.sync(60_000);
    expect(await calls()).toBe(0);
  });

  it('goes on doubting what it knows while GitHub does not answer', async () => {
    index.doubt();
    await control(sandbox, 'POST', '/faults', { api: { mode: 'down' } });
    await expect(index.sync(60_000)).rejects.toThrow();
    await control(sandbox, 'POST', '/faults', { api: { mode: 'ok' } });
    await control(sandbox, 'DELETE', '/requests');
    await index.sync(60_000);
    expect(await calls()).toBe(1);
  });

  it('answers many questions at once with at most two calls', async () => {
    await Promise.all(Array.from({ length: 50 }, () => index.sync(0)));
    expect(await calls()).toBeLessThanOrEqual(2);
  });

  it('finds a deletion that nobody told of, because the number of posts does not fit', async () => {
    const number = await author.createIssue({ title: 'Doomed', labels: ['Publish'] });
    await index.sync(0);
    expect(titleOf(number)).toBe('Doomed');
    await graphqlAsAuthor(
      sandbox,
      'mutation ($id: ID!) { deleteIssue(input: { issueId: $id }) { clientMutationId } }',
      { id: (await read(number)).id },
    );
    await index.sync(0);
    expect(titleOf(number)).toBeUndefined();
  });

  it('does not believe an older answer that arrives later', async () => {
    const before = await read(3);
    await author.call('PATCH', '/issues/3', { title: 'Later' });
    const after = await read(3);
    index.put({ ...after, readAt: before.readAt + 5 });
    index.put(before);
    expect(titleOf(3)).toBe('Later');
    const { updatedAt } = after;
    index.put({ ...before, updatedAt, title: 'Asked before, of the same second' });
    expect(titleOf(3)).toBe('Later');
  });

  it('does not bring a deleted post back for a list that lags', async () => {
    index.remove(4);
    await index.sync(0);
    expect(titleOf(4)).toBeUndefined();
  });

  it('tells every change exactly once between two questions', async () => {
    index.takeChanges();
    await author.call('PATCH', '/issues/5', { title: 'Taken' });
    await index.sync(0);
    const { before, after } = index.takeChanges();
    expect(before?.posts.get(5)?.title).not.toBe('Taken');
    expect(after?.posts.get(5)?.title).toBe('Taken');
    expect(index.takeChanges().before).toBe(after);
  });

  it('outlives the process, and a build trusts only its own', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'issuepress-index-'));
    const file = path.join(folder, 'index.json');
    const reopen = (build: string | null, key = 'rules') =>
      createPostIndex({ github, rules: RULES, storage: createIndexFile({ file, key, build }) });
    await reopen('one').sync(0);
    await control(sandbox, 'DELETE', '/requests');
    await reopen('one').sync(60_000);
    expect(await calls()).toBe(0);
    // A server asks what happened while none ran, and reads nothing twice.
    await reopen(null).sync(60_000);
    expect(await calls()).toBe(1);
    await reopen('two').sync(60_000);
    await reopen(null, 'other rules').sync(60_000);
    expect(await calls()).toBe(5);
    await rm(folder, { recursive: true });
  });

  it('begins anew where the file holds something else', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'issuepress-index-'));
    const file = path.join(folder, 'index.json');
    const storage = createIndexFile({ file, key: 'rules', build: null });
    await createPostIndex({ github, rules: RULES, storage }).sync(0);
    expect((await storage.load())?.posts.size).toBeGreaterThan(0);
    const stored: unknown = JSON.parse(await readFile(file, 'utf8'));
    for (const wrong of [null, { posts: [{ number: 1 }] }, { profiles: null }]) {
      await writeFile(file, JSON.stringify(wrong && Object.assign({}, stored, wrong)));
      expect(await storage.load()).toBeNull();
    }
    await rm(folder, { recursive: true });
  });
});
