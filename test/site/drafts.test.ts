/** Drafts, previews and schedule on the built site, over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANNOUNCEMENT_MARKER } from '../../lib/bot/marker';
import { asAuthor, asReader, control, type GitHubUser, graphqlAsAuthor } from '../support/github';
import { startTestSite, type TestSite, until } from '../support/site';

let site: TestSite;
let api: GitHubUser;
const status = async (path: string) => (await fetch(new URL(path, site.url))).status;

beforeAll(async () => {
  site = await startTestSite({ env: { PUBLISH_AUTHORS: 'octocat' } });
  api = asAuthor(site.sandbox);
});

afterAll(() => site?.close());

async function botComments(number: number): Promise<string[]> {
  return (await api.comments(number)).filter((body) => body.includes(ANNOUNCEMENT_MARKER));
}

/** Waits for the bot to say something, and says it. */
async function answer(number: number, expected: string | RegExp): Promise<string> {
  let said = '';
  await until(async () => {
    const comments = await botComments(number);
    said = comments.join('\n');
    return comments.length === 1 && (said.match(expected)?.length ?? 0) > 0;
  });
  return said;
}

async function delivered(number: number, action: string): Promise<void> {
  await until(async () => {
    const log = JSON.stringify(await control(site.sandbox, 'GET', '/deliveries'));
    return log.includes(`"action":"${action}","number":${number},"status":200`);
  });
}

const linkIn = (said: string) => /(http\S+\/preview\/\S+)/.exec(said)?.[1] ?? '';

describe('a draft', () => {
  it('is shown to whoever has the link, and to nobody else', async () => {
    const number = await api.createIssue({
      title: 'Not ready',
      body: 'Soon.',
      labels: ['dRAFT'],
    });
    const link = linkIn(await answer(number, 'draft'));
    expect(link.startsWith(`${site.url}/preview/${number}?token=`)).toBe(true);

    const response = await fetch(link);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(response.headers.get('x-robots-tag')).toContain('noindex');
    const page = await response.text();
    expect(page).toContain('Soon.</p>');
    expect(page).toMatch(/<meta[^>]*name="robots"[^>]*content="noindex"/);
    expect(await status(`/post/${number}`)).toBe(404);
    for (const [, path = ''] of page.matchAll(/<a [^>]*href="(\/post\/[^"]+)"/g)) {
      expect([path, await status(path)]).toEqual([path, 200]);
    }
    expect(await (await fetch(site.url)).text()).not.toContain('Not ready');

    const token = new URL(link).searchParams.get('token') ?? '';
    const other = await api.createIssue({ title: 'Another', body: '', labels: ['Draft'] });
    for (const path of [
      `/preview/${number}`,
      `/preview/${number}?token=`,
      `/preview/${number}?token=${token.slice(0, -2)}`,
      `/preview/${number}?token=${token}&token=${token}`,
      `/preview/${other}?token=${token}`,
      `/preview/${number}${token}`,
      `/preview/0${number}?token=${token}`,
      `/preview/999?token=${token}`,
    ]) {
      expect([path, await status(path)]).toEqual([path, 404]);
    }
  });

  it('leaves no missing page behind at the address that it is going to have', async () => {
    const number = await api.createIssue({ title: 'Nearly', body: 'Text', labels: ['Draft'] });
    await answer(number, 'draft');
    await api.call('PATCH', `/issues/${number}`, { title: 'Ready' });
    await delivered(number, 'edited');
    await control(site.sandbox, 'POST', '/faults', { webhooks: { drop: 1 } });
    await api.call('PUT', `/issues/${number}/labels`, { labels: ['Publish'] });
    const found = await status(`/post/${number}/ready`);
    await control(site.sandbox, 'POST', '/faults', { webhooks: { drop: 0 } });
    expect(found).toBe(200);
  });

  it('becomes a post, and a draft again, in one comment', async () => {
    const number = await api.createIssue({ title: 'On its way', body: 'Text', labels: ['Draft'] });
    const link = linkIn(await answer(number, 'draft'));
    await api.call('PUT', `/issues/${number}/labels`, { labels: ['Publish'] });
    const said = await answer(number, 'View your post at');
    const url = /View your post at (\S+)/.exec(said)?.[1] ?? '';
    expect(await status(new URL(url).pathname)).toBe(200);
    expect(said).not.toContain('/preview/');
    const redirected = await fetch(link, { redirect: 'manual' });
    expect(redirected.status).toBe(307);
    expect(redirected.headers.get('location')).toBe(new URL(url).pathname);

    await api.call('DELETE', `/issues/${number}/labels/Publish`);
    expect(linkIn(await answer(number, 'Unpublished'))).toBe(link);
    expect(await status(new URL(url).pathname)).toBe(404);
    expect((await fetch(link)).status).toBe(200);
  });

  it("by a stranger is nobody's business", async () => {
    const stranger = asReader(site.sandbox);
    const number = await stranger.createIssue({ title: 'Mine', body: 'Spam' });
    await api.call('POST', `/issues/${number}/labels`, { labels: ['Draft'] });
    const own = await api.createIssue({ title: 'After it', labels: ['Draft'] });
    await answer(own, 'draft');
    expect(await botComments(number)).toEqual([]);
  });

  it('is gone when its issue is deleted', async () => {
    const number = await api.createIssue({ title: 'Short life', labels: ['Draft'] });
    const link = linkIn(await answer(number, 'draft'));
    const { node_id: id } = Object(await api.call('GET', `/issues/${number}`));
    const mutation =
      'mutation($id: ID!) { deleteIssue(input: {issueId: $id}) { clientMutationId } }';
    await graphqlAsAuthor(site.sandbox, mutation, { id });
    await until(async () => (await fetch(link)).status === 404);
  });
});

