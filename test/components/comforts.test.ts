/** The comforts in a real browser, on pages that React never touches. */
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { bundleComforts, renderViews, type ServedViews, serveViews } from './rendered-views';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let served: ServedViews;
let script: string;

beforeAll(async () => {
  script = await bundleComforts();
  served = await serveViews(await renderViews(), script);
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  served.close();
});

beforeEach(async () => {
  context = await browser.newContext({
    colorScheme: 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1300, height: 800 },
  });
  page = await context.newPage();
});

afterEach(() => context.close());

const background = () =>
  page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);

it('costs at most 3 KB', () => {
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(3 * 1024);
});

describe('the theme', () => {
  it('is kept for the next page, from before the first paint', async () => {
    await page.goto(served.urlOf('home'));
    await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
    expect(await background()).toBe('dark');
    await page.route('**/comforts.js', (route) => route.abort());
    await page.goto(served.urlOf('post'));
    expect(await background()).toBe('dark');
  });

  it('goes back to the system’s', async () => {
    await page.goto(served.urlOf('home'));
    await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
    await page.getByRole('radio', { name: 'As the system' }).check({ force: true });
    expect(await background()).toBe('light');
    await page.reload();
    expect(await background()).toBe('light');
  });

  it('changes without any script', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'dark' });
    const visit = await plain.newPage();
    await visit.goto(served.urlOf('home'));
    await visit.getByRole('radio', { name: 'Light' }).check({ force: true });
    const image = await visit.screenshot({ clip: { x: 2, y: 2, width: 1, height: 1 } });
    await visit.getByRole('radio', { name: 'Dark' }).check({ force: true });
    const dark = await visit.screenshot({ clip: { x: 2, y: 2, width: 1, height: 1 } });
    expect(image.equals(dark)).toBe(false);
    await plain.close();
  });

  it('is changed by a key', async () => {
    await page.goto(served.urlOf('home'));
    await page.keyboard.press('t');
    await page.keyboard.press('t');
    expect(await page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
  });
});

describe('keys', () => {
  it('shows the shortcuts on ? and closes them on Escape', async () => {
    await page.goto(served.urlOf('post'));
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(await dialog.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
  });

  it.each([
    ['/', '/search'],
    ['h', '/'],
    ['n', '/post/13/y'],
    ['p', '/post/11/x'],
  ])('%s leads to %s', async (key, path) => {
    await page.goto(served.urlOf('post'));
    await Promise.all([page.waitForURL((url) => url.pathname === path), page.keyboard.press(key)]);
    expect(new URL(page.url()).pathname).toBe(path);
  });

  it('leaves the keys to who is typing', async () => {
    await page.goto(served.urlOf('search'));
    await page.getByRole('searchbox').fill('');
    await page.keyboard.type('t?n');
    expect(await page.getByRole('searchbox').inputValue()).toBe('t?n');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
  });
});

describe('reading', () => {
  it('marks the section being read', async () => {
    await page.goto(served.urlOf('post'));
    const current = page.locator('[data-contents] [aria-current]');
    expect(await current.count()).toBe(0);
    await page.locator('#post-12-s1').evaluate((heading) => heading.scrollIntoView());
    await current.waitFor();
    expect(await current.textContent()).toBe('The label is the button');
  });

  it('offers to go on where the reader was, and not on a first visit', async () => {
    await page.goto(served.urlOf('post'));
    const button = page.getByRole('button', { name: 'Continue where you were' });
    expect(await button.isVisible()).toBe(false);
    await page.locator('#post-12-s1').evaluate((heading) => heading.scrollIntoView());
    await page.goto(served.urlOf('home'));
    await page.goto(served.urlOf('post'));
    await button.click();
    await page.waitForFunction(() => scrollY > 300);
    expect(await button.isVisible()).toBe(false);
    const top = await page
      .locator('#post-12-s1')
      .evaluate((heading) => heading.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(800);
  });

  it('quotes what is selected', async () => {
    await page.goto(served.urlOf('post'));
    await page.locator('#article h2').first().click({ clickCount: 3 });
    await page.getByRole('button', { name: 'Quote' }).click();
    await page.waitForFunction(() => scrollY > 300);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '> What an issue already is\n\n',
    );
  });

  it('hands the quotation to a comment form that wants it', async () => {
    await page.goto(served.urlOf('post'));
    await page.evaluate(() => {
      document.querySelector('#discussion')?.addEventListener('quote', (event) => {
        event.preventDefault();
        if (event instanceof CustomEvent) document.title = event.detail;
      });
    });
    await page.locator('#article h2').first().click({ clickCount: 3 });
    await page.getByRole('button', { name: 'Quote' }).click();
    await page.waitForFunction(() => document.title.startsWith('>'));
    expect(await page.title()).toBe('> What an issue already is');
  });

  it('copies the canonical address where there is no dialog for sharing', async () => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }));
    await page.goto(served.urlOf('post'));
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByText('Link copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'https://blog.example.com/post/12/a-blog-that-is-a-pile-of-issues',
    );
  });

  it('fetches a page of the blog on intent, and nothing else', async () => {
    await page.goto(served.urlOf('home'));
    await page.getByRole('link', { name: 'Feed', exact: true }).hover();
    await page.getByRole('link', { name: 'Small caps, large margins' }).hover();
    const hint = page.locator('link[rel="prefetch"]');
    await hint.waitFor({ state: 'attached' });
    expect(
      await hint.evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual([expect.stringContaining('/post/10/1')]);
  });
});
