import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANNOUNCEMENT_MARKER } from '../../lib/bot/marker';
import { asAuthor, asReader, control, type GitHubUser } from '../support/github';
import { startTestSite, type TestSite, until, WEBHOOK_SECRET } from '../support/site';

describe('the bot', () => {
  let site: TestSite;
  let author: GitHubUser;

  beforeAll(async () => {
    // On a busy machine a delivery may run out of its ten seconds; nobody sends it again.
    site = await startTestSite({ env: { RECONCILE_SECONDS: '5' } });
    author = asAuthor(site.sandbox);
  });

  afterAll(() => site.close());

  const announcements = async (number: number) =>
    (await author.comments(number)).filter((body) => body.includes(ANNOUNCEMENT_MARKER));

  async function deliver(event: string, payload: unknown): Promise<number> {
    const body = JSON.stringify(payload);
    const signature = createHmac('sha256', WEBHOOK_SECRET).update(body).digest('hex');
    const response = await fetch(`${site.url}/api/webhook`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-github-event': event,
        'x-hub-signature-256': `sha256=${signature}`,
      },
    });
    return response.status;
  }

  it('answers once, with the full address, and follows the post', async () => {
    const number = await author.createIssue({ title: 'Hello', body: 'Text.', labels: ['Publish'] });
    await until(async () => (await announcements(number)).length === 1);
    expect((await announcements(number))[0]).toContain(
      `View your post at ${site.url}/post/${number}/hello`,
    );
    await author.call('PATCH', `/issues/${number}`, { title: 'Good morning' });
    await until(async () =>
      (await announcements(number)).join().includes(`/post/${number}/good-morning`),
    );
    await author.call('DELETE', `/issues/${number}/labels/Publish`);
    await until(async () => !(await announcements(number)).join().includes('View your post'));
    await author.call('POST', `/issues/${number}/labels`, { labels: ['Publish'] });
    await until(async () => (await announcements(number)).join().includes('View your post'));
    expect(await announcements(number)).toHaveLength(1);
  });

  it('says nothing about issues that are not posts, nor to other bots', async () => {
    const plain = await author.createIssue({ title: 'A bug', body: 'Oh.' });
    const created = await control(site.sandbox, 'POST', '/issues?webhooks=1', {
      issues: [{ title: 'By a bot', body: 'x', author: 'dependabot[bot]', labels: ['Publish'] }],
    });
    const byBot = Number(/\d+/.exec(JSON.stringify(created))?.[0]);
    await until(async () => (await fetch(`${site.url}/post/${byBot}`)).status === 200);
    const last = await author.createIssue({ title: 'Last', body: 'x', labels: ['Publish'] });
    await until(async () => (await announcements(last)).length === 1);
    expect(await author.comments(plain)).toEqual([]);
    expect(await author.comments(byBot)).toEqual([]);
  });

  it("does not take a reader's copy of its words for its own", async () => {
    const number = await author.createIssue({ title: 'Copied', body: 'Text.' });
    await asReader(site.sandbox).comment(number, `Ha!\n\n${ANNOUNCEMENT_MARKER}`);
    await author.call('POST', `/issues/${number}/labels`, { labels: ['Publish'] });
    await until(async () => (await announcements(number)).length === 2);
    expect((await announcements(number))[0]).toContain('Ha!');
  });

  it('leaves exactly one comment after 50 rounds of concurrent, repeated and reordered events', async () => {
    await control(site.sandbox, 'POST', '/rate-limit', { limit: 1_000_000 });
    await control(site.sandbox, 'POST', '/faults', {
      webhooks: { duplicate: 1, reorder: true, delayMs: 20 },
    });
    const numbers: number[] = [];
    for (let round = 0; round < 50; round += 1) {
      numbers.push(
        await author.createIssue({
          title: `Round ${round}`,
          body: 'Text.',
          labels: ['Publish', 'a'],
        }),
      );
    }
    const payload = async (number: number, action: string) => ({
      action,
      issue: await author.call('GET', `/issues/${number}`),
      label: { name: 'Publish' },
      repository: { full_name: 'octocat/blog' },
    });
    const repeated = await Promise.all(
      numbers.flatMap((number) =>
        ['labeled', 'opened', 'opened', 'labeled'].map(async (action) =>
          deliver('issues', await payload(number, action)),
        ),
      ),
    );
    expect(repeated.every((status) => status === 200 || status === 503)).toBe(true);
    await control(site.sandbox, 'POST', '/faults', {
      webhooks: { duplicate: 0, reorder: false, delayMs: 0 },
    });
    await until(async () => {
      const found = await Promise.all(numbers.map(announcements));
      return found.every((each) => each.length === 1);
    }, 60_000);
    // Whatever is still on its way must not add another.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const found = await Promise.all(numbers.map(announcements));
    expect(found.map((each) => each.length)).toEqual(numbers.map(() => 1));
  });
});

describe('a bot that is switched off', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await startTestSite({ env: { BOT: 'off' } });
  });

  afterAll(() => site.close());

  it('says nothing', async () => {
    const author = asAuthor(site.sandbox);
    const number = await author.createIssue({ title: 'Quiet', body: 'Text.', labels: ['Publish'] });
    await until(async () => (await fetch(`${site.url}/post/${number}`)).status === 200);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await author.comments(number)).toEqual([]);
  });
});
