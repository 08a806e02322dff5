/** Writing on the site, from an empty page to a post that two people edit at once. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { asAuthor, control, type GitHubUser } from '../support/github';
import { signInBrowser } from '../support/sign-in';
import { startTestSite, type TestSite, until } from '../support/site';
import { violationsOn } from '../support/violations';

/** A red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let site: TestSite;
let browser: Browser;
let owner: GitHubUser;

beforeAll(async () => {
  [site, browser] = await Promise.all([startTestSite(), launchBrowser()]);
  owner = asAuthor(site.sandbox);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

interface Writer {
  page: Page;
  /** What the browser complained about. */
  complaints: string[];
  context: BrowserContext;
}

async function sitDown(options: Parameters<Browser['newContext']>[0] = {}): Promise<Writer> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  await signInBrowser(site, context, 'author');
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints, context };
}

const titleOf = (page: Page) => page.getByRole('textbox', { name: 'Title', exact: true });
const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true });

describe('an author', () => {
  it('writes a post with an image, sees it live, edits it while somebody edits it on GitHub, resolves, and publishes', async () => {
    const { page, complaints, context } = await sitDown();
    await page.goto(`${site.url}/new`);
    await titleOf(page).fill('The harbour at four');
    await textOf(page).fill('The cranes never stop.\n\n## Water\n\nIt answers them.\n');
    await page.getByRole('combobox', { name: 'Add a tag' }).fill('writing');
    await page.getByRole('combobox', { name: 'Add a tag' }).press('Enter');
    await page.getByRole('button', { name: 'Remove the tag writing' }).waitFor();
    const preview = page.getByRole('tabpanel', { name: 'Preview' });
    await preview.getByRole('heading', { name: 'Water' }).waitFor();
    await preview.getByRole('heading', { name: 'The harbour at four', level: 1 }).waitFor();

    const image = { name: 'Quay at night.png', mimeType: 'image/png', buffer: PNG };
    await page.locator('input[type="file"]').setInputFiles(image);
    await until(async () =>
      /images\/\d{4}\/\d{2}\/quay-at-night-/.test(await textOf(page).inputValue()),
    );
    await preview.locator('img[src*="quay-at-night-"]').waitFor({ state: 'attached' });

    await page.getByRole('button', { name: 'Publish' }).click();
    await page.waitForURL(/\/post\/\d+\/the-harbour-at-four$/);
    const address = page.url();
    await page.locator('#article').getByText('The cranes never stop.').waitFor();
    const picture = page.locator('#article img');
    await until(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth === 1));
    await page.getByRole('link', { name: 'writing' }).first().waitFor();
    const number = Number(/\/post\/(\d+)/.exec(address)?.[1]);
    const issue = Object(await owner.call('GET', `/issues/${number}`));
    expect(Object(issue.user).login).toBe('octocat');

    const edit = page.getByRole('article').getByRole('link', { name: 'Edit', exact: true });
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    await edit.click();
    await page.waitForURL(`${site.url}/post/${number}/edit`);
    await textOf(page).waitFor();
    const written = await textOf(page).inputValue();
    await textOf(page).fill(written.replace('The cranes never stop.', 'The cranes rest at noon.'));
    const theirs = String(issue.body)
      .replace('The cranes never stop.', 'The cranes stop for nobody.')
      .replace('It answers them.', 'It answers them, slowly.');
    await owner.call('PATCH', `/issues/${number}`, { body: theirs });
    await page.getByText('octocat changed this post on GitHub').waitFor();

    await page.getByRole('button', { name: 'Compare and merge' }).click();
    await page.getByRole('heading', { name: 'Two versions of one text' }).waitFor();
    expect(await page.getByRole('group', { name: /^Place/ }).count()).toBe(1);
    await page.getByRole('radio', { name: 'Both' }).check();
    const result = page.getByRole('textbox', { name: 'What shall stand there' });
    expect(await result.inputValue()).toBe('The cranes rest at noon.\nThe cranes stop for nobody.');
    await result.fill('The cranes rest at noon, for nobody.');
    await page.getByRole('button', { name: 'Use the merged text' }).click();
    const merged = await textOf(page).inputValue();
    expect(merged).toContain('The cranes rest at noon, for nobody.');
    expect(merged).toContain('It answers them, slowly.');

    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(address);
    await page.locator('#article').getByText('The cranes rest at noon, for nobody.').waitFor();
    await page.locator('#article').getByText('It answers them, slowly.').waitFor();
    const after = Object(await owner.call('GET', `/issues/${number}`));
    expect(String(after.body)).not.toContain('never stop');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('finds a text again that was not sent, and can start over', async () => {
    const { page, context } = await sitDown();
    await page.goto(`${site.url}/new`);
    await titleOf(page).fill('Half a thought');
    await page.getByText('Kept in this browser').waitFor();
    await page.goto(site.url);
    await page.goto(`${site.url}/new`);
    await page.getByText('Here is the text you left on').waitFor();
    expect(await titleOf(page).inputValue()).toBe('Half a thought');
    await page.getByRole('button', { name: 'Start over' }).click();
    expect(await titleOf(page).inputValue()).toBe('');
    await page.reload();
    await titleOf(page).waitFor();
    expect(await titleOf(page).inputValue()).toBe('');
    await context.close();
  });

  it('keeps the text while GitHub is down, and publishes it once when it is back', async () => {
    const { page, context } = await sitDown();
    await page.goto(`${site.url}/new`);
    await titleOf(page).fill('Stubborn');
    await textOf(page).fill('Still here.');
    await control(site.sandbox, 'POST', '/faults', { api: { mode: 'down' } });
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('alert').filter({ hasText: 'GitHub' }).waitFor();
    expect(await textOf(page).inputValue()).toBe('Still here.');
    await control(site.sandbox, 'POST', '/faults', { api: { mode: 'ok' } });
    await page.getByRole('button', { name: 'Publish' }).dblclick();
    await page.waitForURL(/\/post\/\d+\/stubborn$/);
    const issues = await owner.call('GET', '/issues?state=all&per_page=100');
    const same = (Array.isArray(issues) ? issues : []).filter(({ title }) => title === 'Stubborn');
    expect(same.length).toBe(1);
    await context.close();
  });

  it('saves a draft, sees its preview, and publishes it from there', async () => {
    const { page, context } = await sitDown();
    await page.goto(`${site.url}/new`);
    await titleOf(page).fill('Not yet');
    await textOf(page).fill('Soon.');
    await page.getByText('Date, address and more').click();
    await page.getByRole('textbox', { name: 'Description' }).fill('A short: one');
    await page.getByRole('button', { name: 'Save as draft' }).click();
    await page.waitForURL(/\/preview\/\d+\?token=/);
    const number = Number(/\/preview\/(\d+)/.exec(page.url())?.[1]);
    expect((await fetch(`${site.url}/post/${number}`)).status).toBe(404);
    await page.goto(`${site.url}/post/${number}/edit`);
    expect(await page.getByRole('textbox', { name: 'Description' }).inputValue()).toBe(
      'A short: one',
    );
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.waitForURL(/\/post\/\d+\/not-yet$/);
    await context.close();
  });

  it('does all of it by keyboard', async () => {
    const { page, context } = await sitDown();
    await page.goto(`${site.url}/new`);
    await titleOf(page).focus();
    await page.keyboard.type('By hand');
    await page.keyboard.press('Enter');
    await page.keyboard.type('one ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('two');
    expect(await textOf(page).inputValue()).toBe('one **two**');
    const reached = new Set<string>();
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const { activeElement: one } = document;
        return one?.getAttribute('aria-label') ?? one?.textContent?.trim() ?? '';
      });
      reached.add(name);
    }
    for (const name of ['Publish', 'Save as draft', 'Heading', 'Date, address and more']) {
      expect([...reached], name).toContain(name);
    }
    await textOf(page).focus();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/post\/\d+\/by-hand$/);
    await context.close();
  });

  it.each(['light', 'dark'] as const)(
    'meets nothing that axe finds, in %s',
    async (colorScheme) => {
      const { page, context } = await sitDown({ colorScheme });
      await page.goto(`${site.url}/new`);
      await titleOf(page).fill('Checked');
      await textOf(page).fill('# Heading\n\nText with `code`.\n\n[there](#nowhere)\n');
      await page.getByText('Worth a look').waitFor();
      await page.getByText('Date, address and more').click();
      expect(await violationsOn(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await violationsOn(page)).toEqual([]);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess).toBeLessThanOrEqual(0);
      await page.getByRole('tab', { name: 'Preview' }).click();
      await page.getByRole('tabpanel', { name: 'Preview' }).getByText('Text with').waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await context.close();
    },
  );
});

