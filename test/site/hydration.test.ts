/** What a page holds back is what Next would have loaded: compared with the build's own list. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestSite, type TestSite } from '../support/site';

interface BuildManifest {
  pages: Record<string, string[]>;
  lowPriorityFiles: string[];
  pagesChunkGroupBootstrapParams: Record<string, { otherChunks: string[] }>;
}

const PAGES = [
  ['/', '/'],
  ['/post/[number]/[[...slug]]', '/post/1'],
  ['/archive/[[...list]]', '/archive'],
  ['/tags', '/tags'],
  ['/search', '/search?q=emacs'],
  ['/404', '/no-such-page'],
] as const;

let site: TestSite;
const manifest: BuildManifest = JSON.parse(readFileSync('.next/build-manifest.json', 'utf8'));

beforeAll(async () => {
  site = await startTestSite({ seed: true });
});

afterAll(() => site.close());

it.each(PAGES)(
  '%s names the scripts of the build, and the loader knows its chunks',
  async (page, path) => {
    const html = await (await fetch(`${site.url}${path}`)).text();
    const attribute = (name: string) =>
      (new RegExp(` data-${name}="([^"]*)"`).exec(html)?.[1] ?? '').replaceAll('&quot;', '"');
    const files = [
      ...(manifest.pages['/_app'] ?? []),
      ...(manifest.pages[page] ?? []),
      ...manifest.lowPriorityFiles,
    ].filter((file) => file.endsWith('.js'));
    expect(files.length).toBeGreaterThan(5);
    expect(attribute('src').split(' ').sort()).toEqual(
      [...new Set(files)].map((file) => `/_next/${file}`).sort(),
    );
    const known = ['/_app', page].map((name) => manifest.pagesChunkGroupBootstrapParams[name]);
    expect(JSON.parse(attribute('loads'))).toEqual(known);
    expect(html.match(/<script[^>]*\ssrc=/)).toBeNull();
  },
);
