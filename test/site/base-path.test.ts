/** A site that lives below a path of somebody else's address: `https://example.com/notes`. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser';
import { NEXT, withoutSettings } from '../support/build-site';
import { asAuthor } from '../support/github';
import { readPage } from '../support/page';
import { openReader } from '../support/reader';
import { startTestSite, type TestSite, until } from '../support/site';

const BASE = '/notes';
/** Beside the build of the other tests. */
const BUILD = { BASE_PATH: BASE, BUILD_DIRECTORY: '.next-notes' };

let site: TestSite;
let browser: Browser;
/** With the path. */
let blog: string;

beforeAll(async () => {
  const env = { ...withoutSettings(process.env), ...BUILD };
  const build = spawnSync(process.execPath, [NEXT, 'build'], { env, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`The build failed:\n${build.stdout}\n${build.stderr}`);
  site = await startTestSite({ seed: true, env: BUILD });
  blog = site.url + BASE;
  browser = await launchBrowser();
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(BUILD.BUILD_DIRECTORY, { recursive: true, force: true });
});

/** Every address on the same host that a page leads to or loads. */
async function addressesOn(path: string): Promise<string[]> {
  const { html } = await readPage(site.url + path);
  const { document } = parseHTML(html);
  const found = [...document.querySelectorAll('[href], [src], [action], [data-src], [data-reader]')]
    .flatMap((element) =>
      ['href', 'src', 'action', 'data-src', 'data-reader'].flatMap(
        (name) => element.getAttribute(name)?.split(' ') ?? [],
      ),
    )
    .map((address) => address.replace(site.url, '').replace(/#.*$/, ''));
  return found.filter((address) => /^\/(?!\/)/.test(address));
}

describe('a site below a path', () => {
  it('leads nowhere but below it, and every link, file and feed is there', async () => {
    const seen = new Set<string>([BASE]);
    const kinds = new Set<string>();
    const missing: string[] = [];
    for (const path of seen) {
      const response = await fetch(site.url + path, { redirect: 'manual' });
      if (response.status !== 200 && !/\/api\//.test(path)) {
        missing.push(`${response.status} ${path}`);
      }
      const isPage = response.headers.get('content-type')?.includes('html');
      const kind = path.replace(/\d+/g, 'N').split('/').slice(0, 4).join('/');
      if (!isPage || kinds.has(kind)) continue;
      kinds.add(kind);
      for (const address of await addressesOn(path)) seen.add(address);
    }
    expect([...seen].filter((path) => path !== BASE && !path.startsWith(`${BASE}/`))).toEqual([]);
    expect(missing).toEqual([]);
    expect(seen.size).toBeGreaterThan(40);
  });

  it('is not there above it', async () => {
    for (const path of ['/', '/post/1', '/feed.atom', '/api/health']) {
      expect((await fetch(site.url + path)).status, path).toBe(404);
    }
  });

  it('redirects inside itself', async () => {
    const { path, status } = await readPage(`${blog}/post/1`);
    expect(status).toBe(200);
    expect(path).toMatch(/^\/notes\/post\/1\/[a-z]/);
    expect((await readPage(`${blog}/page/1`)).path).toBe(BASE);
  });

  it('publishes, announces, and tells feeds and search where', async () => {
    const author = asAuthor(site.sandbox);
    const number = await author.createIssue({
      title: 'Below a path',
      body: 'See #1.',
      labels: ['Publish'],
    });
    await until(async () => (await readPage(`${blog}/post/${number}`)).name === 'Below a path');
    await until(async () => (await readPage(blog)).entries.includes('Below a path'));
    await until(async () =>
      (await author.comments(number)).some((body) =>
        body.includes(`${blog}/post/${number}/below-a-path`),
      ),
    );
    const { html } = await readPage(`${blog}/post/${number}`);
    expect(html).toMatch(/href="\/notes\/post\/1\/[^"]+"[^>]*>(?:<[^>]+>)*#1/);
    const feed = await (await fetch(`${blog}/feed.atom`)).text();
    expect(feed).toContain(`${blog}/post/${number}/below-a-path`);
    expect(await (await fetch(`${blog}/search.json`)).text()).toContain('/notes/post/');
    expect(await (await fetch(`${blog}/sitemap.xml`)).text()).toContain(`<loc>${blog}/post/`);
  });

  it('changes open pages before the reader’s eyes, in its own fonts', async () => {
    const author = asAuthor(site.sandbox);
    const number = await author.createIssue({
      title: 'Alive',
      body: 'Before.',
      labels: ['Publish'],
    });
    await until(async () => (await readPage(`${blog}/post/${number}`)).name === 'Alive');
    const { page, complaints, close } = await openReader(browser);
    const refused: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(`${blog}/post/${number}`);
    await page.getByText('Before.').waitFor();
    await author.call('PATCH', `/issues/${number}`, { body: 'After.' });
    await page.getByText('After.').waitFor({ timeout: 60_000 });
    expect(await page.evaluate(() => document.fonts.check('16px Newsreader'))).toBe(true);
    expect(refused).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('lets readers sign in, and comes back below the path alone', async () => {
    const begin = async (to: string) => {
      const url = `${blog}/api/auth/sign-in?return=${encodeURIComponent(to)}`;
      const response = await fetch(url, { redirect: 'manual' });
      return { response, to: new URL(response.headers.get('location') ?? '') };
    };
    const { response, to } = await begin('/notes/archive');
    expect(to.searchParams.get('redirect_uri')).toBe(`${blog}/api/auth/callback`);
    expect(response.headers.get('set-cookie')).toContain('Path=/notes/api/auth');
  });

  it('does not start under another path than it was built with', () => {
    const args = [NEXT, 'start', '--port', '0', '--hostname', '127.0.0.1'];
    const env = { ...site.settings, BASE_PATH: '/other' };
    const started = spawnSync(process.execPath, args, { env, encoding: 'utf8', timeout: 90_000 });
    expect(started.status).toBe(1);
    expect(started.stderr).toContain("BASE_PATH should be what the site was built with, '/notes'");
  });
});
