/** The sitemap: every address that stays, with the day it last changed. Source: sitemaps.org. */
import { escapeXml } from '../feeds/escape-xml';
import {
  ARCHIVE_PATH,
  absoluteUrl,
  authorPath,
  homePath,
  seriesPath,
  sitemapPath,
  TAGS_PATH,
  tagPath,
} from '../paths';
import { getBlog } from '../posts/blog';
import { groupPosts } from '../posts/group-posts';
import { listPublished } from '../posts/list-posts';
import type { PostSummary } from '../posts/post';
import { readIndex } from './page-result';
import { documentFrom, type TextDocument } from './text-document';

/** No file may hold more. */
export const SITEMAP_LENGTH = 50_000;

export interface Entry {
  path: string;
  /** ISO 8601; null where nothing was ever published. */
  changedAt: string | null;
}

/**
 * @param part from 1; null for the sitemap itself, which is an index where one file is too small
 * @returns null where there is no such part
 * @throws GitHubError
 */
export async function loadSitemap(part: number | null): Promise<TextDocument | null> {
  const blog = getBlog();
  if (!blog) return null;
  const { site } = blog.config;
  const entries = listEntries(listPublished(await readIndex(blog), Date.now()));
  const file = sitemapFile(entries, part);
  if (!file) return null;
  const { shown, isIndex } = file;
  return documentFrom({
    name: `sitemap ${part}`,
    type: 'application/xml',
    madeOf: [site.url, shown],
    changedAt: entries[0]?.changedAt ?? new Date(0).toISOString(),
    write: () => writeSitemap(site.url, shown, isIndex),
  });
}

/**
 * What stands in one file. Pure.
 * @param part as for `loadSitemap`
 * @returns null where there is no such part
 */
export function sitemapFile(
  entries: readonly Entry[],
  part: number | null,
): { shown: Entry[]; isIndex: boolean } | null {
  const partCount = Math.ceil(entries.length / SITEMAP_LENGTH);
  if (part === null && partCount > 1) {
    const parts = Array.from({ length: partCount }, (_, place) => {
      const own = partOf(entries, place + 1);
      return {
        path: sitemapPath(place + 1),
        changedAt: newestTime(own.map((one) => one.changedAt)),
      };
    });
    return { shown: parts, isIndex: true };
  }
  if (part !== null && (partCount === 1 || part < 1 || part > partCount)) return null;
  return { shown: partOf(entries, part ?? 1), isIndex: false };
}

function partOf(entries: readonly Entry[], part: number): Entry[] {
  return entries.slice((part - 1) * SITEMAP_LENGTH, part * SITEMAP_LENGTH);
}

/** The home page first, which changes with everything. @param published newest first */
export function listEntries(published: readonly PostSummary[]): Entry[] {
  const { tags, authors, series } = groupPosts(published);
  const newest = newestOf(published);
  return [
    ...[homePath(), ARCHIVE_PATH, TAGS_PATH].map((path) => ({ path, changedAt: newest })),
    ...published.map((post) => ({ path: post.path, changedAt: changedAt(post) })),
    ...[...tags.values()].map(({ tag, posts }) => ({
      path: tagPath(tag.slug),
      changedAt: newestOf(posts),
    })),
    ...[...authors.values()].map(({ author, posts }) => ({
      path: authorPath(author.login),
      changedAt: newestOf(posts),
    })),
    ...[...series.values()].map(({ series: { number, slug }, posts }) => ({
      path: seriesPath(number, slug),
      changedAt: newestOf(posts),
    })),
  ];
}

/** ISO 8601 in UTC compares as text. */
function changedAt({ publishedAt, editedAt }: PostSummary): string {
  return editedAt && editedAt > publishedAt ? editedAt : publishedAt;
}

function newestOf(posts: readonly PostSummary[]): string | null {
  return newestTime(posts.map(changedAt));
}

function newestTime(times: readonly (string | null)[]): string | null {
  return times.reduce((newest, time) => (time && (!newest || time > newest) ? time : newest), null);
}

/** @param isIndex the entries are files of the sitemap, not pages @returns XML. Pure. */
export function writeSitemap(siteUrl: string, entries: readonly Entry[], isIndex: boolean): string {
  const [list, item] = isIndex ? ['sitemapindex', 'sitemap'] : ['urlset', 'url'];
  const lines = entries.map(({ path, changedAt: time }) => {
    const lastmod = time ? `<lastmod>${escapeXml(time)}</lastmod>` : '';
    return `<${item}><loc>${escapeXml(absoluteUrl(siteUrl, path))}</loc>${lastmod}</${item}>\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<${list} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join('')}</${list}>
`;
}
