/** Changes that no delivery tells of. */
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

const lose = (site: TestSite, drop: number) =>
  control(site.sandbox, 'POST', '/faults', { webhooks: { drop } });

describe('a site whose deliveries are lost', () => {
  let site: TestSite;
  let author: GitHubUser;
  let reader: GitHubUser;

  beforeAll(async () => {
    site = await startTestSite({ env: { RECONCILE_SECONDS: '2' } });
    author = asAuthor(site.sandbox);
    reader = asReader(site.sandbox);
  });

  afterAll(() => site?.close());

  const page = (path: string) => readPage(`${site.url}${path}`);

  /** @returns the number of a post whose page is rendered */
  async function publish(title: string, labels: string[] = []): Promise<number> {
    await lose(site, 0);
    const number = await author.createIssue({
      title,
      body: 'Text.',
      labels: ['Publish', ...labels],
    });
    await until(async () => (await page(`/post/${number}`)).status === 200);
    await lose(site, 1);
    return number;
  }

  it('shows an edit, on the post, in lists and under its old address', async () => {
    const number = await publish('Before', ['tools']);
    expect((await page('/tag/tools')).entries).toEqual(['Before']);
    await author.call('PATCH', `/issues/${number}`, { title: 'After', body: 'Other text.' });
    await until(async () => (await page(`/post/${number}/after`)).content === 'Other text.');
    await until(async () => (await page('/tag/tools')).entries[0] === 'After');
    expect((await page('/')).entries).toContain('After');
    await until(async () => (await page(`/post/${number}/before`)).path.endsWith('/after'));
  });

  it('shows comments, what became of them, and their pages', async () => {
    const number = await publish('Discussed');
    const path = `/post/${number}/discussed`;
    const comments = async () => (await page(path)).comments;
    const first = await reader.comment(number, 'First');
    const second = await reader.comment(number, 'Second');
    await until(async () => (await comments()).join() === 'First,Second');
    const commentPath = (id: number) => `/post/${number}/comment/${id}`;
    await until(async () => (await page(commentPath(first))).status === 200);
    await page(commentPath(second));
    await reader.call('PATCH', `/issues/comments/${second}`, { body: 'Second thought' });
    await reader.call('DELETE', `/issues/comments/${first}`);
    await until(async () => (await comments()).join() === 'Second thought');
    await until(async () => (await page(commentPath(first))).status === 404);
    await until(async () => (await page(commentPath(second))).html.includes('Second thought'));
  });

  it('leads from every address a post ever had, and takes all of them away with it', async () => {
    const number = await publish('First title');
    const addresses = ['', '/first-title', '/second-title', '/third-title'].map(
      (slug) => `/post/${number}${slug}`,
    );
    for (const title of ['Second title', 'Third title', 'Last title']) {
      for (const address of addresses) await page(address);
      await author.call('PATCH', `/issues/${number}`, { title });
      const path = `/post/${number}/${title.toLowerCase().replace(' ', '-')}`;
      await until(async () => (await page(path)).name === title);
    }
    const location = async (address: string) => {
      const response = await fetch(`${site.url}${address}`, { redirect: 'manual' });
      return response.headers.get('location') ?? String(response.status);
    };
    const all = async () => [...new Set(await Promise.all(addresses.map(location)))];
    await until(async () => (await all()).join() === `/post/${number}/last-title`);
    const issue = await author.call('GET', `/issues/${number}`);
    await graphqlAsAuthor(
      site.sandbox,
      'mutation ($id: ID!) { deleteIssue(input: { issueId: $id }) { clientMutationId } }',
      { id: Reflect.get(Object(issue), 'node_id') },
    );
    await until(async () => (await all()).join() === '404');
  });

  it('publishes, with the one comment of the bot, and takes away', async () => {
    await lose(site, 1);
    const number = await author.createIssue({ title: 'Unheard', labels: ['Publish'] });
    await until(async () => (await page('/')).entries.includes('Unheard'));
    const said = async () =>
      (await author.comments(number)).filter((text) => text.includes('/post/'));
    await until(async () => (await said()).length === 1);
    await author.call('DELETE', `/issues/${number}/labels/Publish`);
    await until(async () => (await page(`/post/${number}/unheard`)).status === 404);
    expect((await page('/')).entries).not.toContain('Unheard');
    expect(await author.comments(number)).toHaveLength(1);
  });

  it('tells of the last turn, and asks nothing but what changed once all is shown', async () => {
    await until(async () => {
      const health = await (await fetch(`${site.url}/api/health`)).json();
      return health.reconciled?.found === 0 && health.reconciled?.failed === 0;
    });
    await control(site.sandbox, 'DELETE', '/requests');
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    const { requests } = await apiCalls(site.sandbox);
    expect(new Set(requests.map(({ operation }) => operation))).toEqual(new Set(['ChangedIssues']));
  });

  it('finds after a crash what happened while it did not run', async () => {
    const number = await publish('Sleeper');
    const path = `/post/${number}/sleeper`;
    const id = await reader.comment(number, 'Before the crash');
    await until(async () => (await page(`/post/${number}/comment/${id}`)).status === 200);
    await until(async () => (await page(path)).comments.length === 1);
    const changed = site.restart('SIGKILL', async () => {
      await author.call('PATCH', `/issues/${number}`, { body: 'Changed in the night.' });
      await reader.call('PATCH', `/issues/comments/${id}`, { body: 'Dreamt' });
    });
    await changed;
    await until(async () => (await page(path)).content === 'Changed in the night.');
    await until(async () => (await page(`/post/${number}/comment/${id}`)).html.includes('Dreamt'));
  });
});

describe("a platform's cron", () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await startTestSite({ env: { CRON_SECRET: 'tick' } });
  });

  afterAll(() => site?.close());

  it('need not come for an address to lead to a new title, and not back to the old one', async () => {
    const author = asAuthor(site.sandbox);
    const pathOf = async (path: string) => (await readPage(`${site.url}${path}`)).path;
    const number = await author.createIssue({ title: 'Monday', labels: ['Publish'] });
    await until(async () => (await author.comments(number)).length === 1);
    await until(async () => (await pathOf(`/post/${number}/monday`)).endsWith('/monday'));
    await lose(site, 1);
    expect(await pathOf(`/post/${number}/tuesday`)).toBe(`/post/${number}/monday`);
    await author.call('PATCH', `/issues/${number}`, { title: 'Tuesday' });
    // A number that nobody knows has the list brought up to date, and no page.
    await readPage(`${site.url}/post/${number + 50}`);
    expect(await pathOf(`/post/${number}/sunday`)).toBe(`/post/${number}/tuesday`);
    await lose(site, 0);
  });

  it('finds what was lost, and what no list of changes tells of', async () => {
    const author = asAuthor(site.sandbox);
    const page = (path: string) => readPage(`${site.url}${path}`);
    const number = await author.createIssue({ title: 'Daily', labels: ['Publish', 'old'] });
    await until(async () => (await page(`/post/${number}`)).status === 200);
    await until(async () => (await page('/tag/old')).status === 200);
    await lose(site, 1);
    await author.call('PATCH', `/issues/${number}`, { title: 'Weekly' });
    await author.call('PATCH', '/labels/old', { new_name: 'new' });
    const headers = { authorization: 'Bearer tick' };
    const response = await fetch(`${site.url}/api/cron`, { headers });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ found: expect.arrayContaining([number]) });
    expect((await page(`/post/${number}`)).path).toBe(`/post/${number}/weekly`);
    expect((await page('/tag/new')).entries).toEqual(['Weekly']);
    expect((await page('/tag/old')).status).toBe(404);
  });
});
