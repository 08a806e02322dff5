/** Open pages that follow what happens on GitHub, without the framework until it is needed. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { asAuthor, asReader, type GitHubUser } from '../support/github';
import { frameworkOf, openReader, type Reader } from '../support/reader';
import { startTestSite, type TestSite, until } from '../support/site';

const PARAGRAPHS = Array.from(
  { length: 40 },
  (_, place) => `Paragraph ${place} says ${'something or other '.repeat(12)}.`,
);
const LIST = Array.from({ length: 40 }, (_, place) => `- Item ${place} ${'and more '.repeat(12)}`);
const BODY = [
  ...PARAGRAPHS,
  LIST.join('\n'),
  '<details><summary>More</summary>\n\nHidden.\n\n</details>',
].join('\n\n');

describe('an open page', () => {
  let site: TestSite;
  let browser: Browser;
  let author: GitHubUser;
  let stranger: GitHubUser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchBrowser()]);
    author = asAuthor(site.sandbox);
    stranger = asReader(site.sandbox);
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  async function publish(title: string, body = BODY): Promise<number> {
    const number = await author.createIssue({ title, body, labels: ['Publish'] });
    await until(async () => (await fetch(`${site.url}/post/${number}`)).ok);
    await until(async () => (await author.comments(number)).length === 1);
    return number;
  }

  /** Opened, shown, and listening. */
  async function open(number: number, hash = ''): Promise<Reader> {
    const reader = await openReader(browser);
    const listening = reader.page.waitForResponse((response) =>
      response.url().includes('/api/live?'),
    );
    await reader.page.goto(`${site.url}/post/${number}${hash}`);
    await listening;
    return reader;
  }

  it('arrives without the framework, and is not sent twice', async () => {
    const number = await publish('Sent once');
    const reader = await open(number);
    expect(frameworkOf(reader)).toEqual([]);
    const html = await (await fetch(`${site.url}/post/${number}`)).text();
    expect(html.split('Paragraph 7 says').length - 1).toBe(1);
    const [, build] = /"buildId":"([^"]+)"/.exec(html) ?? [];
    const address = `${site.url}/_next/data/${build}/post/${number}/sent-once.json`;
    expect(await (await fetch(address)).text()).toContain('Paragraph 7 says');
    await reader.close();
  });

  it('shows an edit in place, and does not move what is being read', async () => {
    const number = await publish('Edited while open');
    const reader = await open(number);
    const { page } = reader;
    await page.locator('summary', { hasText: 'More' }).click();
    const read = page.getByText('Item 20');
    await read.evaluate((element) =>
      element.scrollIntoView({ block: 'center', behavior: 'instant' }),
    );
    await page.evaluate(() => Reflect.set(window, 'stays', document.querySelector('#article p')));
    const before = await read.evaluate((element) => element.getBoundingClientRect().top);
    const edited = BODY.replace('Paragraph 3 says', 'An inserted line.\n\nParagraph three says')
      .replace('- Item 1 ', '- Item one and a half\n- Item 1 ')
      .replace('- Item 30', '- Item thirty');
    await author.call('PATCH', `/issues/${number}`, { body: edited });
    await page.getByText('An inserted line.').waitFor();
    await page.getByText('Item one and a half').waitFor();
    const after = await read.evaluate((element) => element.getBoundingClientRect().top);
    // Pages scroll by whole pixels, blocks lie between them.
    expect(Math.abs(after - before)).toBeLessThan(1);
    expect(frameworkOf(reader)).not.toEqual([]);
    const kept = await page.evaluate(() => ({
      first: Reflect.get(window, 'stays') === document.querySelector('#article p'),
      open: document.querySelector('#article details')?.hasAttribute('open'),
    }));
    expect(kept).toEqual({ first: true, open: true });
    expect(await page.getByText('An inserted line.').count()).toBe(1);
    expect(reader.complaints).toEqual([]);
    await reader.close();
  });

  it('shows a comment, also one written between rendering and listening', async () => {
    const number = await publish('Commented on');
    const reader = await openReader(browser);
    // The page is a moment old when its reader starts to listen.
    await reader.page.route('**/reader/reader-*.js', async (route) => {
      await stranger.call('POST', `/issues/${number}/comments`, { body: 'Just in between.' });
      await until(async () =>
        (await (await fetch(`${site.url}/post/${number}`)).text()).includes('Just in between'),
      );
      await route.continue();
    });
    await reader.page.goto(`${site.url}/post/${number}`);
    await reader.page.getByText('Just in between.').waitFor();
    await stranger.call('POST', `/issues/${number}/comments`, { body: 'And another one.' });
    await reader.page.getByText('And another one.').waitFor();
    expect(reader.complaints).toEqual([]);
    await reader.close();
  });

  it('says so when the post is withdrawn, and shows it again when it returns', async () => {
    const number = await publish('Withdrawn');
    const reader = await open(number);
    await author.call('DELETE', `/issues/${number}/labels/Publish`);
    await reader.page.getByRole('heading', { name: 'Nothing is published here' }).waitFor();
    await author.call('POST', `/issues/${number}/labels`, { labels: ['Publish'] });
    await reader.page.getByRole('heading', { name: 'Withdrawn' }).waitFor();
    await reader.page.getByText('Paragraph 7 says').waitFor();
    await reader.close();
  });

  it('follows a renamed post to its new address', async () => {
    const number = await publish('An old name');
    const reader = await open(number);
    await author.call('PATCH', `/issues/${number}`, { title: 'A new name' });
    await reader.page.waitForURL(`**/post/${number}/a-new-name`);
    await reader.page.getByRole('heading', { name: 'A new name' }).waitFor();
    await reader.close();
  });

  it('leaves the reader where they are, though they came by a link to a heading', async () => {
    const number = await publish('With a heading', `# Here\n\n${BODY}`);
    const reader = await open(number, '#post-1-here');
    const { page } = reader;
    await page.evaluate(() => {
      location.hash = document.querySelector('#article h2, #article h1')?.id ?? '';
    });
    const read = page.getByText('Paragraph 20');
    await read.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
    const top = () => read.evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    await stranger.call('POST', `/issues/${number}/comments`, { body: 'Below.' });
    await page.getByText('Below.').waitFor({ state: 'attached' });
    // Next would scroll in a moment of its own.
    await page.waitForTimeout(300);
    expect(Math.abs((await top()) - before)).toBeLessThan(1);
    await reader.close();
  });

  it('keeps its text when the browser has translated it', async () => {
    const number = await publish('To be translated');
    const reader = await open(number);
    // As browsers do it: words wrapped in <font>, also outside of the text.
    await reader.page.evaluate(() => {
      for (const element of document.querySelectorAll('#article p, h1, footer a, time')) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = `Übersetzt: ${element.textContent}`;
        outer.append(inner);
        element.replaceChildren(outer);
      }
    });
    await stranger.call('POST', `/issues/${number}/comments`, { body: 'A comment.' });
    await reader.page.getByText('A comment.').waitFor({ state: 'attached' });
    expect(await reader.page.locator('#article').textContent()).toContain('Paragraph 7 says');
    await reader.close();
  });
});
