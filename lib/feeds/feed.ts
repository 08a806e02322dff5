/** What a feed says, before it is written in one of the formats. Everything is plain data. */

export interface Feed {
  title: string;
  description: string;
  /** BCP 47. */
  language: string;
  /** The page that this is the feed of; absolute, as every address here. */
  pageUrl: string;
  /** Where each format of this feed is had. */
  urls: Record<'rss' | 'atom' | 'json', string>;
  /** A WebSub hub that tells subscribers of news, where one is configured. */
  hubUrl: string | null;
  /** ISO 8601, as every time here. */
  updatedAt: string;
  items: FeedItem[];
}

export interface FeedItem {
  /** Stays the same whatever the title becomes. */
  id: string;
  url: string;
  title: string;
  /** For readers outside the site: see `feedHtml`. */
  html: string;
  summary: string;
  authors: FeedAuthor[];
  tags: string[];
  publishedAt: string;
  updatedAt: string;
  /** A picture that stands for the item. */
  imageUrl: string | null;
  language: string | null;
}

export interface FeedAuthor {
  name: string;
  url: string | null;
  avatarUrl: string | null;
}
