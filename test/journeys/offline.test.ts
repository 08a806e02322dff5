import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { asAuthor } from '../support/github';
import { openReader } from '../support/reader';
import { startTestSite, type TestSite, until } from '../support/site';

describe('without a network', () => {
  let site: TestSite;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchBrowser()]);
    const number = await asAuthor(site.sandbox).createIssue({
      title: 'Read on a train',
      body: 'Text.',
      labels: ['Publish'],
    });
    address = `${site.url}/post/${number}`;
    await until(async () => (await fetch(address)).ok);
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it('a reader sees a page of the blog, once they have done something there, and no old post', async () => {
    const reader = await openReader(browser);
    const { page } = reader;
    await page.goto(address);
    await page.mouse.wheel(0, 500);
    await page.waitForTimeout(500);
    const registered = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    // Who only reads is sent nothing for it.
    expect(await registered()).toBe(0);
    await page.locator('article').first().click();
    await until(async () => (await registered()) === 1);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    // The first page that it looks after.
    await page.goto(address);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Read on a train');

    await page.context().setOffline(true);
    await page.goto(address);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You are offline');
    expect(await page.content()).not.toContain('Read on a train');
    const background = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const offline = await background();

    await page.context().setOffline(false);
    await page.goto(address);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Read on a train');
    // In the blog's own colours.
    expect(offline).toBe(await background());
    expect(offline).not.toBe('rgba(0, 0, 0, 0)');
    await reader.close();
  });
});
