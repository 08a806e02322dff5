/** What handling a delivery needs beyond the delivery, put together from the blog and the request. */
import type { NextApiResponse } from 'next';
import { type Announcer, createAnnouncer } from '../bot/announce';
import { fillTemplate } from '../bot/templates';
import { findForget } from '../cache/forget-page';
import { asListed } from '../github/get-issue';
import { absoluteUrl, homePath } from '../paths';
import type { Blog } from '../posts/blog';
import { toSummary } from '../posts/to-summary';
import type { DeliveryTools } from './handle-delivery';
import { createRefresher } from './refresh';

declare global {
  var issuepressDeliveries: Omit<DeliveryTools, 'blog' | 'revalidate'> | undefined;
}

/** @param response Next's, for `res.revalidate`, which works only from inside an API route */
export function deliveryToolsFor(blog: Blog, response: NextApiResponse): DeliveryTools {
  globalThis.issuepressDeliveries ??= {
    announcer: blog.config.bot ? announcerOf(blog) : null,
    pending: new Set(),
    refresher: createRefresher(findForget),
  };
  return {
    blog,
    ...globalThis.issuepressDeliveries,
    revalidate: (path) =>
      response.revalidate(path, { unstable_onlyGenerated: !isWorthRendering(path) }),
  };
}

/** Posts and the front page are made ready for their first reader; other pages can wait for theirs. */
function isWorthRendering(path: string): boolean {
  return path === homePath() || /^\/post\/\d+\/[^/]+$/.test(path);
}

/** Longer than any delivery takes: the newest read is what the bot goes by, whoever made it. */
const NEWEST = 10_000;

function announcerOf({ config, github, issues, rules }: Blog): Announcer {
  return createAnnouncer({
    github,
    async read(number) {
      const issue = await issues.read(number, NEWEST);
      if (!issue) return null;
      const post = toSummary(asListed(issue), rules);
      const isPublic = post !== null && Date.parse(post.publishedAt) <= Date.now();
      const url = isPublic ? absoluteUrl(config.site.url, post.path) : null;
      return { issue, url, title: issue.title };
    },
    write: (template, values) => fillTemplate(template, { label: config.publishLabel, ...values }),
  });
}
