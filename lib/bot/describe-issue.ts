/** Looks at an issue as the blog sees it now and says what the bot's comment on it should be. */
import type { IssueWithComments } from '../github/get-issue';
import { renderMarkdown } from '../markdown';
import { absoluteUrl, previewPath } from '../paths';
import type { Blog } from '../posts/blog';
import { listPublished } from '../posts/list-posts';
import { parseBody } from '../posts/metadata';
import { type Standing, standingOf } from '../posts/standing';
import { buildSummary } from '../posts/to-summary';
import { createPreviewToken } from '../preview/token';
import type { Announcement } from './announce';
import { checkPost, type Finding } from './checklist';
import { writeAnnouncement } from './write-announcement';

/** @param now milliseconds @throws Error when a template cannot be read */
export async function describeIssue(
  blog: Blog,
  issue: IssueWithComments,
  now: number,
): Promise<Announcement> {
  const { config, rules, previewKey } = blog;
  const { number } = issue;
  const summary = buildSummary(issue, parseBody(issue.body), 0, rules);
  const standing = standingOf(issue, summary, rules, now);
  const isNews = NEWS.has(standing) && issue.author?.__typename !== 'Bot';
  const token = previewKey && createPreviewToken(previewKey, number, now);
  const text = await writeAnnouncement(
    {
      standing,
      url: absoluteUrl(config.site.url, summary.path),
      previewUrl: token && absoluteUrl(config.site.url, previewPath(number, token)),
      publishedAt: summary.publishedAt,
      findings: config.botChecklist && isNews ? await findingsOf(blog, issue, now) : [],
    },
    config,
  );
  return { issue, text, isNews };
}

const NEWS: ReadonlySet<Standing> = new Set(['published', 'scheduled', 'draft']);

async function findingsOf(blog: Blog, issue: IssueWithComments, now: number): Promise<Finding[]> {
  const body = parseBody(issue.body);
  const { repository, rules } = blog.postContext();
  const rendered = await renderMarkdown(body.text, {
    repository,
    serverUrl: rules.serverUrl,
    idPrefix: `post-${issue.number}-`,
    eagerFirstImage: true,
  });
  const state = blog.index.peek();
  const { publishedAt } = buildSummary(issue, body, 0, rules);
  const published = state && listPublished(state, now);
  return checkPost(
    { body, rendered, publishedAt },
    { siteUrl: blog.config.site.url, published, now },
  );
}
