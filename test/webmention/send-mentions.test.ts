import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Blog, getBlog } from '../../lib/posts/blog';
import { createAttended } from '../../lib/reconcile/attended';
import { type Sandbox, startSandbox } from '../../lib/sandbox/server';
import { DEMO_TOKENS } from '../../lib/sandbox/world';
import type { DeliveryTools } from '../../lib/webhook/delivery-tools';
import { mentionSenderOf } from '../../lib/webhook/delivery-tools';
import { handleDelivery } from '../../lib/webhook/handle-delivery';
import { createRefresher } from '../../lib/webhook/refresh';
import { asAuthor, type GitHubUser } from '../support/github';
import { type Receiver, startReceiver } from './receiver';

describe('a post tells the pages it links to', () => {
  let sandbox: Sandbox;
  let receiver: Receiver;
  let cache: string;
  let blog: Blog;
  let tools: DeliveryTools;
  let author: GitHubUser;

  beforeAll(async () => {
    sandbox = await startSandbox({ seed: false });
    receiver = await startReceiver();
    cache = await mkdtemp(path.join(tmpdir(), 'issuepress-'));
    vi.stubEnv('GITHUB_REPOSITORY', 'octocat/blog');
    vi.stubEnv('GITHUB_TOKEN', DEMO_TOKENS.bot);
    vi.stubEnv('GITHUB_API_URL', sandbox.url);
    vi.stubEnv('SITE_URL', 'https://blog.example');
    vi.stubEnv('CACHE_DIRECTORY', cache);
    vi.stubEnv('WEBMENTIONS', 'on');
    author = asAuthor(sandbox);
    startBlog();
    await blog.index.sync(0);
  });

  beforeEach(() => {
    receiver.told.length = 0;
    receiver.asked.length = 0;
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    await Promise.all([sandbox.close(), receiver.close()]);
    await rm(cache, { recursive: true, force: true, maxRetries: 5 });
  });

  /** As after a restart. */
  function startBlog(): void {
    globalThis.issuepressBlog = undefined;
    const found = getBlog();
    if (!found) throw new Error('Nothing is configured.');
    blog = found;
    tools = {
      blog,
      announcer: null,
      mentions: mentionSenderOf(blog, { allowPrivate: true }),
      pending: new Set(),
      underWay: new Set(),
      attended: createAttended(null),
      refresher: createRefresher(),
      revalidate: async () => {},
      refreshPreview: async () => {},
    };
  }

  /** What a delivery about an issue leads to. */
  async function deliver(number: number): Promise<string[]> {
    receiver.told.length = 0;
    const payload = {
      action: 'edited',
      issue: { number, title: 'x', updated_at: '2020-01-01T00:00:00Z' },
      repository: { full_name: 'octocat/blog' },
    };
    const { status } = await handleDelivery({ id: '1', name: 'issues', payload }, tools);
    expect(status).toBe(200);
    await tools.mentions?.settled();
    return [...receiver.told].sort();
  }

  const link = (page: string) => `[x](${receiver.url}/${page})`;

  it('once, at its publication, where they ask for it', async () => {
    const body = ['by-link', 'by-header', 'moved', 'plain', 'missing'].map(link).join(' ');
    const number = await author.createIssue({ title: 'New', body, labels: ['Publish'] });
    const source = `https://blog.example/post/${number}/new`;
    expect(await deliver(number)).toEqual([
      `/by-header < ${source}?by=header`,
      `/by-link < ${source}`,
      `/moved < ${source}`,
    ]);
    receiver.asked.length = 0;
    await author.call('PATCH', `/issues/${number}`, { title: 'Newer', body: `More. ${body}` });
    expect(await deliver(number)).toEqual([]);
    expect(receiver.asked).toEqual([]);
  });

  it('again when a link comes or goes, and when the post goes, also after a restart', async () => {
    const labels = ['Publish'];
    const number = await author.createIssue({ title: 'Two', body: link('by-link'), labels });
    const source = `https://blog.example/post/${number}/two`;
    expect(await deliver(number)).toEqual([`/by-link < ${source}`]);
    startBlog();
    const body = `${link('by-link')} ${link('by-header')}`;
    await author.call('PATCH', `/issues/${number}`, { title: 'Three', body });
    expect(await deliver(number)).toEqual([`/by-header < ${source}?by=header`]);
    await author.call('PATCH', `/issues/${number}`, { body: link('by-header') });
    expect(await deliver(number)).toEqual([`/by-link < ${source}`]);
    await author.call('DELETE', `/issues/${number}/labels/Publish`);
    expect(await deliver(number)).toEqual([`/by-header < ${source}?by=header`]);
    expect(await deliver(number)).toEqual([]);
  });

  it('and a draft tells nobody', async () => {
    const number = await author.createIssue({ title: 'Draft', body: link('by-link') });
    expect(await deliver(number)).toEqual([]);
    expect(receiver.asked).toEqual([]);
  });

  it('and leaves a page that failed alone for a while', async () => {
    const body = `${link('broken-page')} [x](http://127.0.0.1:9/nobody)`;
    const number = await author.createIssue({ title: 'Four', body, labels: ['Publish'] });
    expect(await deliver(number)).toHaveLength(1);
    expect(await deliver(number)).toEqual([]);
  });

  it('and never keeps a delivery waiting', async () => {
    const body = link('silent');
    const number = await author.createIssue({ title: 'Five', body, labels: ['Publish'] });
    const payload = {
      action: 'opened',
      issue: { number, title: 'Five', updated_at: '2020-01-01T00:00:00Z' },
      repository: { full_name: 'octocat/blog' },
    };
    const { status } = await handleDelivery({ id: '1', name: 'issues', payload }, tools);
    expect(status).toBe(200);
    let isSettled = false;
    void tools.mentions?.settled().then(() => {
      isSettled = true;
    });
    await vi.waitFor(() => expect(receiver.asked).toEqual(['/silent']), 5_000);
    expect(isSettled).toBe(false);
  });

  it('and tells none in a network of its own', async () => {
    tools.mentions = mentionSenderOf(blog);
    const body = `${link('by-link')} ${link('by-header')}`;
    const number = await author.createIssue({ title: 'Six', body, labels: ['Publish'] });
    expect(await deliver(number)).toEqual([]);
    expect(receiver.asked).toEqual([]);
  });
});