describe('whoever', () => {
  it('is not signed in is led there and back', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/new`);
    const link = page.getByRole('main').getByRole('link', { name: 'Sign in' });
    expect(await link.getAttribute('href')).toBe('/api/auth/sign-in?return=%2Fnew');
    await page.goto(`${site.url}/post/1/edit`);
    expect(await link.getAttribute('href')).toBe('/api/auth/sign-in?return=%2Fpost%2F1%2Fedit');
    await page.close();
  });

  it('may not edit a post is told so', async () => {
    const number = await owner.createIssue({ title: 'Mine', labels: ['Publish'] });
    const context = await browser.newContext();
    await signInBrowser(site, context, 'reader');
    const page = await context.newPage();
    await page.goto(`${site.url}/post/${number}/edit`);
    await page.getByText('GitHub does not let you edit this post.').waitFor();
    await page.goto(`${site.url}/post/${number}`);
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    await page.getByRole('textbox').first().waitFor();
    expect(await page.getByRole('link', { name: 'Edit', exact: true }).count()).toBe(0);
    await context.close();
  });

  it('has no JavaScript finds the way to GitHub', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}/new`);
    const write = page.getByRole('link', { name: 'Write on GitHub' });
    expect(await write.getAttribute('href')).toBe(
      `${site.sandbox.url}/octocat/blog/issues/new?template=new-post.md`,
    );
    const note = page.locator('main noscript');
    expect(await note.isVisible()).toBe(true);
    expect(await note.textContent()).toContain('The editor needs JavaScript.');
    expect(await page.getByText('Opening the editor').isVisible()).toBe(false);
    await page.goto(`${site.url}/post/1/edit`);
    const edit = page.getByRole('link', { name: 'Edit on GitHub' });
    expect(await edit.getAttribute('href')).toBe(`${site.sandbox.url}/octocat/blog/issues/1`);
    await context.close();
  });
});

