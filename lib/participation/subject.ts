/**
 * What somebody comments on or reacts to: a published post or a comment the site shows. Whatever
 * else GitHub would let them write to is none of this site's business, and is not found.
 */
import { isAnnouncement } from '../bot/marker';
import type { GitHub } from '../github/client';
import { GitHubError } from '../github/errors';
import { getIssue, type IssueWithComments } from '../github/get-issue';
import type { CommentNode } from '../github/issue-fields';
import { readIndex } from '../pages/page-result';
import { parseNumber } from '../pages/post-page';
import type { Blog } from '../posts/blog';
import { parseBody } from '../posts/metadata';
import { isPublished } from '../posts/publication';
import { DiscussionRefusal } from './discussion-refusal';

type Reading = Pick<Blog, 'config' | 'github' | 'index' | 'issues' | 'rules'>;

export interface FindOptions {
  /** Asks GitHub in any case; else what was read since the post last changed serves. */
  isAnew?: boolean;
  /** Who asks pays for it: calls in the blog's own name are for its pages. */
  viewer: GitHub;
}

/**
 * @param number as in the address
 * @throws DiscussionRefusal `not-a-post`; GitHubError where nothing is known of the post
 */
export async function findPost(
  blog: Reading,
  number: string,
  { isAnew = false, viewer }: FindOptions,
): Promise<IssueWithComments> {
  const issueNumber = parseNumber(number);
  const listed = issueNumber === null ? null : await findListed(blog, issueNumber);
  if (issueNumber === null || !listed) throw new DiscussionRefusal('not-a-post');
  const last = blog.issues.last(issueNumber);
  const isNewest = last && Date.parse(last.updatedAt) >= Date.parse(listed.updatedAt);
  if (isNewest && !isAnew) return published(blog, last);
  return published(blog, await readOrRecall(blog, issueNumber, viewer));
}

/** Whoever is signed in may ask for any number; only posts are worth a call. @throws GitHubError */
async function findListed(blog: Reading, number: number) {
  const { posts } = await readIndex(blog);
  return posts.get(number) ?? null;
}

export interface FoundComment {
  post: IssueWithComments;
  comment: CommentNode;
}

/**
 * @param number @param id as in the address
 * @throws DiscussionRefusal `not-a-post`, or `no-such-comment` for another post's comment or the bot's
 */
export async function findComment(
  blog: Reading,
  number: string,
  id: string,
  options: FindOptions,
): Promise<FoundComment> {
  const post = await findPost(blog, number, options);
  const comment = commentIn(post, id);
  if (comment || options.isAnew) return { post, comment: comment ?? missing() };
  // It may be younger than what is remembered of the post.
  const now = await findPost(blog, number, { ...options, isAnew: true });
  return { post: now, comment: commentIn(now, id) ?? missing() };
}

function missing(): never {
  throw new DiscussionRefusal('no-such-comment');
}

function commentIn(post: IssueWithComments, id: string): CommentNode | null {
  const found = post.comments.find((comment) => String(comment.fullDatabaseId) === id);
  return found && !isAnnouncement(found) ? found : null;
}

/** While GitHub cannot be read, the last reading serves: whether to write is GitHub's decision. */
async function readOrRecall(
  { issues }: Reading,
  number: number,
  viewer: GitHub,
): Promise<IssueWithComments | null> {
  try {
    return await getIssue(viewer, number);
  } catch (error) {
    const last = issues.last(number);
    if (last && error instanceof GitHubError && error.transient) return last;
    throw error;
  }
}

function published({ rules }: Reading, issue: IssueWithComments | null): IssueWithComments {
  if (!issue || !isPublished(issue, rules)) throw new DiscussionRefusal('not-a-post');
  const { date } = parseBody(issue.body).metadata;
  if (Date.parse(date ?? issue.createdAt) > Date.now()) throw new DiscussionRefusal('not-a-post');
  return issue;
}
