import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { asAuthor, asReader, type GitHubUser } from '../support/github';
import { startTestSite, type TestSite, until } from '../support/site';

const LONG = Array.from({ length: 60 }, (_, place) => `Paragraph ${place + 1} of a long text.`);

describe('an open page', () => {
  let site: TestSite;
  let browser: Browser;
  let author: GitHubUser;
  let reader: GitHubUser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchBrowser()]);
    author = asAuthor(site.sandbox);
    reader = asReader(site.sandbox);
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  async function publish(title: string, body: string): Promise<number> {
    const number = await author.createIssue({ title, body, labels: ['Publish'] });
    await until(async () => (await fetch(`${site.url}/post/${number}`)).status === 200);
    await until(async () => (await author.comments(number)).length === 1);
    return number;
  }

  /** A page that would notice being loaded again. */
  async function open(path: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 800, height: 700 } });
    await page.goto(`${site.url}${path}`);
    await page.evaluate(() => Reflect.set(window, 'neverReloaded', true));
    return page;
  }

  const neverReloaded = (page: Page) => page.evaluate(() => Reflect.get(window, 'neverReloaded'));

  it('shows a new, an edited and a deleted comment, and a changed text, without being reloaded', async () => {
    const number = await publish('Open', 'The first text.');
    const page = await open(`/post/${number}`);
    const begun = Date.now();
    const id = await reader.comment(number, 'A comment from elsewhere.');
    await page.getByText('A comment from elsewhere.').waitFor();
    console.info(`A comment reached the open page after ${Date.now() - begun} ms.`);
    await reader.call('PATCH', `/issues/comments/${id}`, { body: 'On second thought.' });
    await page.getByText('On second thought.').waitFor();
    await author.call('PATCH', `/issues/${number}`, { body: 'The second text.' });
    await page.getByText('The second text.').waitFor();
    await page.getByText('The first text.').waitFor({ state: 'detached' });
    await reader.call('DELETE', `/issues/comments/${id}`);
    await page.getByText('On second thought.').waitFor({ state: 'detached' });
    expect(await neverReloaded(page)).toBe(true);
    await page.close();
  });

  it('does not move what the reader reads when something is inserted above it', async () => {
    const number = await publish('Long', LONG.join('\n\n'));
    const page = await open(`/post/${number}`);
    const read = page.getByText('Paragraph 40 of a long text.', { exact: true });
    await read.evaluate((element) => {
      window.scrollTo({
        top: element.getBoundingClientRect().top + window.scrollY - 200,
        behavior: 'instant',
      });
    });
    const place = async () => Math.round((await read.boundingBox())?.y ?? Number.NaN);
    const before = await place();
    const inserted = ['An insertion.', ...LONG.slice(0, 5), 'Another one.', ...LONG.slice(5)];
    await author.call('PATCH', `/issues/${number}`, { body: inserted.join('\n\n') });
    await page.getByText('Another one.').waitFor({ state: 'attached' });
    await page.waitForTimeout(300);
    expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1);
    expect(await neverReloaded(page)).toBe(true);
    await page.close();
  });

  it('of the home page shows a new post, and holds its place when scrolled', async () => {
    const page = await open('/');
    await publish('Seen at once', LONG.join('\n\n'));
    await page.getByRole('link', { name: 'Seen at once' }).first().waitFor();
    for (let post = 1; post <= 6; post += 1) await publish(`Filler ${post}`, LONG.join('\n\n'));
    const held = page.getByRole('link', { name: 'Seen at once' }).first();
    await page.getByRole('link', { name: 'Filler 6' }).first().waitFor();
    await page.waitForTimeout(500);
    await held.evaluate((element) => {
      window.scrollTo({
        top: element.getBoundingClientRect().top + window.scrollY - 200,
        behavior: 'instant',
      });
    });
    const place = async () => Math.round((await held.boundingBox())?.y ?? Number.NaN);
    const before = await place();
    await publish('Inserted above', 'Text.');
    await page.getByRole('link', { name: 'Inserted above' }).first().waitFor({ state: 'attached' });
    await page.waitForTimeout(300);
    expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1);
    expect(await neverReloaded(page)).toBe(true);
    await page.close();
  });

  it('asks by itself where the server cannot push', async () => {
    const number = await publish('Without pushes', 'Text.');
    const page = await browser.newPage();
    await page.route('**/api/live*', (route) => route.fulfill({ status: 204 }));
    await page.goto(`${site.url}/post/${number}`);
    await page.waitForRequest((request) => request.method() === 'HEAD');
    for (const text of ['The first to arrive.', 'And another one.']) {
      await reader.comment(number, text);
      await page.getByText(text).waitFor({ timeout: 90_000 });
    }
    await page.close();
  });

  it('says so when its post is withdrawn', async () => {
    const number = await publish('Withdrawn', 'Soon gone.');
    const page = await open(`/post/${number}`);
    await author.call('DELETE', `/issues/${number}/labels/Publish`);
    await page.getByRole('heading', { name: 'Nothing is published here' }).waitFor();
    expect(await page.getByText('Soon gone.').count()).toBe(0);
    expect(await neverReloaded(page)).toBe(true);
    await page.close();
  });
});
