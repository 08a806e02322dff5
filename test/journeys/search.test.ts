import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { control } from '../support/github';
import { startTestSite, type TestSite } from '../support/site';

describe('searching as you type', () => {
  let site: TestSite;
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];

  beforeAll(async () => {
    site = await startTestSite();
    await control(site.sandbox, 'POST', '/issues', {
      issues: [
        { title: 'Deploying unikernels', body: 'A *kernel* of one program.', labels: ['Publish'] },
        { title: '用议题写博客', body: '从提交到发布只需一秒钟。', labels: ['Publish', 'emacs'] },
        { title: 'Second thoughts', body: 'On kernels and other seeds.', labels: ['Publish'] },
      ],
    });
    await site.restart();
    browser = await launchBrowser();
    page = await browser.newPage();
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${site.url}/archive`, { waitUntil: 'networkidle' });
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const box = () => page.getByRole('dialog');
  const field = () => box().getByRole('combobox');
  const options = () => box().getByRole('option');

  it('loads nothing before somebody searches', () => {
    expect(asked).not.toContain('/search.json');
    expect(asked.some((path) => path.includes('search-box'))).toBe(false);
  });

  it('opens by a key, finds misspelt words and marks what it found', async () => {
    await page.keyboard.press('/');
    await field().fill('unikernals');
    await options().first().waitFor();
    expect(await options().first().locator('mark').first().textContent()).toBe('unikernels');
    expect(asked.filter((path) => path === '/search.json')).toHaveLength(1);
  });

  it('finds Chinese inside a sentence, and tags', async () => {
    await field().fill('发布');
    await box().getByText('用议题写博客').waitFor();
    expect(await options().locator('mark').allTextContents()).toContain('发布');
    await field().fill('emacs');
    await box().locator('mark', { hasText: 'emacs' }).waitFor();
  });

  it('says when it finds nothing, and survives any sign', async () => {
    for (const query of ['zzxqvw', '.*+?^$(', '\\', '"']) {
      await field().fill(query);
      await page.waitForFunction(() => document.querySelectorAll('[role="option"]').length === 0);
    }
    await field().fill('zzxqvw');
    await box().getByText('zzxqvw').waitFor();
  });

  it('closes by Escape, opens by ⌘K, and goes by arrows and Enter', async () => {
    await page.keyboard.press('Escape');
    await box().waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+k');
    await field().fill('kernel');
    await page.waitForFunction(() => document.querySelectorAll('[role="option"]').length === 2);
    const second = await options()
      .nth(1)
      .getByRole('link', { includeHidden: true })
      .getAttribute('href');
    await page.keyboard.press('ArrowDown');
    expect(await options().nth(1).getAttribute('aria-selected')).toBe('true');
    await Promise.all([page.waitForURL(`**${second}`), page.keyboard.press('Enter')]);
  });

  it('leads to the search page where scripts do not run', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(site.url);
    await plain
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Search' })
      .click();
    await plain.getByRole('searchbox').fill('kernels');
    await plain.keyboard.press('Enter');
    await plain.waitForURL('**/search?q=kernels');
    expect(await plain.locator('main mark').first().textContent()).toMatch(/kernels/i);
    await context.close();
  });
});
