/**
 * The feeds of the blog, of a tag, of an author and of a post's comments. All is made of what the
 * process knows anyway, and what was written once is kept, so that a feed reader that asks every
 * minute costs GitHub nothing and the server next to nothing.
 */

import { BASE_PATH } from '../base-path';
import type { FeedItem } from '../feeds/feed';
import {
  FEED_LENGTH,
  type FeedHead,
  toCommentItem,
  toFeed,
  toPostItem,
} from '../feeds/feed-of-posts';
import { writeFeed } from '../feeds/write-feed';
import { fill } from '../i18n';
import { messagesFor } from '../i18n/languages';
import { originalImages } from '../images/place-images';
import { feedHtml } from '../markdown';
import {
  absoluteUrl,
  authorPath,
  commentsPath,
  FEED_TYPES,
  type FeedFormat,
  feedPath,
  homePath,
  tagPath,
} from '../paths';
import { type Blog, getBlog } from '../posts/blog';
import { groupPosts } from '../posts/group-posts';
import { listPublished } from '../posts/list-posts';
import type { PostSummary } from '../posts/post';
import { tagSlug } from '../posts/tag-slug';
import { renderText } from '../posts/to-post';
import { readIndex } from './page-result';
import { parseNumber } from './post-page';
import { documentFrom, type TextDocument } from './text-document';

/** What a feed is of; names are as in the address, decoded. */
export type FeedSubject = { kind: 'blog' } | { kind: 'tag' | 'author' | 'comments'; name: string };

/** A feed that is not written yet. */
interface FeedPlan extends Omit<FeedHead, 'hubUrl'> {
  /** All that the items depend on. */
  madeOf: unknown;
  /** ISO 8601. */
  changedAt: string;
  items: () => Promise<FeedItem[]>;
}

/** @returns null where there is nothing of that name @throws GitHubError */
export async function loadFeed(
  subject: FeedSubject,
  format: FeedFormat,
): Promise<TextDocument | null> {
  const blog = getBlog();
  if (!blog) return null;
  const published = listPublished(await readIndex(blog), Date.now());
  const plan =
    subject.kind === 'comments'
      ? await planComments(blog, published, subject.name)
      : planPosts(blog, published, subject);
  if (!plan) return null;
  const { madeOf, changedAt, items, ...head } = plan;
  const { site, websubHub: hubUrl } = blog.config;
  return documentFrom({
    name: JSON.stringify(['feed', head.feedsOf, format]),
    type: FEED_TYPES[format],
    madeOf: [site, hubUrl, head, madeOf],
    changedAt,
    links: hubUrl
      ? [
          `<${hubUrl}>; rel="hub"`,
          `<${absoluteUrl(site.url, feedPath(format, head.feedsOf))}>; rel="self"`,
        ]
      : [],
    write: async () =>
      writeFeed(toFeed(site, { ...head, hubUrl }, await items(), changedAt), format),
  });
}

function planPosts(
  blog: Blog,
  published: PostSummary[],
  subject: Exclude<FeedSubject, { kind: 'comments' }>,
): FeedPlan | null {
  const found = findList(blog, published, subject);
  if (!found) return null;
  const { site } = blog.config;
  const context = blog.postContext();
  const posts = found.posts.slice(0, FEED_LENGTH).map((post) => ({
    post,
    text: blog.texts.get(post.number) ?? '',
    // Their titles and addresses are in the text, and they may be in no list of this feed's.
    links: post.refersTo.map(context.findPost),
  }));
  return {
    ...found.head,
    madeOf: posts.map(({ post, text, links }) => {
      // Comments move these and are not in the feed.
      const { updatedAt, commentCount, reactionCount, ...shown } = post;
      return [shown, text, links];
    }),
    changedAt: newestOf(posts.map(({ post }) => post.editedAt ?? post.publishedAt)),
    items: () =>
      Promise.all(
        posts.map(async ({ post, text }) => {
          const html = await renderText(post.number, text, context);
          return toPostItem(site, post, feedHtml(html, site.url));
        }),
      ),
  };
}

/** The posts of a feed, newest first, and what it is called. */
function findList(
  { config: { site } }: Blog,
  published: PostSummary[],
  subject: Exclude<FeedSubject, { kind: 'comments' }>,
): { posts: PostSummary[]; head: Omit<FeedHead, 'hubUrl'> } | null {
  if (subject.kind === 'blog') {
    const head = { title: site.title, description: site.description };
    return { posts: published, head: { ...head, path: homePath(), feedsOf: BASE_PATH } };
  }
  const { tags, authors } = groupPosts(published);
  if (subject.kind === 'tag') {
    const group = tags.get(tagSlug(subject.name));
    const path = group && tagPath(group.tag.slug);
    if (!path) return null;
    const title = `${group.tag.name} · ${site.title}`;
    const description = group.tag.description ?? '';
    return { posts: group.posts, head: { title, description, path, feedsOf: path } };
  }
  const group = authors.get(subject.name.toLowerCase());
  if (!group) return null;
  const path = authorPath(group.author.login);
  const title = `${group.author.name} · ${site.title}`;
  return { posts: group.posts, head: { title, description: '', path, feedsOf: path } };
}

async function planComments(
  blog: Blog,
  published: PostSummary[],
  name: string,
): Promise<FeedPlan | null> {
  const number = parseNumber(name);
  const summary = published.find((post) => post.number === number);
  const post = summary && (await blog.readDiscussion(summary));
  if (!post) return null;
  const { site } = blog.config;
  const words = messagesFor(site.language).discussion;
  const comments = post.comments
    .filter((comment) => comment.minimizedReason === null)
    .slice(-FEED_LENGTH)
    .reverse();
  return {
    title: `${words.title} · ${post.title}`,
    description: post.excerpt,
    path: post.path,
    feedsOf: commentsPath(post.number),
    madeOf: comments.map(({ reactions, ...shown }) => shown),
    changedAt: newestOf([
      post.publishedAt,
      ...comments.map((comment) => comment.editedAt ?? comment.createdAt),
    ]),
    items: async () =>
      comments.map((comment) =>
        toCommentItem(
          site,
          post.number,
          comment,
          fill(words.commentBy, { name: comment.author.name }),
          feedHtml(originalImages(comment.html), site.url),
        ),
      ),
  };
}

/** @param times ISO 8601 */
function newestOf(times: readonly string[]): string {
  const newest = times.reduce((latest, time) => Math.max(latest, Date.parse(time)), 0);
  return new Date(newest).toISOString();
}
