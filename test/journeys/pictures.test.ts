/** Pictures of GitHub's, from the issue to the reader's window. */
import { parseHTML } from 'linkedom';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originalAddress } from '../../lib/images/optimized';
import { launchBrowser } from '../browser';
import { asAuthor, asReader } from '../support/github';
import { openReader } from '../support/reader';
import { startTestSite, type TestSite, until } from '../support/site';

const BODY = `![Hills](images/cove-light.png)

What stands below the picture.

![A pendulum](images/pendulum.gif)

![Elsewhere](https://example.org/elsewhere.png)

![Signed](https://private-user-images.githubusercontent.com/1/2-0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0.png?jwt=expired)`;

/** Until the reader sees something: what is laid out before the stylesheet is there, nobody sees. */
async function painted(page: Page): Promise<void> {
  await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0,
  );
}

describe('pictures', () => {
  let site: TestSite;
  let browser: Browser;
  let number: number;
  let images: HTMLImageElement[];

  beforeAll(async () => {
    [site, browser] = await Promise.all([startTestSite({ seed: true }), launchBrowser()]);
    number = await asAuthor(site.sandbox).createIssue({
      title: 'Pictures',
      body: BODY,
      labels: ['Publish'],
    });
    await asReader(site.sandbox).comment(number, 'Mine: ![Dark](images/cove-dark.png)');
    await until(async () => {
      const html = await (await fetch(`${site.url}/post/${number}`)).text();
      images = [...parseHTML(html).document.querySelectorAll('img')];
      return images.length > 6;
    });
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const named = (alt: string) => images.find((image) => image.alt === alt);
  const avatars = () => images.filter((image) => image.className.includes('u-photo'));
  const optimize = (address: string, width = 640) =>
    fetch(`${site.url}/_next/image?url=${encodeURIComponent(address)}&w=${width}&q=75`, {
      redirect: 'manual',
    });

  it('and avatars of GitHub’s come from the site, in the size they are shown in', async () => {
    expect(avatars().length).toBeGreaterThan(1);
    const shown = [named('Hills'), named('Dark'), ...avatars()];
    for (const image of shown) {
      const address = image?.getAttribute('src') ?? '';
      expect(address).toMatch(/^\/_next\/image\?/);
      expect(originalAddress(address)).toContain(site.sandbox.url);
      const response = await fetch(`${site.url}${address}`, { headers: { accept: 'image/webp' } });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('image/webp');
      expect(response.headers.get('content-security-policy')).toContain("script-src 'none'");
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect(named('Hills')?.getAttribute('srcset')).toContain('640w');
  });

  it('have room kept, also those that the optimizer would not make smaller', () => {
    for (const image of [named('Hills'), named('Dark'), named('A pendulum')]) {
      expect(Number(image?.getAttribute('width'))).toBeGreaterThan(10);
      expect(Number(image?.getAttribute('height'))).toBeGreaterThan(10);
    }
    expect(named('A pendulum')?.getAttribute('src')).toContain('/raw/HEAD/images/pendulum.gif');
  });

  it('of others stay where they are', () => {
    expect(named('Elsewhere')?.getAttribute('src')).toBe('https://example.org/elsewhere.png');
    expect(named('Elsewhere')?.hasAttribute('srcset')).toBe(false);
  });

  it('with an address that expires are shown by the one that lasts', () => {
    expect(named('Signed')?.getAttribute('src')).toBe(
      `${site.sandbox.url}/user-attachments/assets/0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0`,
    );
  });

  it('are in feeds where they were written', async () => {
    for (const path of ['/feed.json', `/post/${number}/feed.rss`]) {
      const feed = await (await fetch(`${site.url}${path}`)).text();
      expect(feed).toMatch(/\/raw\/HEAD\/images\/cove-(?:light|dark)\.png/);
      expect(feed).not.toContain('/_next/image');
    }
  });

  it.each([
    'https://example.org/a.png',
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:1/avatars/u/1',
    '//example.org/a.png',
    '/api/health',
    'https://github.com@example.org/octocat.png',
    'data:image/png;base64,AAAA',
  ])('at %s are fetched for nobody', async (address) => {
    const response = await optimize(address);
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  it('come in a few sizes and no others', async () => {
    const address = `${site.sandbox.url}/octocat/blog/raw/HEAD/images/cove-light.png`;
    expect((await optimize(address)).status).toBe(200);
    expect((await optimize(address, 641)).status).toBe(400);
  });

  it('do not move the text when they arrive', async () => {
    const { page, complaints, close } = await openReader(browser);
    let arrive = () => {};
    const late = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route('**/_next/image*', async (route) => {
      await late;
      await route.continue();
    });
    await page.goto(`${site.url}/post/${number}`, { waitUntil: 'domcontentloaded' });
    const below = page.getByText('What stands below the picture.');
    await below.waitFor();
    await painted(page);
    const before = await below.boundingBox();
    arrive();
    await page.waitForFunction(() => {
      const image = document.querySelector<HTMLImageElement>('img[alt="Hills"]');
      return image?.complete && image.naturalWidth > 0;
    });
    expect((await below.boundingBox())?.y).toBe(before?.y);
    expect(complaints).toEqual([]);
    await close();
  });
});
