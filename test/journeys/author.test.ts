/** An author's way from a draft to a post, in a browser and on GitHub at once. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { asAuthor, type GitHubUser } from '../support/github';
import { startTestSite, type TestSite, until } from '../support/site';

describe("an author's post", () => {
  let site: TestSite;
  let browser: Browser;
  let author: GitHubUser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchBrowser()]);
    author = asAuthor(site.sandbox);
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** What the bot says about an issue, once it says what is expected. */
  async function said(number: number, expected: RegExp): Promise<string> {
    let text = '';
    await until(async () => {
      text = (await author.comments(number)).join('\n');
      return expected.test(text);
    });
    return expected.exec(text)?.[1] ?? '';
  }

  it('is previewed as a draft, follows its edits, is published, and shows its revisions', async () => {
    const title = 'On waiting';
    const number = await author.createIssue({ title, body: 'First words.', labels: ['Draft'] });
    const link = await said(number, /(http\S+\/preview\/\S+)/);

    const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(link);
    await page.getByText('First words.').waitFor();
    await page.getByText('Not public yet.').waitFor();
    await page.evaluate(() => Reflect.set(window, 'neverReloaded', true));

    const edited = 'First words, weighed.\n\n## A heading\n\nAnd more.';
    await author.call('PATCH', `/issues/${number}`, { body: edited, title: 'On writing' });
    await page.getByRole('heading', { name: 'A heading' }).waitFor();
    await page.getByRole('heading', { name: 'On writing', level: 1 }).waitFor();
    await page.getByText('First words.', { exact: true }).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => Reflect.get(window, 'neverReloaded'))).toBe(true);

    await author.call('PUT', `/issues/${number}/labels`, { labels: ['Publish'] });
    const address = await said(number, /View your post at (\S+)/);
    expect(address).toBe(`${site.url}/post/${number}/on-writing`);
    await page.waitForURL(address);
    await page.getByText('Not public yet.').waitFor({ state: 'detached' });
    await page.getByText('First words, weighed.').waitFor();
    expect((await fetch(link, { redirect: 'manual' })).headers.get('location')).toBe(
      new URL(address).pathname,
    );

    await page.goto(address);
    await page.getByRole('link', { name: /^edited/ }).click();
    await page.waitForURL(`${site.url}/post/${number}/revisions`);
    await page.locator('ins', { hasText: 'weighed' }).waitFor();
    expect(await page.locator('ol > li').count()).toBe(2);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('with a date ahead is previewed until its time comes', async () => {
    const date = new Date(Date.now() + 25_000).toISOString();
    const body = `---\ndate: ${date}\n---\nPatience.`;
    const number = await author.createIssue({ title: 'Soon', body, labels: ['Publish'] });
    const link = await said(number, /Scheduled[\s\S]*?(http\S+\/preview\/\S+)/);
    const page = await browser.newPage();
    await page.goto(link);
    await page.getByText('Appears on').waitFor();
    const home = await browser.newPage();
    await home.goto(site.url);
    expect(await home.getByRole('link', { name: 'Soon', exact: true }).count()).toBe(0);
    await home
      .getByRole('link', { name: 'Soon', exact: true })
      .first()
      .waitFor({ timeout: 60_000 });
    await page.waitForURL(`${site.url}/post/${number}/soon`, { timeout: 60_000 });
    await Promise.all([page.close(), home.close()]);
  });
});
