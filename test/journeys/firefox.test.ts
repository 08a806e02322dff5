/** What only a second browser can show: the same reading, light and live, in Firefox. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasFirefox, launchFirefox } from '../firefox';
import { asAuthor, asReader, type GitHubUser } from '../support/github';
import { longPost } from '../support/long-post';
import { startTestSite, type TestSite, until } from '../support/site';

const KB = 1024;

const PARTS = Array.from(
  { length: 8 },
  (_, part) => `## Part ${part}\n\n${'Something to read. '.repeat(60)}`,
);

describe.skipIf(!hasFirefox())('in Firefox', () => {
  let site: TestSite;
  let browser: Browser;
  let stranger: GitHubUser;
  let number: number;
  /** Of a post with contents. */
  let parts: number;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchFirefox()]);
    stranger = asReader(site.sandbox);
    const author = asAuthor(site.sandbox);
    parts = await author.createIssue({
      title: 'In parts',
      body: PARTS.join('\n\n'),
      labels: ['Publish'],
    });
    number = await author.createIssue({ ...longPost(), labels: ['Publish'] });
    await until(async () => (await fetch(`${site.url}/post/${number}`)).ok);
    await until(async () => (await author.comments(number)).length === 1);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Opened, shown, and listening to the server. */
  async function open(path: string): Promise<{ page: Page; complaints: string[] }> {
    const page = await browser.newPage();
    page.setDefaultTimeout(90_000);
    await page.setViewport({ width: 390, height: 780 });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.evaluateOnNewDocument(() => {
      addEventListener('securitypolicyviolation', (event) => {
        sessionStorage.setItem('stopped', `${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    const listening = page.waitForRequest((request) => request.url().includes('/api/live?'));
    await page.goto(`${site.url}${path}`);
    await listening;
    return { page, complaints };
  }

  /** Bytes of bodies as they came, compressed, by the end of their addresses. */
  function bytes(page: Page): Promise<{ js: number; css: number; woff2: number; count: number }> {
    return page.evaluate(() => {
      const loaded = performance.getEntriesByType('resource').filter((entry) => {
        return entry instanceof PerformanceResourceTiming;
      });
      const sum = (ending: string) =>
        loaded
          .filter(({ name }) => new URL(name).pathname.endsWith(ending))
          .reduce((total, { encodedBodySize }) => total + encodedBodySize, 0);
      return { js: sum('.js'), css: sum('.css'), woff2: sum('.woff2'), count: loaded.length };
    });
  }

  it('an article is read to its end for a few bytes, and a comment appears under it', async () => {
    const { page, complaints } = await open(`/post/${number}`);
    // Once it is laid out to its end: until then the text keeps its place and `scrollY` grows.
    await page.waitForFunction(() => {
      const last = document.querySelector('[data-served=footer]');
      return last && getComputedStyle(last).contentVisibility === 'visible';
    });
    const end = await page.evaluate(() => {
      const article = document.querySelector('#article');
      return (article?.getBoundingClientRect().bottom ?? 0) - innerHeight;
    });
    for (let top = 0; top < end; top += 1_500) {
      await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
    }
    await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), end);
    const read = await bytes(page);
    expect(read.js).toBeGreaterThan(1 * KB);
    expect(read.js).toBeLessThanOrEqual(5 * KB);
    expect(read.css).toBeLessThanOrEqual(12 * KB);
    expect(read.woff2).toBeLessThanOrEqual(60 * KB);
    const place = await page.evaluate(() => scrollY);

    await stranger.comment(number, 'Seen by a fox.');
    await page.waitForFunction(() => document.body.textContent?.includes('Seen by a fox.'));
    expect(Math.abs((await page.evaluate(() => scrollY)) - place)).toBeLessThanOrEqual(2);
    expect((await bytes(page)).js).toBeLessThanOrEqual(135 * KB);
    expect(await page.evaluate(() => sessionStorage.getItem('stopped'))).toBeNull();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('colours, keys, contents and the way back work before and after React', async () => {
    const { page, complaints } = await open(`/post/${parts}`);
    await page.locator('label:has(#theme-dark)').click();
    const scheme = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    expect(await scheme()).toBe('dark');

    await page.keyboard.press('?');
    await page.waitForSelector('#shortcuts[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#shortcuts:not([open])');

    await page.locator('main details summary').click();
    await page.locator('main details li:nth-child(4) a').click();
    await page.waitForFunction(() => location.hash !== '' && scrollY > 300);
    const heading = () =>
      page.evaluate(() => {
        const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
        return Math.round(target?.getBoundingClientRect().top ?? Number.NaN);
      });
    // The way there is smooth.
    let last = Number.NaN;
    await until(async () => {
      const place = await heading();
      const isThere = place === last && Math.abs(place) < 120;
      last = place;
      return isThere;
    });

    // React takes over for the comment, and must not jump back to the hash.
    await page.evaluate(() => scrollBy({ top: 700, behavior: 'instant' }));
    const before = await heading();
    await stranger.comment(parts, 'Further down.');
    await page.waitForFunction(() => document.body.textContent?.includes('Further down.'));
    expect(Math.abs((await heading()) - before)).toBeLessThanOrEqual(2);
    expect(await scheme()).toBe('dark');

    await page.evaluate(() => document.querySelector<HTMLElement>('a[rel~="home"]')?.click());
    await page.waitForFunction(() => location.pathname === '/');
    expect(await scheme()).toBe('dark');
    await page.goBack();
    await page.waitForFunction(() => document.body.textContent?.includes('Further down.'));
    expect(complaints).toEqual([]);
    await page.close();
  });
});
