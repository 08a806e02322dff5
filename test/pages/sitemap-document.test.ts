import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../lib/pages/machine-addresses';
import {
  type Entry,
  SITEMAP_LENGTH,
  sitemapFile,
  writeSitemap,
} from '../../lib/pages/sitemap-document';

const SITE = 'https://blog.example';
const parser = new XMLParser({ isArray: (name) => name === 'url' || name === 'sitemap' });

function entries(count: number): Entry[] {
  return Array.from({ length: count }, (_, place) => ({
    path: `/post/${place}`,
    changedAt: new Date(Date.UTC(2020, 0, 1) + place * 1_000).toISOString(),
  }));
}

describe('a sitemap', () => {
  it('is one file up to 50,000 addresses', () => {
    const all = entries(SITEMAP_LENGTH);
    expect(sitemapFile(all, null)).toEqual({ shown: all, isIndex: false });
    expect(sitemapFile(all, 1)).toBeNull();
  });

  it('is an index of files above that, each with its own time, and every address is in one', () => {
    const all = entries(2 * SITEMAP_LENGTH + 7);
    const index = sitemapFile(all, null);
    const xml = parser.parse(writeSitemap(SITE, index?.shown ?? [], index?.isIndex ?? false));
    const parts: { loc: string; lastmod: string }[] = xml.sitemapindex.sitemap;
    expect(parts.map((part) => part.loc)).toEqual(
      [1, 2, 3].map((part) => `${SITE}/sitemap/${part}.xml`),
    );
    expect(parts[2]?.lastmod).toBe(all.at(-1)?.changedAt);
    const found: string[] = [];
    for (const { loc } of parts) {
      const part = Number(/(\d+)\.xml$/.exec(loc)?.[1]);
      expect(documentOf(new URL(loc).pathname, '')).toBe(`/api/text?kind=sitemap&number=${part}`);
      const file = sitemapFile(all, part);
      expect(file?.shown.length).toBeLessThanOrEqual(SITEMAP_LENGTH);
      expect(file?.isIndex).toBe(false);
      found.push(...(file?.shown ?? []).map((entry) => entry.path));
    }
    expect(found).toEqual(all.map((entry) => entry.path));
    expect(sitemapFile(all, 0)).toBeNull();
    expect(sitemapFile(all, 4)).toBeNull();
  });

  it('names odd addresses as XML does', () => {
    const xml = writeSitemap(SITE, [{ path: "/tag/a&b'", changedAt: null }], false);
    expect(parser.parse(xml).urlset.url).toEqual([{ loc: `${SITE}/tag/a&b'` }]);
  });
});
