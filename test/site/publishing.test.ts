import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  apiCalls,
  asAuthor,
  asReader,
  control,
  type GitHubUser,
  graphqlAsAuthor,
} from '../support/github';
import { readPage } from '../support/page';
import { startTestSite, type TestSite, until } from '../support/site';

describe('a blog', () => {
  let site: TestSite;
  let author: GitHubUser;
  let reader: GitHubUser;

  beforeAll(async () => {
    site = await startTestSite();
    author = asAuthor(site.sandbox);
    reader = asReader(site.sandbox);
  });

  afterAll(() => site.close());

  const page = (path: string) => readPage(`${site.url}${path}`);
  const entries = async () => (await page('/')).entries.join('|');

  /** A post that is there, in the list and announced. */
  async function publish(title: string, body = 'Some text.'): Promise<number> {
    const number = await author.createIssue({ title, body, labels: ['Publish'] });
    await until(async () => (await page(`/post/${number}`)).status === 200);
    await until(async () => (await entries()).includes(title));
    await until(async () => (await author.comments(number)).length === 1);
    return number;
  }

  async function idOf(number: number): Promise<string> {
    const issue = await author.call('GET', `/issues/${number}`);
    return String(typeof issue === 'object' && issue && Reflect.get(issue, 'node_id'));
  }

  it('says that it is ready for its first post', async () => {
    expect((await page('/')).html).toContain('first post');
  });

  it('shows an issue with the label at its address and on the home page', async () => {
    const number = await publish('A real-time blog', 'Hello *there*.');
    const shown = await page(`/post/${number}`);
    expect(shown.path).toBe(`/post/${number}/a-real-time-blog`);
    expect(shown.name).toBe('A real-time blog');
    expect(shown.content).toBe('Hello there.');
  });

  it('shows an old issue once it gets the label, though its page was asked for before', async () => {
    const number = await author.createIssue({ title: 'Not yet', body: 'A draft.' });
    expect((await page(`/post/${number}/not-yet`)).status).toBe(404);
    await author.call('POST', `/issues/${number}/labels`, { labels: ['Publish'] });
    await until(async () => (await page(`/post/${number}/not-yet`)).status === 200);
    await until(async () => (await entries()).includes('Not yet'));
  });

  it('takes a post away with its label, from every page, and keeps it away over a restart', async () => {
    const number = await publish('Soon gone');
    const commentId = await reader.comment(number, 'Why?');
    await until(async () => (await page(`/post/${number}/comment/${commentId}`)).status === 200);
    await author.call('DELETE', `/issues/${number}/labels/Publish`);
    const paths = ['', '/soon-gone', `/comment/${commentId}`].map(
      (rest) => `/post/${number}${rest}`,
    );
    const statuses = () => Promise.all(paths.map(async (path) => (await page(path)).status));
    await until(async () => (await statuses()).every((status) => status === 404));
    await until(async () => !(await entries()).includes('Soon gone'));
    await site.restart();
    expect(await statuses()).toEqual([404, 404, 404]);
    expect(await entries()).not.toContain('Soon gone');
    await site.restart('SIGKILL');
    expect(await statuses()).toEqual([404, 404, 404]);
  });

  it('leads from outdated and bare addresses to the post', async () => {
    const number = await publish('First name');
    await page(`/post/${number}/first-name`);
    await author.call('PATCH', `/issues/${number}`, { title: 'Zweiter Name für später 日本' });
    const now = `/post/${number}/zweiter-name-für-später-日本`;
    await until(async () => (await page(`/post/${number}/first-name`)).path === now);
    expect((await page(`/post/${number}`)).path).toBe(now);
    expect((await page(`/post/${number}/whatever/else`)).path).toBe(now);
    const answer = await fetch(`${site.url}/post/${number}/first-name`, { redirect: 'manual' });
    expect(answer.status).toBe(308);
    // A browser must ask again: the post may get its first name back.
    expect(answer.headers.get('cache-control')).toContain('must-revalidate');
    await author.call('PATCH', `/issues/${number}`, { title: 'First name' });
    await until(async () => (await page(now)).path === `/post/${number}/first-name`);
    expect((await page(`/post/${number}/first-name`)).status).toBe(200);
  });

  it('shows edits, comments, their edits and their deletion', async () => {
    const number = await publish('Alive', 'Before.');
    const path = `/post/${number}/alive`;
    await author.call('PATCH', `/issues/${number}`, { body: 'After.' });
    await until(async () => (await page(path)).content === 'After.');
    const id = await reader.comment(number, 'First!');
    await until(async () => (await page(path)).comments.join() === 'First!');
    expect((await page(`/post/${number}/comment/${id}`)).html).toContain('First!');
    await reader.call('PATCH', `/issues/comments/${id}`, { body: 'Second thought.' });
    await until(async () => (await page(path)).comments.join() === 'Second thought.');
    await until(async () =>
      (await page(`/post/${number}/comment/${id}`)).html.includes('Second thought.'),
    );
    await reader.call('DELETE', `/issues/comments/${id}`);
    await until(async () => (await page(path)).comments.length === 0);
    await until(async () => (await page(`/post/${number}/comment/${id}`)).status === 404);
  });

  it('takes a deleted and a transferred issue away', async () => {
    const deleted = await publish('To be deleted');
    await graphqlAsAuthor(
      site.sandbox,
      'mutation ($id: ID!) { deleteIssue(input: { issueId: $id }) { clientMutationId } }',
      { id: await idOf(deleted) },
    );
    await until(async () => (await page(`/post/${deleted}/to-be-deleted`)).status === 404);
    const moved = await publish('To be moved');
    const data = await graphqlAsAuthor(
      site.sandbox,
      'query { repository(owner: "octocat", name: "notes") { id } }',
    );
    const to = /"id":"([^"]+)"/.exec(JSON.stringify(data))?.[1];
    await graphqlAsAuthor(
      site.sandbox,
      `mutation ($id: ID!, $to: ID!) {
        transferIssue(input: { issueId: $id, repositoryId: $to }) { clientMutationId }
      }`,
      { id: await idOf(moved), to },
    );
    await until(async () => (await page(`/post/${moved}/to-be-moved`)).status === 404);
    await until(async () => !/To be (deleted|moved)/.test(await entries()));
  });

  it('puts a pinned post first, and back', async () => {
    const number = await publish('Pinned');
    await publish('Newer');
    const first = async () => (await page('/')).entries[0];
    expect(await first()).toBe('Newer');
    const id = await idOf(number);
    const change = (name: string) =>
      graphqlAsAuthor(
        site.sandbox,
        `mutation ($id: ID!) { ${name}(input: { issueId: $id }) { clientMutationId } }`,
        { id },
      );
    await change('pinIssue');
    await until(async () => (await first()) === 'Pinned');
    await change('unpinIssue');
    await until(async () => (await first()) === 'Newer');
  });

  it('takes its posts away when the label is deleted, and brings them back with it', async () => {
    const number = await publish('Hangs by a label');
    await author.call('DELETE', '/labels/Publish');
    await until(async () => (await page(`/post/${number}/hangs-by-a-label`)).status === 404);
    await author.call('POST', '/labels', { name: 'publish', color: 'ededed' });
    await author.call('POST', `/issues/${number}/labels`, { labels: ['publish'] });
    await until(async () => (await page(`/post/${number}/hangs-by-a-label`)).status === 200);
  });

  it('costs GitHub few calls for an edit', async () => {
    const number = await publish('Cheap', 'Before.');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await control(site.sandbox, 'DELETE', '/requests');
    await author.call('PATCH', `/issues/${number}`, { body: 'After.' });
    await until(async () => (await page(`/post/${number}/cheap`)).content === 'After.');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { requests } = await apiCalls(site.sandbox);
    const reads = requests.filter((request) => request.method === 'POST');
    console.info(`API calls for one edit: ${reads.map((read) => read.operation).join(', ')}`);
    expect(reads.length).toBeLessThanOrEqual(2);
  });

  it.each(['0', 'abc', '-1', '1.5', '00', '99999999999', '%00', '1e3'])(
    'has no post %s',
    async (number) => {
      expect((await page(`/post/${number}`)).status).toBe(404);
      expect((await page(`/post/${number}/comment/1`)).status).toBe(404);
    },
  );

  it('has no page of a missing comment or a page of the list beyond the last', async () => {
    const number = await publish('Only post');
    for (const path of [
      `/post/${number}/comment/1`,
      '/page/0',
      '/page/99',
      '/page/x',
      '/nothing',
    ]) {
      expect((await page(path)).status, path).toBe(404);
    }
    expect((await page('/page/1')).path).toBe('/');
  });
});
