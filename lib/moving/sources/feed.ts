/** Posts of an RSS, Atom or JSON feed: as many as it holds, which is seldom all of a blog's. */
import { parseFeed } from 'feedsmith';
import { decodeAddress } from '../../decode-address';
import { textAt } from '../../unknown-fields';
import { EMPTY_POST, type MovedPost } from '../moved-post';
import { MovingError } from '../moving-error';
import { toTime } from './front-matter';
import { htmlToMarkdown } from './html-to-markdown';

/** @throws MovingError when the text is no feed, or an empty one */
export function readFeed(text: string, name: string): MovedPost[] {
  const posts = itemsOf(text, name).flatMap((item) => {
    const key = item.id ?? item.url;
    if (!key) return [];
    const title = item.title?.trim() || 'Untitled';
    const body = htmlToMarkdown(item.html ?? '') || (item.text ?? '');
    const { tags } = item;
    const slug = slugOf(item.url);
    return [
      { ...EMPTY_POST, key: `feed:${key}`, title, body, tags, slug, date: toTime(item.date) },
    ];
  });
  if (posts.length === 0) throw new MovingError(`${name} is a feed without posts.`);
  return posts.sort((one, other) => (one.date ?? '').localeCompare(other.date ?? ''));
}

interface Item {
  id: string | undefined;
  url: string | undefined;
  title: string | undefined;
  html: string | undefined;
  text?: string | undefined;
  date: unknown;
  tags: string[];
}

function itemsOf(source: string, name: string): Item[] {
  const parsed = parse(source, name);
  switch (parsed.format) {
    case 'json':
      return (parsed.feed.items ?? []).map((item) => ({
        id: item.id,
        url: item.url,
        title: item.title,
        html: item.content_html,
        text: item.content_text,
        date: item.date_published,
        tags: present(item.tags ?? []),
      }));
    case 'atom':
      return (parsed.feed.entries ?? []).map((entry) => ({
        id: entry.id,
        url: entry.links?.find((link) => !link.rel || link.rel === 'alternate')?.href,
        title: textIn(entry.title),
        html: textIn(entry.content) ?? textIn(entry.summary),
        date: entry.published ?? entry.updated,
        tags: present((entry.categories ?? []).map((category) => category.label ?? category.term)),
      }));
    case 'rss':
      return (parsed.feed.items ?? []).map((item) => ({
        id: item.guid?.value,
        url: item.link,
        title: item.title,
        html: item.content?.encoded ?? item.description,
        date: item.pubDate ?? item.dc?.dates?.[0],
        tags: present((item.categories ?? []).map((category) => category.name)),
      }));
    case 'rdf':
      return (parsed.feed.items ?? []).map((item) => ({
        id: item.link,
        url: item.link,
        title: item.title,
        html: item.content?.encoded ?? item.description,
        date: item.dc?.dates?.[0],
        tags: present(item.dc?.subjects ?? []),
      }));
  }
}

function parse(source: string, name: string) {
  try {
    return parseFeed(source);
  } catch {
    throw new MovingError(`${name} should be an RSS, Atom or JSON feed; it is none of them.`);
  }
}

/** Atom's texts come bare or with their type. */
function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : (textAt(value, 'value') ?? undefined);
}

function present(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.flatMap((name) => (name?.trim() ? [name.trim()] : [])))];
}

/** The last step of an address, where it names the post. */
export function slugOf(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  const step = new URL(address).pathname.split('/').filter(Boolean).at(-1);
  const slug = step?.replace(/\.\w+$/, '');
  return slug && /[a-z]/i.test(slug) ? decodeAddress(slug) : null;
}
