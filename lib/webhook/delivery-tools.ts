/** What handling a delivery needs beyond the delivery, put together from the blog and the request. */
import path from 'node:path';
import type { NextApiResponse } from 'next';
import { withoutBase } from '../base-path';
import { type Announcer, createAnnouncer } from '../bot/announce';
import { describeIssue } from '../bot/describe-issue';
import { findKeptPages, type KeptPages } from '../cache/kept-pages';
import { announcePage } from '../cache/page-changes';
import type { IssueWithComments } from '../github/get-issue';
import { absoluteUrl, homePath } from '../paths';
import type { Blog } from '../posts/blog';
import { listPublished } from '../posts/list-posts';
import { buildPreview, previewRevision } from '../preview/build-preview';
import { previewChannel } from '../preview/token';
import { type Attended, createAttended } from '../reconcile/attended';
import { createWeb, type WebOptions } from '../webmention/fetch-page';
import { createMentionSender, type MentionSender } from '../webmention/send-mentions';
import { createRefresher, type Refresher, type Revalidate } from './refresh';
import { revalidateInDevelopment } from './revalidate-in-development';

export interface DeliveryTools {
  blog: Blog;
  announcer: Announcer | null;
  refresher: Refresher;
  revalidate: Revalidate;
  /** Tells open previews of an issue what they should show now; null is an issue that is gone. */
  refreshPreview: (number: number, issue: IssueWithComments | null) => Promise<void>;
  /** Tells the pages that posts link to; null where that is switched off. */
  mentions: MentionSender | null;
  /** Paths that an earlier delivery could not refresh; every later one tries them again. */
  pending: Set<string>;
  /** Plans that are being carried out in this process. */
  underWay: Set<symbol>;
  attended: Attended;
}

declare global {
  var issuepressDeliveries:
    | Omit<DeliveryTools, 'blog' | 'revalidate' | 'refreshPreview'>
    | undefined;
}

/** @param response Next's, for `res.revalidate`, which works only from inside an API route */
export function deliveryToolsFor(blog: Blog, response: NextApiResponse): DeliveryTools {
  globalThis.issuepressDeliveries ??= createTools(blog);
  return {
    blog,
    ...globalThis.issuepressDeliveries,
    revalidate:
      process.env.NODE_ENV === 'development'
        ? revalidateInDevelopment
        : (page) =>
            response.revalidate(page, { unstable_onlyGenerated: !isWorthRendering(blog, page) }),
    async refreshPreview(number, issue) {
      if (!blog.previewKey) return;
      const page = issue ? await buildPreview(blog, issue) : { kind: 'not-found' as const };
      const path = previewChannel(blog.previewKey, number);
      const revision = previewRevision(page);
      announcePage(path, revision);
      void blog.instances?.tell({ kind: 'shown', path, revision });
    },
  };
}

function createTools(blog: Blog): NonNullable<typeof globalThis.issuepressDeliveries> {
  const attended = createAttended(path.resolve(blog.config.cacheDirectory, 'attended.json'));
  blog.instances?.onNews((news) => {
    if (news.kind === 'attended') attended.note(news.number, news);
  });
  return {
    announcer: blog.config.bot ? announcerOf(blog) : null,
    mentions: blog.config.webmentions ? mentionSenderOf(blog) : null,
    pending: new Set(),
    underWay: new Set(),
    attended,
    refresher: createRefresher({
      findKeptPages: keptPages,
      isWorthRendering: (page) => isWorthRendering(blog, page),
    }),
  };
}

/** The page cache goes by the page, whatever path the site lives below. */
function keptPages(): KeptPages | null {
  const kept = findKeptPages();
  return (
    kept && {
      has: (page) => kept.has(withoutBase(page)),
      forget: (page) => kept.forget(withoutBase(page)),
      forgetBelow: (page, version) => kept.forgetBelow(withoutBase(page), version),
    }
  );
}

/** Posts and the front page are made ready for their first reader; other pages can wait for theirs. */
function isWorthRendering({ index }: Blog, path: string): boolean {
  const number = Number(/^\/post\/(\d+)\//.exec(withoutBase(path))?.[1]);
  const post = index.peek()?.posts.get(number);
  const isPost = post?.path === path && Date.parse(post.publishedAt) <= Date.now();
  return path === homePath() || isPost;
}

/** @param web how the pages are asked; the usual way refuses addresses of one's own network */
export function mentionSenderOf(blog: Blog, web?: WebOptions): MentionSender {
  const { site, serverUrl, cacheDirectory } = blog.config;
  return createMentionSender({
    web: createWeb(web),
    own: [new URL(site.url).origin, new URL(serverUrl).origin],
    file: path.resolve(cacheDirectory, 'webmentions.json'),
    async readPost(number) {
      const state = blog.index.peek();
      const post = state && listPublished(state, Date.now()).find((one) => one.number === number);
      const html = post && (await blog.renderText(number));
      return post && html ? { url: absoluteUrl(site.url, post.path), html } : null;
    },
  });
}

/** Longer than any delivery takes: the newest read is what the bot goes by, whoever made it. */
const NEWEST = 10_000;

function announcerOf(blog: Blog): Announcer {
  return createAnnouncer({
    github: blog.github,
    async read(number) {
      const issue = await blog.issues.read(number, NEWEST);
      return issue && describeIssue(blog, issue, Date.now());
    },
    note: (number) => blog.index.announced(number),
  });
}
