/** Every kind of page of the demo's blog, as a browser gets it from the production build. */
import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { openReader } from '../support/reader';
import { startTestSite, type TestSite } from '../support/site';
import { violationsOn } from '../support/violations';

/** Pages nobody links to. */
const UNLINKED = ['/post/999', '/no-such-page', '/search?q=emacs', '/setup', '/new'];

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

describe.each([
  { language: 'en', themes: ['light', 'dark'] as const },
  { language: 'ar', themes: ['light'] as const },
])('every page, in $language', ({ language, themes }) => {
  let site: TestSite;
  /** One of each kind, and all posts. */
  let paths: string[];

  beforeAll(async () => {
    site = await startTestSite({ seed: true, env: { SITE_LANGUAGE: language } });
    paths = await crawl(site.url);
  });

  afterAll(() => site.close());

  it('is of more than one kind', () => {
    expect(paths.filter((path) => path.startsWith('/post/')).length).toBeGreaterThan(10);
    expect(paths.length).toBeGreaterThan(16);
  });

  it('is valid HTML, without a style of its own', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:standard'],
    });
    const found: string[] = [];
    for (const path of paths) {
      const html = await (await fetch(`${site.url}${path}`)).text();
      if (/<[^>]+\sstyle=/.test(html)) found.push(`${path} has a style attribute`);
      const report = await validator.validateString(html);
      for (const { ruleId, message, selector } of report.results.flatMap((r) => r.messages)) {
        found.push(`${path} ${ruleId}: ${message} at ${selector}`);
      }
    }
    expect(found).toEqual([]);
  });

  it.each(themes)('pleases axe and the policy, and fits a small phone, %s', async (colorScheme) => {
    const viewport = { width: 320, height: 640 };
    const reader = await openReader(browser, { colorScheme, viewport, reducedMotion: 'reduce' });
    const { page, complaints } = reader;
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(`${site.url}${path}`);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) found.push(`${path} is ${wide} px too wide`);
      for (const violation of await violationsOn(page)) found.push(`${path} ${violation}`);
      for (const complaint of complaints.splice(0)) found.push(`${path} ${complaint}`);
    }
    await reader.close();
    expect(found).toEqual([]);
  });
});

/** Follows every link, but keeps two pages of each kind, and all posts. */
async function crawl(site: string): Promise<string[]> {
  const seen = new Set(['/', ...UNLINKED]);
  const kept = new Map<string, string[]>();
  for (const path of seen) {
    const kind = path.replace(/[?].*/, '').replace(/\/[^/]*[0-9%][^/]*(?=\/|$)/g, '/*');
    const alike = kept.get(kind) ?? [];
    if (alike.length >= (kind.startsWith('/post/*') && !/comment|rev/.test(kind) ? 40 : 2))
      continue;
    const response = await fetch(`${site}${path}`);
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
    if (new URL(response.url).origin !== site) continue;
    kept.set(kind, [...alike, path]);
    const { document } = parseHTML(await response.text());
    for (const link of document.querySelectorAll('a[href^="/"]:not([type])')) {
      const href = link.getAttribute('href')?.split('#')[0];
      if (href && !href.startsWith('/api/')) seen.add(href);
    }
  }
  return [...kept.values()].flat();
}
