/**
 * A feed in one of the three formats. Pure.
 * Sources: RSS 2.0 with the Advisory Board's profile, RFC 4287 (Atom), JSON Feed 1.1.
 */
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { FEED_TYPES, type FeedFormat } from '../paths';
import { cleanText } from './clean-text';
import type { Feed, FeedAuthor, FeedItem } from './feed';

/** @param feed as gathered; what no feed can hold is taken out here @returns the whole document */
export function writeFeed(feed: Feed, format: FeedFormat): string {
  const writers = { rss: writeRss, atom: writeAtom, json: writeJson };
  return writers[format](cleanFeed(feed));
}

function writeRss(feed: Feed): string {
  return compact(
    generateRssFeed({
      title: feed.title,
      link: feed.pageUrl,
      description: feed.description || feed.title,
      language: feed.language,
      lastBuildDate: new Date(feed.updatedAt),
      docs: 'https://www.rssboard.org/rss-specification',
      generator: 'Issuepress',
      items: feed.items.map((item) => ({
        title: item.title,
        link: item.url,
        guid: { value: item.id, isPermaLink: false },
        pubDate: new Date(item.publishedAt),
        description: item.summary || item.title,
        categories: item.tags.map((name) => ({ name })),
        dc: { creators: item.authors.map((author) => author.name) },
        content: { encoded: item.html },
        atom: { updated: new Date(item.updatedAt) },
      })),
      atom: {
        links: [
          { href: feed.urls.rss, rel: 'self', type: FEED_TYPES.rss },
          ...(feed.hubUrl ? [{ href: feed.hubUrl, rel: 'hub' }] : []),
        ],
      },
    }),
  );
}

function writeAtom(feed: Feed): string {
  return compact(
    generateAtomFeed({
      id: feed.urls.atom,
      title: { value: feed.title, type: 'text' },
      subtitle: feed.description ? { value: feed.description, type: 'text' } : undefined,
      updated: new Date(feed.updatedAt),
      generator: { text: 'Issuepress' },
      authors: feed.items.length === 0 ? [{ name: feed.title }] : undefined,
      links: [
        { href: feed.urls.atom, rel: 'self', type: FEED_TYPES.atom },
        { href: feed.pageUrl, rel: 'alternate', type: 'text/html' },
        ...(feed.hubUrl ? [{ href: feed.hubUrl, rel: 'hub' }] : []),
      ],
      entries: feed.items.map((item) => ({
        id: item.id,
        title: { value: item.title, type: 'text' },
        links: [{ href: item.url, rel: 'alternate', type: 'text/html' }],
        published: new Date(item.publishedAt),
        updated: new Date(item.updatedAt),
        authors: item.authors.map(({ name, url }) => (url ? { name, uri: url } : { name })),
        categories: item.tags.map((term) => ({ term })),
        summary: item.summary ? { value: item.summary, type: 'text' } : undefined,
        content: { value: item.html, type: 'html' },
      })),
    }),
  );
}

function writeJson(feed: Feed): string {
  const written: unknown = generateJsonFeed({
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: feed.urls.json,
    description: feed.description || undefined,
    language: feed.language,
    hubs: feed.hubUrl ? [{ type: 'WebSub', url: feed.hubUrl }] : undefined,
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_html: item.html,
      summary: item.summary || undefined,
      image: item.imageUrl ?? undefined,
      date_published: new Date(item.publishedAt),
      date_modified: new Date(item.updatedAt),
      authors: item.authors.map(toJsonAuthor),
      tags: item.tags,
      language: item.language ?? undefined,
    })),
  });
  return JSON.stringify(written, null, 1);
}

function toJsonAuthor({ name, url, avatarUrl }: FeedAuthor) {
  return { name, url: url ?? undefined, avatar: avatarUrl ?? undefined };
}

/** Takes the white space out that the writer puts around texts, which some readers keep. */
function compact(xml: string): string {
  return xml.replace(/>\s+<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\s+<\//g, ']]></');
}

function cleanFeed(feed: Feed): Feed {
  return {
    ...feed,
    title: cleanText(feed.title),
    description: cleanText(feed.description),
    items: feed.items.map(cleanItem),
  };
}

function cleanItem(item: FeedItem): FeedItem {
  return {
    ...item,
    title: cleanText(item.title),
    html: cleanText(item.html),
    summary: cleanText(item.summary),
    authors: item.authors.map((author) => ({ ...author, name: cleanText(author.name) })),
    tags: item.tags.map(cleanText),
  };
}
