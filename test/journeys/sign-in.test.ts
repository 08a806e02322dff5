/** Signing in from a post and out again, in a browser, by mouse and by keyboard. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { asAuthor, control } from '../support/github';
import { longPost } from '../support/long-post';
import { frameworkOf, openReader } from '../support/reader';
import { signInBrowser } from '../support/sign-in';
import { startTestSite, type TestSite, until } from '../support/site';
import { violationsOn } from '../support/violations';

let site: TestSite;
let browser: Browser;
let path: string;

beforeAll(async () => {
  [site, browser] = await Promise.all([startTestSite(), launchBrowser()]);
  const number = await asAuthor(site.sandbox).createIssue({ ...longPost(), labels: ['Publish'] });
  await until(async () => (await fetch(`${site.url}/post/${number}`)).ok);
  path = new URL((await fetch(`${site.url}/post/${number}`)).url).pathname;
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

const account = (page: Page) => page.locator('header summary');
const signInLink = (page: Page) => page.locator('header').getByRole('link', { name: 'Sign in' });

/** What stands at the top of the window, and where. */
function inView(page: Page): Promise<{ text: string; top: number }> {
  return page.evaluate(() => {
    const blocks = [...(document.querySelector('[data-article]')?.children ?? [])];
    const block = blocks.find((element) => element.getBoundingClientRect().bottom > 0);
    const top = Math.round(block?.getBoundingClientRect().top ?? Number.NaN);
    return { text: block?.textContent?.slice(0, 40) ?? '', top };
  });
}

/** Waits until what runs beside the framework has come. */
async function open(page: Page, address: string): Promise<void> {
  const isListening = page.waitForRequest((request) => request.url().includes('/api/live'));
  await page.goto(`${site.url}${address}`);
  await isListening;
}

it('leads from a place in a post through GitHub and back to that place', async () => {
  const reader = await openReader(browser, { viewport: { width: 1000, height: 700 } });
  const { page, complaints } = reader;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page, `${path}?from=feed#article`);
  expect(asked).not.toContain('/api/session');
  await page.evaluate(() => scrollTo({ top: 1_234, behavior: 'instant' }));
  await page.waitForTimeout(500);
  const before = await inView(page);
  // The header is out of sight there; a link in the discussion does the same.
  await signInLink(page).evaluate((link: HTMLElement) => link.click());
  await page.getByLabel('Continue as').selectOption('hubot');
  await page.getByRole('button', { name: /Authorize/ }).click();
  await account(page).waitFor();
  const { pathname, search, hash } = new URL(page.url());
  expect(pathname + search + hash).toBe(`${path}?from=feed#article`);
  await expect.poll(() => inView(page)).toEqual(before);
  expect(await signInLink(page).count()).toBe(0);
  expect(frameworkOf(reader)).toEqual([]);
  expect(asked).not.toContain('/api/session');
  expect(complaints).toEqual([]);
  await reader.close();
});

it('shows a menu that the keyboard and a screen reader can use', async () => {
  const reader = await openReader(browser, { viewport: { width: 320, height: 640 } });
  const { page } = reader;
  await signInBrowser(site, page.context(), 'reader');
  await open(page, path);
  const menu = account(page);
  await menu.waitFor();
  expect(await menu.getAttribute('aria-label')).toMatch(/^Signed in as /);
  expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(false);
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  const box = await page.getByRole('button', { name: 'Sign out' }).boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true);
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toMatch(/hubot/i);
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe('New post');
  await page.keyboard.press('Escape');
  expect(await menu.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(false);
  await page.keyboard.press('Enter');
  await page.locator('h1').click();
  expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(false);
  await reader.close();
});

