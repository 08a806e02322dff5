/** Posts and comments as items of a feed. Pure. */
import type { SiteConfig } from '../config';
import { absoluteUrl, authorPath, commentPath, FEED_FORMATS, feedPath, postPath } from '../paths';
import type { Comment, Person, PostSummary } from '../posts/post';
import type { Feed, FeedAuthor, FeedItem } from './feed';

/** How many posts, or comments, a feed holds. */
export const FEED_LENGTH = 30;

export interface FeedHead {
  title: string;
  description: string;
  /** The page it is the feed of. */
  path: string;
  /** Where the feeds are: `/tag/emacs`, or the site's base path for the whole blog's. */
  feedsOf: string;
  hubUrl: string | null;
}

/** @param html for readers outside the site; see `feedHtml` */
export function toPostItem(site: SiteConfig, post: PostSummary, html: string): FeedItem {
  return {
    // The number alone: it leads to the post under any title.
    id: absoluteUrl(site.url, postPath(post.number, '')),
    url: absoluteUrl(site.url, post.path),
    title: post.title,
    html,
    summary: post.excerpt,
    authors: post.authors.map((author) => ({
      name: author.name,
      url: absoluteUrl(site.url, authorPath(author.login)),
      avatarUrl: author.avatarUrl || null,
    })),
    tags: post.tags.map((tag) => tag.name),
    publishedAt: post.publishedAt,
    updatedAt: later(post.publishedAt, post.editedAt),
    imageUrl: post.cover,
    language: post.language,
  };
}

/** @param title such as `Comment by hubot` */
export function toCommentItem(
  site: SiteConfig,
  number: number,
  comment: Comment,
  title: string,
  html: string,
): FeedItem {
  const address = absoluteUrl(site.url, commentPath(number, comment.id));
  return {
    id: address,
    url: address,
    title,
    html,
    summary: comment.excerpt,
    authors: [toCommenter(comment.author)],
    tags: [],
    publishedAt: comment.createdAt,
    updatedAt: later(comment.createdAt, comment.editedAt),
    imageUrl: null,
    language: null,
  };
}

function toCommenter({ name, url, avatarUrl }: Person): FeedAuthor {
  return { name, url, avatarUrl: avatarUrl || null };
}

/**
 * @param items newest first
 * @param otherwise when nothing is in it: the time it says it was updated
 */
export function toFeed(
  site: SiteConfig,
  head: FeedHead,
  items: FeedItem[],
  otherwise: string,
): Feed {
  const { title, description, path, feedsOf, hubUrl } = head;
  const [rss = '', atom = '', json = ''] = FEED_FORMATS.map((format) =>
    absoluteUrl(site.url, feedPath(format, feedsOf)),
  );
  return {
    title,
    description,
    language: site.language,
    pageUrl: absoluteUrl(site.url, path),
    urls: { rss, atom, json },
    hubUrl,
    updatedAt: items.reduce(
      (time, item) => later(time, item.updatedAt),
      items[0]?.updatedAt ?? otherwise,
    ),
    items,
  };
}

/** Times of GitHub's can be older than the date that a post gives itself. */
function later(one: string, other: string | null): string {
  return other !== null && Date.parse(other) > Date.parse(one) ? other : one;
}
