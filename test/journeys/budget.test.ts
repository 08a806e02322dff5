/** What a page costs its reader, counted in a browser. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { asAuthor, asReader } from '../support/github';
import { longPost } from '../support/long-post';
import { frameworkOf, openReader } from '../support/reader';
import { signInBrowser } from '../support/sign-in';
import { startTestSite, type TestSite, until } from '../support/site';

const KB = 1024;

let site: TestSite;
let browser: Browser;
let path: string;
let number: number;

beforeAll(async () => {
  [site, browser] = await Promise.all([startTestSite(), launchBrowser()]);
  const author = asAuthor(site.sandbox);
  number = await author.createIssue({ ...longPost(), labels: ['Publish'] });
  for (let count = 0; count < 5; count += 1) {
    await asReader(site.sandbox).comment(number, `Comment ${count}, with \`code\` in it.`);
  }
  await until(async () =>
    (await (await fetch(`${site.url}/post/${number}`)).text()).includes('Comment 4,'),
  );
  path = new URL((await fetch(`${site.url}/post/${number}`)).url).pathname;
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

interface Cost {
  script: number;
  stylesheet: number;
  font: number;
  document: number;
  /** Without images and the stream of changes. */
  requests: number;
}

/** Counts bytes as they came over the wire, compressed. */
async function countBytes(page: Page): Promise<() => Cost> {
  const cost: Cost = { script: 0, stylesheet: 0, font: 0, document: 0, requests: 0 };
  const session = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ requestId, type }) => {
    kinds.set(requestId, type?.toLowerCase() ?? '');
    if (!/^(?:image|eventsource)$/i.test(type ?? '')) cost.requests += 1;
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind === 'script' || kind === 'stylesheet' || kind === 'font' || kind === 'document') {
      cost[kind] += encodedDataLength;
    }
  });
  return () => cost;
}

/** Slowly, so that everything that waits for it to come near does. */
async function readToTheEnd(page: Page): Promise<void> {
  const end = await page.evaluate(() => {
    const article = document.querySelector('#article');
    return (article?.getBoundingClientRect().bottom ?? 0) + scrollY - innerHeight;
  });
  for (let y = 0; y < end; y += 1_500) {
    await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
    await page.waitForTimeout(30);
  }
  await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), end);
  await page.waitForTimeout(500);
}

it('costs a reader who reads to the end of a long post hardly more than its text', async () => {
  const reader = await openReader(browser);
  const { page } = reader;
  const cost = await countBytes(page);
  const isListening = page.waitForRequest((request) => request.url().includes('/api/live'));
  await page.goto(`${site.url}${path}`);
  await isListening;
  await readToTheEnd(page);
  const inline = await page.evaluate(() =>
    [...document.querySelectorAll('script:not([src], [type])')].map((s) => s.textContent).join(''),
  );
  const { gzipSync } = await import('node:zlib');
  expect(frameworkOf(reader)).toEqual([]);
  expect(cost().script + gzipSync(inline).length).toBeLessThanOrEqual(5 * KB);
  expect(cost().stylesheet).toBeLessThanOrEqual(12 * KB);
  expect(cost().font).toBeLessThanOrEqual(60 * KB);
  expect(cost().requests).toBeLessThanOrEqual(12);
  expect(cost().font).toBeGreaterThan(0);
  await reader.close();
});

it('costs 135 KB of scripts at most once the framework is needed', async () => {
  const reader = await openReader(browser);
  const { page } = reader;
  const cost = await countBytes(page);
  const isListening = page.waitForRequest((request) => request.url().includes('/api/live'));
  await page.goto(`${site.url}${path}`);
  await isListening;
  await asReader(site.sandbox).comment(number, 'A live comment.');
  await page.getByText('A live comment.').waitFor({ state: 'attached' });
  expect(frameworkOf(reader)).not.toEqual([]);
  expect(cost().script).toBeLessThanOrEqual(135 * KB);
  await reader.close();
});

it('has the site’s one style sheet, wherever a reader is', async () => {
  const addresses = ['/', path, '/archive', '/tags', '/search?q=a', '/author/octocat', '/nowhere'];
  const sheets = await Promise.all(
    addresses.map(async (address) => {
      const html = await (await fetch(`${site.url}${address}`)).text();
      return [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href);
    }),
  );
  expect(new Set(sheets.map((found) => found.join(' '))).size).toBe(1);
  expect(sheets[0]).toHaveLength(1);
});

it('costs who is signed in 2 KB more while they read, and no request to the server', async () => {
  const reader = await openReader(browser);
  const { page } = reader;
  await signInBrowser(site, page.context(), 'reader');
  const cost = await countBytes(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.url}${path}`);
  await page.locator('header summary').waitFor();
  await page.waitForTimeout(500);
  expect(frameworkOf(reader)).toEqual([]);
  expect(cost().script).toBeLessThanOrEqual(7 * KB);
  expect(asked.filter((address) => address.startsWith('/api/'))).toEqual(['/api/live']);
  await reader.close();
});

it('reads completely without scripts', async () => {
  const reader = await openReader(browser, { javaScriptEnabled: false });
  await reader.page.goto(`${site.url}${path}`);
  const text = await reader.page.locator('main').textContent();
  for (const word of ['Comment 0,', 'Comment 4,', 'The last line of the long post.']) {
    expect(text).toContain(word);
  }
  await reader.page.getByRole('link', { name: 'Archive' }).first().click();
  await reader.close();
});
