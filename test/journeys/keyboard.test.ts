/** Through the blog with nothing but a keyboard, and always seeing where one is. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { asAuthor, asReader } from '../support/github';
import { openReader, type Reader } from '../support/reader';
import { startTestSite, type TestSite, until } from '../support/site';

const PART = 'Some lines to read. '.repeat(40);
const BODY = `It began with a note.[^1]

[^1]: Which stands here.

${['Before', 'During', 'After'].map((part) => `## ${part}\n\n${PART}\n\n[Source of ${part}](https://example.org/)`).join('\n\n')}`;

/** More presses than any of these pages has places to stop at. */
const ENOUGH = 80;

describe('with the keyboard alone', () => {
  let site: TestSite;
  let browser: Browser;
  let reader: Reader;
  let page: Page;
  let path: string;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite(), launchBrowser()]);
    const author = asAuthor(site.sandbox);
    const number = await author.createIssue({
      title: 'A journey by key',
      body: BODY,
      labels: ['Publish', 'travel'],
    });
    await author.createIssue({ title: 'The one after', body: 'Later.', labels: ['Publish'] });
    await asReader(site.sandbox).comment(number, 'Well travelled.');
    await until(async () =>
      (await (await fetch(`${site.url}/post/${number}`)).text()).includes('Well travelled.'),
    );
    await until(async () => (await (await fetch(site.url)).text()).includes('The one after'));
    path = new URL((await fetch(`${site.url}/post/${number}`)).url).pathname;
    reader = await openReader(browser, {
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
    });
    page = reader.page;
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** What has the focus, and what is wrong with how it shows. */
  function focused(): Promise<{ name: string; href: string | null; wrong: string }> {
    return page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return { name: '', href: null, wrong: 'nothing' };
      // A switch's own box is hidden: its label shows the ring.
      const shown = element.closest('label') ?? element;
      const rings = [element, shown, ...shown.querySelectorAll('*')].filter((part) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(part);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
      const box = shown.getBoundingClientRect();
      const isInView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.width > 1;
      const name = (element.getAttribute('aria-label') ?? shown.textContent ?? '').trim();
      const wrong = rings.length === 0 ? 'no ring' : isInView ? '' : 'out of view';
      return { name, href: element.getAttribute('href'), wrong };
    });
  }

  type Place = Awaited<ReturnType<typeof focused>>;

  /** Goes on until it finds it. Every stop on the way has to be visible. */
  async function tabTo(isIt: (place: Place) => boolean, key = 'Tab'): Promise<Place> {
    const seen: string[] = [];
    for (let press = 0; press < ENOUGH; press += 1) {
      await page.keyboard.press(key);
      const place = await focused();
      expect(place.wrong, `the focus on “${place.name}” after ${seen.join(', ')}`).toBe('');
      if (isIt(place)) return place;
      seen.push(place.name);
    }
    throw new Error(`It is not to be reached: ${seen.join(', ')}`);
  }

  it('skips to the content, and changes the colours', async () => {
    await page.goto(site.url, { waitUntil: 'networkidle' });
    expect((await tabTo(() => true)).name).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    expect((await tabTo(() => true)).name).toContain('The one after');
    await tabTo(({ name }) => name === 'As the system', 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
      'dark',
    );
  });

  it('searches for a post and opens it', async () => {
    await tabTo(({ href }) => href === '/search', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('journey');
    await page.getByRole('option').first().waitFor();
    await Promise.all([page.waitForURL(`**${path}`), page.keyboard.press('Enter')]);
    await page.waitForLoadState('networkidle');
  });

  it('goes by the contents, opens a note, and asks for the keys', async () => {
    const entry = await tabTo(({ href, name }) => name === 'During' && href !== null);
    await page.keyboard.press('Enter');
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe(entry.href);
    await tabTo(({ name }) => name === 'Source of During');

    await tabTo(({ href }) => href?.includes('fn-1') === true, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('note').getByText('Which stands here.').waitFor();
    const note = await focused();

    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.waitFor();
    expect((await focused()).name).toBe('Close');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await focused()).toEqual(note);
    await page.keyboard.press('Enter');
    await page.getByRole('note').waitFor({ state: 'detached' });
  });

  it('reaches a comment of its own page, comes back, and goes on to the next post', async () => {
    await tabTo(({ href }) => href?.includes('/comment/') === true);
    await Promise.all([page.waitForURL('**/comment/*'), page.keyboard.press('Enter')]);
    await tabTo(({ href }) => href?.startsWith(`${path}#issuecomment-`) === true);
    await Promise.all([page.waitForURL(`**${path}#*`), page.keyboard.press('Enter')]);
    await page.waitForLoadState('networkidle');
    await tabTo(({ name }) => name.includes('The one after'), 'Shift+Tab');
    await Promise.all([page.waitForURL('**/the-one-after'), page.keyboard.press('Enter')]);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('The one after');
    expect(reader.complaints).toEqual([]);
  });
});