it('signs out on the page, and the other tab sees it', async () => {
  const reader = await openReader(browser, { viewport: { width: 1000, height: 700 } });
  const { page } = reader;
  await signInBrowser(site, page.context(), 'reader');
  const other = await page.context().newPage();
  await open(other, '/');
  await account(other).waitFor();
  await open(page, `${path}#article`);
  await account(page).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signInLink(page).waitFor();
  expect(new URL(page.url()).pathname).toBe(path);
  expect(await account(page).isVisible()).toBe(false);
  const cookies = await page.context().cookies();
  expect(cookies.filter(({ name }) => /session|viewer/.test(name))).toEqual([]);
  await other.evaluate(() => dispatchEvent(new Event('visibilitychange')));
  await signInLink(other).waitFor();
  await reader.close();
});

it('keeps two tabs signed in that find their tokens ended at once, until these are revoked', async () => {
  const reader = await openReader(browser);
  const { page } = reader;
  await signInBrowser(site, page.context(), 'reader');
  const other = await page.context().newPage();
  await Promise.all([open(page, path), open(other, '/')]);
  const ask = (tab: Page, attempt: number) =>
    tab.evaluate(async (number) => {
      const headers = { 'x-session-attempt': String(number) };
      return (await fetch('/api/session', { headers })).json();
    }, attempt);
  site.sandbox.store.clock.advance(9 * 3_600_000);
  const signedIn = { canSignIn: true, viewer: expect.objectContaining({ login: 'hubot' }) };
  expect(await Promise.all([ask(page, 1), ask(other, 1)])).toEqual([signedIn, signedIn]);
  expect(await Promise.all([ask(page, 1), ask(other, 1)])).toEqual([signedIn, signedIn]);
  await control(site.sandbox, 'POST', '/tokens/revoke', { login: 'hubot' });
  site.sandbox.store.clock.offset = 0;
  const refused = await page.evaluate(async () => {
    const headers = { 'x-session-attempt': '2' };
    const response = await fetch('/api/writing', { headers });
    return [response.status, (await response.json()).error.code];
  });
  expect(refused).toEqual([401, 'signed-out']);
  await other.evaluate(() => dispatchEvent(new Event('visibilitychange')));
  await signInLink(other).waitFor();
  await reader.close();
});

it('says a word to whoever chose not to sign in', async () => {
  const reader = await openReader(browser);
  const { page } = reader;
  await open(page, path);
  await signInLink(page).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('status').filter({ hasText: 'You chose not to sign in.' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(path);
  await open(page, path);
  expect(await page.getByText('You chose not to sign in.').count()).toBe(0);
  await reader.close();
});

it('works without scripts', async () => {
  const reader = await openReader(browser, { javaScriptEnabled: false });
  const { page } = reader;
  await page.goto(`${site.url}${path}`);
  await signInLink(page).click();
  await page.getByRole('button', { name: /Authorize/ }).click();
  expect(new URL(page.url()).pathname).toBe(path);
  const names = (await page.context().cookies()).map(({ name }) => name);
  expect(names).toContain('issuepress-session');
  await reader.close();
});

it('explains a sign-in that did not work, with ways on', async () => {
  const reader = await openReader(browser);
  const { page } = reader;
  await open(page, path);
  await signInLink(page).click();
  await page.getByRole('button', { name: /Authorize/ }).waitFor();
  await control(site.sandbox, 'POST', '/faults', { api: { mode: 'down' } });
  await page.getByRole('button', { name: /Authorize/ }).click();
  await page.getByRole('heading', { name: 'Signing in did not work' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await control(site.sandbox, 'POST', '/faults', { api: { mode: 'ok' } });
  await page.getByRole('main').getByRole('link', { name: 'Try again' }).click();
  await page.getByRole('button', { name: /Authorize/ }).click();
  await account(page).waitFor();
  expect(new URL(page.url()).pathname).toBe(path);
  await reader.close();
});

it('in Arabic opens the menu within the page', async () => {
  const arabic = await startTestSite({ env: { SITE_LANGUAGE: 'ar' } });
  const reader = await openReader(browser, { viewport: { width: 320, height: 640 } });
  const { page } = reader;
  await signInBrowser(arabic, page.context(), 'author');
  await page.goto(arabic.url);
  await account(page).click();
  const box = await page.locator('header form button').boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true);
  expect(await violationsOn(page)).toEqual([]);
  await reader.close();
  await arabic.close();
});
