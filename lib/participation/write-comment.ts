/** Writing, changing and deleting a comment as the person who is signed in. */
import { createHash } from 'node:crypto';
import type { GitHub } from '../github/client';
import { GitHubForbiddenError, GitHubNotFoundError, GitHubRejectedError } from '../github/errors';
import { findOwnComment } from '../github/find-own-comment';
import type { CommentNode } from '../github/issue-fields';
import { addComment, deleteComment, updateComment } from '../github/write-comments';
import type { Blog } from '../posts/blog';
import type { Comment } from '../posts/post';
import { toComment } from '../posts/to-post';
import { countCharacters, LONGEST_BODY } from '../writing/limits';
import { DiscussionRefusal } from './discussion-refusal';
import type { Sender } from './send-once';
import { findComment, findPost } from './subject';

export interface Writing {
  blog: Blog;
  /** Acts as the viewer. */
  github: GitHub;
  login: string;
  /** The post's, as in the address. */
  number: string;
}

export interface NewComment {
  body: string;
  /** See `Sending`. */
  key: string;
  triedAgo: number | null;
}

/** @throws DiscussionRefusal, GitHubError */
export async function writeComment(
  { blog, github, login, number }: Writing,
  { body, key, triedAgo }: NewComment,
  sender: Sender,
): Promise<Comment> {
  if (!blog.config.site.comments) throw new DiscussionRefusal('locked');
  const text = checked(body);
  const post = await findPost(blog, number, { viewer: github });
  const sending = { login, number: post.number, body: text, key, triedAgo };
  try {
    const written = await sender.send(sending, {
      post: () => addComment(github, post.id, text),
      find: (since) => findOwnComment(github, post.number, text, since),
    });
    return await toComment(written, post.number, blog.postContext());
  } catch (error) {
    throw (await explain({ blog, github, number }, error)) ?? error;
  }
}

/** The Markdown of a comment and its version, to begin an edit with. */
export async function readComment(
  { blog, github, number }: Writing,
  id: string,
): Promise<CommentSource> {
  const { comment } = await findComment(blog, number, id, { isAnew: true, viewer: github });
  return { body: comment.body, version: versionOf(comment) };
}

export interface CommentSource {
  body: string;
  /** Says which version an edit began with. */
  version: string;
}

/**
 * @param version the one that the edit began with
 * @throws DiscussionRefusal, GitHubError
 */
export async function changeComment(
  { blog, github, number }: Writing,
  id: string,
  { body, version }: CommentSource,
): Promise<Comment> {
  const text = checked(body);
  const { comment, post } = await findComment(blog, number, id, { isAnew: true, viewer: github });
  if (comment.body !== text && versionOf(comment) !== version) {
    throw new DiscussionRefusal('changed-meanwhile');
  }
  try {
    const changed = await updateComment(github, comment.id, text);
    return await toComment(changed, post.number, blog.postContext());
  } catch (error) {
    throw (await explain({ blog, github, number }, error, id)) ?? error;
  }
}

/** One that is gone already is as good. @throws DiscussionRefusal, GitHubError */
export async function removeComment({ blog, github, number }: Writing, id: string): Promise<void> {
  const { comment } = await findComment(blog, number, id, { viewer: github });
  try {
    await deleteComment(github, comment.id);
  } catch (error) {
    if (error instanceof GitHubNotFoundError) return;
    throw (await explain({ blog, github, number }, error, id)) ?? error;
  }
}

/** @throws DiscussionRefusal for no text, or too much */
function checked(body: string): string {
  if (!body.trim()) throw new DiscussionRefusal('empty');
  if (countCharacters(body) > LONGEST_BODY) throw new DiscussionRefusal('too-long');
  return body;
}

/** By the text itself: GitHub's times are whole seconds, in which somebody else may have edited. */
function versionOf({ body }: CommentNode): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 16);
}

/**
 * GitHub refused. What changed meanwhile is asked for, so that the reader learns why.
 * @param id of the comment, where one was to be changed
 * @returns null where GitHub's own reason says enough
 */
export async function explain(
  { blog, github, number }: Omit<Writing, 'login'>,
  error: unknown,
  id: string | null = null,
): Promise<DiscussionRefusal | null> {
  const isRefusal =
    error instanceof GitHubForbiddenError ||
    error instanceof GitHubNotFoundError ||
    error instanceof GitHubRejectedError;
  if (!isRefusal) return null;
  try {
    const options = { isAnew: true, viewer: github };
    if (id !== null) await findComment(blog, number, id, options);
    else if ((await findPost(blog, number, options)).locked) return new DiscussionRefusal('locked');
  } catch (reason) {
    return reason instanceof DiscussionRefusal ? reason : null;
  }
  if (error instanceof GitHubNotFoundError) return null;
  if (error instanceof GitHubForbiddenError) {
    return new DiscussionRefusal(id === null ? 'not-allowed' : 'not-yours');
  }
  return null;
}
