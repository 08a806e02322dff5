import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { type ArticleSite, startArticleSite } from './support/article-site';

let browser: Browser;
let site: ArticleSite;
let page: Page;
const complaints: string[] = [];
const outside: string[] = [];

beforeAll(async () => {
  site = await startArticleSite();
  browser = await launchBrowser();
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|violates/i.test(message.text())) complaints.push(message.text());
  });
  await page.route(
    (url) => url.origin !== site.origin,
    (route) => {
      outside.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<title>stand-in</title>' });
    },
  );
}, 60_000);

beforeEach(async () => {
  await page.goto(site.origin);
  await page.locator('.code-copy').first().waitFor({ state: 'attached' });
  outside.length = 0;
});

afterAll(async () => {
  await browser?.close();
  site?.close();
  expect(complaints).toEqual([]);
});

describe('a text with JavaScript, under the strict policy', () => {
  it('copies code without its line numbers', async () => {
    await page
      .locator('.code-block', { hasText: 'hoursToHighWater' })
      .locator('.code-copy')
      .click();
    await page.locator('.code-copy', { hasText: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^\/\*\* Hours until the next high water\. \*\/\nexport function/);
  });

  it('asks nobody for an embed until it is clicked', async () => {
    expect(outside).toEqual([]);
    await page.locator('.embed-youtube a').click();
    await page.locator('.embed-youtube iframe').waitFor();
    expect(outside[0]).toMatch(/^https:\/\/www\.youtube-nocookie\.com\/embed\/aqz-KE-bpKQ/);
  });

  it('shows an image large, and closes it with Escape', async () => {
    await page.locator('figure.image a').click();
    const large = page.locator('dialog.image-zoom');
    await large.locator('img[alt^="Hills in four greens"]').waitFor();
    expect(await large.textContent()).toContain('The cove from the path');
    await page.keyboard.press('Escape');
    await large.waitFor({ state: 'detached' });
  });

  it('keeps an animation still until it is played', async () => {
    const animated = page.locator('img[data-animated]');
    const button = page.locator('.gif-button');
    await page.getByText('An animation waits').scrollIntoViewIfNeeded();
    await button.waitFor();
    expect(await animated.isVisible()).toBe(false);
    expect(await page.getByRole('img', { name: 'A pendulum' }).first().isVisible()).toBe(true);
    await button.click();
    expect(await animated.isVisible()).toBe(true);
  });

  it('opens a note below its paragraph and closes it again', async () => {
    const reference = page.locator('[data-footnote-ref]').first();
    await reference.click();
    expect(await page.locator('.footnote-here').textContent()).toContain(
      'It opens where it is referred to',
    );
    expect(await page.locator('.footnote-here [id]').count()).toBe(0);
    await reference.click();
    expect(await page.locator('.footnote-here').count()).toBe(0);
  });

  it('draws diagrams in both themes when they come near', async () => {
    expect(await page.locator('iframe.diagram-frame').count()).toBe(0);
    await page.locator('pre[data-diagram]').first().scrollIntoViewIfNeeded();
    const frame = page.locator('iframe.diagram-frame').first();
    await expect
      .poll(async () => Number(await frame.getAttribute('height')), { timeout: 30_000 })
      .toBeGreaterThan(60);
    const box = page.frameLocator('iframe.diagram-frame').first().locator('.node rect').first();
    const light = await box.evaluate((element) => getComputedStyle(element).fill);
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark';
    });
    await expect
      .poll(() => box.evaluate((element) => getComputedStyle(element).fill))
      .not.toBe(light);
    expect(await page.locator('.diagram-source').first().textContent()).toContain('flowchart LR');
  });

  it('is not wider than a phone', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    await page.setViewportSize({ width: 1200, height: 800 });
    expect(width).toBe(390);
  });
});

describe('a text without JavaScript', () => {
  it('reads completely, and its links work', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.route(
      (url) => url.origin !== site.origin,
      (route) => route.abort(),
    );
    await plain.goto(site.origin);
    expect(await plain.locator('pre.diagram').first().textContent()).toContain('flowchart LR');
    expect(await plain.locator('.embed-youtube a').getAttribute('href')).toContain('watch?v=');
    await plain.getByRole('link', { name: 'a heading of this post' }).click();
    expect(plain.url()).toContain('#post-16-tables');
    await plain.locator('[data-footnote-ref]').first().click();
    expect(plain.url()).toContain('#post-16-fn-');
    await context.close();
  });
});
