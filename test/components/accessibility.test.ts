/** Every view in a real browser: axe in both themes and both directions, width, policy. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { violationsOn } from '../support/violations';
import type { PageName } from './pages';
import { type RenderedViews, renderViews, type ServedViews, serveViews } from './rendered-views';

const NAMES: PageName[] = [
  'home',
  'home-2',
  'post',
  'comment',
  'list',
  'archive',
  'search',
  'not-found',
  'server',
  'unconfigured',
  'empty',
  'setup-repository',
  'setup-connect',
  'setup-door',
  'setup-checks',
  'setup-created',
  'setup-failed',
  'worst-post',
  'worst-home',
  'emoji',
];

let views: RenderedViews;
let served: ServedViews;
let browser: Browser;

beforeAll(async () => {
  views = await renderViews();
  served = await serveViews(views);
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  served.close();
});

it('looks at every view', () => {
  expect([...views.pageNames].sort()).toEqual([...NAMES].sort());
});

describe.each(['light', 'dark'] as const)('axe, %s', (colorScheme) => {
  it('finds nothing on any view, in English and in Arabic', async () => {
    const page = await browser.newPage({ colorScheme, bypassCSP: true });
    const found: string[] = [];
    for (const name of NAMES) {
      for (const language of colorScheme === 'light' ? ['en', 'ar'] : ['en']) {
        await page.goto(served.urlOf(name, language));
        const violations = await violationsOn(page);
        found.push(...violations.map((violation) => `${name} (${language}) ${violation}`));
      }
    }
    await page.close();
    expect(found).toEqual([]);
  }, 120_000);
});

it('leads the keyboard past the header, and shows where it is', async () => {
  const page = await browser.newPage();
  await page.goto(served.urlOf('post'));
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
  expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const focused = page.locator(':focus');
  expect(await focused.textContent()).toBe('edited Mar 15, 2026');
  expect(await focused.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
  await page.close();
});

// 640 pixels is what a window of 1280 has at a zoom of 200 %.
it.each([320, 640, 1440])('no view scrolls sideways at %d pixels', async (width) => {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const tooWide: string[] = [];
  for (const name of NAMES) {
    for (const language of width === 320 ? ['en', 'ar'] : ['en']) {
      await page.goto(served.urlOf(name, language));
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (excess > 0) tooWide.push(`${name} (${language}): ${excess}`);
    }
  }
  await page.close();
  expect(tooWide).toEqual([]);
});

it('breaks no rule of a policy without inline styles', async () => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  for (const name of NAMES) await page.goto(served.urlOf(name));
  await page.close();
  expect(complaints.filter((text) => /policy/i.test(text))).toEqual([]);
});
