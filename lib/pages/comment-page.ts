/** What the page of one comment shows: the comment, and the post it answers. */
import { getBlog } from '../posts/blog';
import type { Comment, PostSummary } from '../posts/post';
import { ISSUE_AGE, type PageResult, type SiteProps, siteProps } from './page-result';
import { parseNumber } from './post-page';
import { withRevision } from './revision';

export interface CommentPageProps extends SiteProps {
  post: Pick<PostSummary, 'number' | 'title' | 'path' | 'excerpt' | 'language' | 'authors'>;
  comment: Comment;
}

/** @param number @param id as in the address @throws GitHubError */
export async function loadCommentPage(
  number: string,
  id: string,
): Promise<PageResult<CommentPageProps>> {
  const blog = getBlog();
  const issueNumber = parseNumber(number);
  if (!blog || issueNumber === null || !/^[1-9]\d{0,15}$/.test(id)) return { kind: 'not-found' };
  const post = await blog.readPost(issueNumber, ISSUE_AGE);
  const comment = post?.comments.find((other) => other.id === Number(id));
  if (!post || !comment) return { kind: 'not-found' };
  const { title, path, excerpt, language, authors } = post;
  const about = { number: issueNumber, title, path, excerpt, language, authors };
  const props = { ...siteProps(blog.config), post: about, comment };
  return { kind: 'page', props: withRevision(props) };
}
