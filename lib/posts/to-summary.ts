/** An issue as what lists and cards know of a post. Pure. */
import { isAnnouncement } from '../bot/marker';
import type { IssueNode } from '../github/issue-fields';
import { summarizeMarkdown } from '../markdown/summarize';
import { postPath, slugify } from '../paths';
import { type ParsedBody, parseBody } from './metadata';
import { authorsOf } from './people';
import type { PostSummary } from './post';
import { type BlogRules, isPublished } from './publication';
import { tagsOf, toSeries } from './tags';

/** @returns null where the issue is not a post, whatever its date says */
export function toSummary(issue: IssueNode, rules: BlogRules): PostSummary | null {
  if (!isPublished(issue, rules)) return null;
  const { totalCount, nodes } = issue.comments;
  const announcements = nodes.filter((node) => node !== null && isAnnouncement(node));
  return buildSummary(issue, parseBody(issue.body), totalCount - announcements.length, rules);
}

/** The summary of an issue that is known to be a post. @param commentCount without the bot's */
export function buildSummary(
  issue: Omit<IssueNode, 'comments' | 'commentIds'>,
  body: ParsedBody,
  commentCount: number,
  rules: BlogRules,
): PostSummary {
  const { metadata } = body;
  const title = titleOf(issue);
  const slug = slugify(metadata.slug ?? title);
  const { excerpt, readingMinutes } = summarizeMarkdown(body.text);
  const publishedAt = metadata.date ?? toIso(issue.createdAt);
  const editedAt = issue.lastEditedAt ? toIso(issue.lastEditedAt) : null;
  return {
    number: issue.number,
    title,
    slug,
    path: postPath(issue.number, slug),
    excerpt: metadata.description ?? excerpt,
    authors: authorsOf(issue, metadata, rules.serverUrl),
    tags: tagsOf(issue, rules),
    series: toSeries(issue.milestone),
    publishedAt,
    // Readers care for what was edited since, not for how a scheduled post came about.
    editedAt: editedAt && editedAt >= publishedAt ? editedAt : null,
    updatedAt: toIso(issue.updatedAt),
    readingMinutes,
    commentCount,
    reactionCount: issue.reactions.totalCount,
    pinned: issue.isPinned === true,
    locked: issue.locked,
    cover: metadata.cover,
    language: metadata.language,
    canonicalUrl: metadata.canonical,
    refersTo: referencesIn(body.text),
  };
}

/** The end of the address that an issue has as a post. */
export function slugOf(issue: Pick<IssueNode, 'number' | 'title' | 'body'>): string {
  return slugify(parseBody(issue.body).metadata.slug ?? titleOf(issue));
}

function titleOf({ number, title }: Pick<IssueNode, 'number' | 'title'>): string {
  return title.trim() || `#${number}`;
}

/** GitHub's `2026-11-23T09:30:00Z`, in the same form as every other time of ours. */
function toIso(time: string): string {
  return new Date(time).toISOString();
}

/** `#12`, `owner/name#12`, `GH-12` and addresses; the sign may be written as a character reference. */
const REFERENCE = /(?:#|&(?:#35|#x23|num);|gh-|\/(?:issues|pull)\/)(\d{1,10})(?!\d)/gi;

/** Generous: a number too many costs a page rendered once more, one too few a link that is wrong. */
export function referencesIn(text: string): number[] {
  const numbers = [...text.matchAll(REFERENCE)].map(([, number]) => Number(number));
  return [...new Set(numbers)];
}
