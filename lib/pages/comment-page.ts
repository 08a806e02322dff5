/** What the page of one comment shows: the comment, and the post it answers. */
import { getBlog } from '../posts/blog';
import type { Comment, PostSummary } from '../posts/post';
import { findPost } from './lookups';
import { ISSUE_AGE, type PageResult, type SiteProps, siteProps } from './page-result';
import { parseNumber } from './post-page';
import { withRevision } from './revision';

export interface CommentPageProps extends SiteProps {
  post: Pick<PostSummary, 'number' | 'title' | 'path' | 'excerpt' | 'language' | 'authors'>;
  comment: Comment;
}

/**
 * @param number @param id as in the address
 * @param isTold a delivery has the page rendered
 * @throws GitHubError
 */
export async function loadCommentPage(
  number: string,
  id: string,
  isTold: boolean,
): Promise<PageResult<CommentPageProps>> {
  const blog = getBlog();
  const issueNumber = parseNumber(number);
  if (!blog || issueNumber === null || !/^[1-9]\d{0,15}$/.test(id)) return { kind: 'not-found' };
  const listed = await findPost(blog, issueNumber, isTold);
  if (!listed) return { kind: 'not-found' };
  const known = blog.index.peek()?.comments.get(issueNumber);
  const isKnown = known?.ids.includes(Number(id)) === true;
  if (!isTold && !isKnown && known?.isWhole) return { kind: 'not-found' };
  // A guess is compared with what was read last, so that it costs nothing.
  const post =
    isTold || isKnown
      ? await blog.readPost(issueNumber, ISSUE_AGE, !isTold)
      : await blog.readDiscussion(listed);
  const comment = post?.comments.find((other) => other.id === Number(id));
  if (!post || !comment) return { kind: 'not-found' };
  const { title, path, excerpt, language, authors } = post;
  const about = { number: issueNumber, title, path, excerpt, language, authors };
  const props = { ...siteProps(blog.config), post: about, comment };
  return { kind: 'page', props: withRevision(props) };
}
