/**
 * What somebody comments on or reacts to: a published post or a comment the site shows. Whatever
 * else GitHub would let them write to is none of this site's business, and is not found.
 */
import { isAnnouncement } from '../bot/marker';
import { GitHubError } from '../github/errors';
import type { IssueWithComments } from '../github/get-issue';
import type { CommentNode } from '../github/issue-fields';
import { ISSUE_AGE } from '../pages/page-result';
import { parseNumber } from '../pages/post-page';
import type { Blog } from '../posts/blog';
import { parseBody } from '../posts/metadata';
import { isPublished } from '../posts/publication';
import { DiscussionRefusal } from './discussion-refusal';

type Reading = Pick<Blog, 'issues' | 'rules'>;

/**
 * @param number as in the address
 * @param maxAge milliseconds; see `IssueReader.read`
 * @throws DiscussionRefusal `not-a-post`; GitHubError where nothing is known of the post
 */
export async function findPost(
  blog: Reading,
  number: string,
  maxAge = ISSUE_AGE,
): Promise<IssueWithComments> {
  const issueNumber = parseNumber(number);
  if (issueNumber === null) throw new DiscussionRefusal('not-a-post');
  return published(blog, await readOrRecall(blog, issueNumber, maxAge));
}

export interface FoundComment {
  post: IssueWithComments;
  comment: CommentNode;
}

/**
 * @param number @param id as in the address
 * @param maxAge milliseconds; see `IssueReader.read`
 * @throws DiscussionRefusal `not-a-post`, or `no-such-comment` for another post's comment or the bot's
 */
export async function findComment(
  blog: Reading,
  number: string,
  id: string,
  maxAge = ISSUE_AGE,
): Promise<FoundComment> {
  const post = await findPost(blog, number, maxAge);
  const comment = commentIn(post, id);
  if (comment || maxAge === 0) return { post, comment: comment ?? missing() };
  // It may be younger than what is remembered of the post.
  const now = published(blog, await readOrRecall(blog, post.number, 0));
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
  maxAge: number,
): Promise<IssueWithComments | null> {
  try {
    return await issues.read(number, maxAge);
  } catch (error) {
    const last = issues.last(number);
    if (last && error instanceof GitHubError) return last;
    throw error;
  }
}

function published({ rules }: Reading, issue: IssueWithComments | null): IssueWithComments {
  if (!issue || !isPublished(issue, rules)) throw new DiscussionRefusal('not-a-post');
  const { date } = parseBody(issue.body).metadata;
  if (Date.parse(date ?? issue.createdAt) > Date.now()) throw new DiscussionRefusal('not-a-post');
  return issue;
}