describe('a date ahead', () => {
  it('hides a post until then, and then brings it out by itself', async () => {
    const at = new Date(Date.now() + 20_000);
    const body = `<!--\ndate: ${at.toISOString()}\ndescription: Later\n-->\nText`;
    const number = await api.createIssue({ title: 'Tomorrow', body, labels: ['Publish'] });
    const said = await answer(number, 'Scheduled');
    expect(said).toContain(`${at.toISOString().slice(11, 16)} UTC, within a minute of that time`);
    expect(await status(`/post/${number}/tomorrow`)).toBe(404);
    expect((await fetch(linkIn(said))).status).toBe(200);
    expect(Date.now()).toBeLessThan(at.getTime());
    await until(async () => (await status(`/post/${number}/tomorrow`)) === 200, 60_000);
    expect(Date.now()).toBeGreaterThanOrEqual(at.getTime());
    await until(async () => (await (await fetch(site.url)).text()).includes('Tomorrow'));
    await answer(number, 'View your post at');
  });

  it('may lie in the year 9999, or in the past', async () => {
    const labels = ['Publish'];
    const far = '---\ndate: 9999-12-31\n---\nText';
    const number = await api.createIssue({ title: 'Never', body: far, labels });
    expect(await answer(number, 'Scheduled')).toContain('more than a year ahead');
    const old = '---\ndate: 2001-02-03\n---\nText';
    const past = await api.createIssue({ title: 'Long ago', body: old, labels });
    await answer(past, 'View your post');
    const home = await (await fetch(site.url)).text();
    expect(home).toContain('2001-02-03');
    expect(home).not.toContain('Never');
  });

  it('opens the door of the timer to nobody else', async () => {
    expect(await status('/api/cron')).toBe(401);
    const guess = { headers: { authorization: 'Bearer undefined' } };
    expect((await fetch(new URL('/api/cron', site.url), guess)).status).toBe(401);
  });
});

describe("the bot's checklist", () => {
  it('follows the edits and is silent when all is well', async () => {
    const body = '---\ndate: tomorrow\n---\n![](https://example.com/cat.png)';
    const number = await api.createIssue({ title: 'Careless', body, labels: ['Publish'] });
    const said = await answer(number, 'View your post at');
    expect(said.match(/^- \[ \] .*$/gm)).toHaveLength(2);
    const better = '---\ndescription: A cat\n---\n![A cat](https://example.com/cat.png)';
    await api.call('PATCH', `/issues/${number}`, { body: better });
    await until(async () => !(await botComments(number)).join().includes('- [ ]'));
  });
});

describe('revisions', () => {
  it('show what changed word by word, as text, and follow the edits', async () => {
    const body = 'The quick fox.\n\n<script>alert(1)</script>';
    const number = await api.createIssue({ title: 'Edited', body, labels: ['Publish'] });
    await answer(number, 'View your post at');
    const path = `/post/${number}/revisions`;
    expect(await (await fetch(new URL(path, site.url))).text()).toContain('never edited');
    const change = async (text: string) => api.call('PATCH', `/issues/${number}`, { body: text });
    await change(body.replace('quick', 'slow'));
    const read = async () =>
      (await (await fetch(new URL(path, site.url))).text()).replaceAll('<!-- -->', '');
    await until(async () => (await read()).includes('removed: </span>quick</del>'));
    const page = await read();
    expect(page).toContain('added: </span>slow</ins>');
    expect(page).not.toContain('<script>alert');
    expect(await (await fetch(new URL(`/post/${number}/edited`, site.url))).text()).toContain(path);
    await api.call('DELETE', `/issues/${number}/labels/Publish`);
    await until(async () => (await status(path)) === 404);
  });

  it('of a post with 500 edits show the newest 50 and lead to GitHub for the rest', async () => {
    const edits = Array.from({ length: 500 }, (_, place) => ({
      body: `Version ${place + 1}.`,
      editedAt: new Date(Date.UTC(2024, 0, 1, 0, place)).toISOString(),
    }));
    const createdAt = '2023-12-01T00:00:00Z';
    const issue = { title: 'Often', body: 'Version 0.', createdAt, labels: ['Publish'], edits };
    const created = await control(site.sandbox, 'POST', '/issues?webhooks=1', { issues: [issue] });
    const { numbers } = Object(created);
    const page = await (await fetch(new URL(`/post/${numbers[0]}/revisions`, site.url))).text();
    expect(page.match(/id="revision-\d+"/g)).toHaveLength(50);
    expect(page).toMatch(/45[01] older revisions are on GitHub/);
  });
});
