/** The worst that an author may publish, on a small phone and on a wide screen. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { control } from '../support/github';
import { openReader } from '../support/reader';
import { startTestSite, type TestSite, until } from '../support/site';

const COLUMNS = Array.from({ length: 30 }, (_, column) => `column${column}`);
const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

const AWFUL = [
  '![A very long picture](https://pictures.example/long.svg)',
  `${row(COLUMNS)}\n${row(COLUMNS.map(() => '---'))}\n${row(COLUMNS)}`,
  `\`\`\`js\n${'const x = 1; '.repeat(400).slice(0, 5_000)}\n\`\`\``,
  'English with نص من اليمين and back again.',
  'A line.\n\n'.repeat(10_000),
].join('\n\n');

const BODY = AWFUL.slice(0, 65_536);

const POSTS = [
  {
    title: 'x'.repeat(256),
    body: BODY,
    labels: ['Publish', ...Array.from({ length: 40 }, (_, count) => `a tag ${count}`)],
  },
  { title: '🎉', body: '🎉', labels: ['Publish'] },
  {
    title: 'Much talked about',
    body: 'Say something.',
    labels: ['Publish'],
    comments: Array.from({ length: 500 }, (_, count) => ({
      author: count % 2 ? 'hubot' : 'octocat',
      body: `Remark ${count}.`,
      createdAt: new Date(Date.UTC(2026, 0, 1) + count * 60_000).toISOString(),
    })),
  },
];

const LONG_PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8000" height="20"><rect width="8000" height="20"/></svg>';

describe('bad input', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchBrowser()]);
    // Without a delivery for each of the comments, which the server would carry out before it ends.
    await control(site.sandbox, 'POST', '/issues', { issues: POSTS });
    await site.restart();
    await until(async () => (await fetch(`${site.url}/post/3`)).ok, 60_000);
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** Pixels by which a page is wider than the window. */
  const excess = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

  it.each([320, 1440])('fits a window of %d pixels', async (width) => {
    const reader = await openReader(browser, { viewport: { width, height: 700 } });
    const { page } = reader;
    await page.route('https://pictures.example/**', (route) =>
      route.fulfill({ contentType: 'image/svg+xml', body: LONG_PICTURE }),
    );
    for (const path of ['/', '/post/1', '/post/2', '/post/3', '/archive', '/tags']) {
      await page.goto(`${site.url}${path}`);
      expect(await excess(page), path).toBe(0);
    }
    await page.goto(`${site.url}/post/1`);
    const picture = page.locator('#article img');
    await picture.scrollIntoViewIfNeeded();
    expect(await picture.evaluate((image) => image.clientWidth)).toBeLessThan(width);
    for (const kind of ['table', 'pre']) {
      const isScrolled = await page.locator(`#article ${kind}`).evaluate((box) => {
        box.scrollLeft = 200;
        return box.scrollLeft > 0 && box.scrollWidth > box.clientWidth;
      });
      expect(isScrolled, `the ${kind} scrolls by itself`).toBe(true);
    }
    expect(await page.locator('#article > p').count()).toBeGreaterThan(5_000);
    expect(reader.complaints).toEqual([]);
    await reader.close();
  });

  it('shows all of 500 comments, and one alone', async () => {
    const html = await (await fetch(`${site.url}/post/3`)).text();
    for (const count of [0, 99, 100, 499]) expect(html).toContain(`Remark ${count}.`);
    const [, last = ''] = [...html.matchAll(/href="(\/post\/3\/comment\/\d+)"/g)].at(-1) ?? [];
    expect(await (await fetch(`${site.url}${last}`)).text()).toContain('Remark 499.');
  });

  it('is a page of one emoji', async () => {
    const html = await (await fetch(`${site.url}/post/2`)).text();
    expect(html).toMatch(/<h1[^>]*>🎉<\/h1>/u);
    expect(html).toContain('<p dir="auto">🎉</p>');
  });

  it('reads without fonts and without images', async () => {
    const reader = await openReader(browser);
    const { page } = reader;
    await page.route(/\.(?:woff2|svg|png)|avatars|pictures/, (route) => route.abort());
    await page.goto(`${site.url}/post/1`);
    expect(await excess(page)).toBe(0);
    expect(await page.locator('#article').textContent()).toContain('and back again.');
    const search = page.getByRole('navigation', { name: 'Main' }).getByText('Search');
    expect(await search.isVisible()).toBe(true);
    const letters = page.locator('[data-initial]').first();
    expect(await letters.evaluate((image) => image.parentElement?.textContent)).toBe('T');
    await reader.close();
  });
});