describe('an author whose', () => {
  it('text is open in two tabs is told so in the one that was left', async () => {
    const { page, context } = await sitDown();
    await page.goto(`${site.url}/new`);
    await titleOf(page).fill('First tab');
    await page.getByText('Kept in this browser').waitFor();
    const other = await context.newPage();
    await other.goto(`${site.url}/new`);
    await titleOf(other).fill('Second tab');
    await page.getByText('This text is open in another tab, too.').waitFor();
    expect(await titleOf(page).inputValue()).toBe('First tab');
    await context.close();
  });

  it('permission ends meanwhile keeps the text before their eyes, and a way to sign in', async () => {
    const { page, context } = await sitDown();
    await page.goto(`${site.url}/new`);
    await titleOf(page).fill('Interrupted');
    await textOf(page).fill('Mid-sentence');
    await control(site.sandbox, 'POST', '/tokens/revoke', { login: 'octocat' });
    await page.getByRole('button', { name: 'Publish' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'signed out' });
    const signIn = alert.getByRole('link', { name: 'Sign in' });
    expect(await signIn.getAttribute('href')).toBe('/api/auth/sign-in?return=%2Fnew');
    expect(await textOf(page).inputValue()).toBe('Mid-sentence');
    await signInBrowser(site, context, 'author');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.waitForURL(/\/post\/\d+\/interrupted$/);
    await context.close();
  });
});
