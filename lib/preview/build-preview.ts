/** What a preview shows of an issue: the post it is going to be, or where that already is. */
import type { IssueWithComments } from '../github/get-issue';
import { type PageResult, type SiteProps, siteProps } from '../pages/page-result';
import { withRevision } from '../pages/revision';
import type { Blog } from '../posts/blog';
import { parseBody } from '../posts/metadata';
import type { Post } from '../posts/post';
import { standingOf } from '../posts/standing';
import { buildPost } from '../posts/to-post';
import { buildSummary } from '../posts/to-summary';
import { previewChannel } from './token';

export interface PreviewProps extends SiteProps {
  post: Post;
  /** The post carries its label already and waits for its date. */
  isScheduled: boolean;
  /** Where changes are told: see `previewChannel`. */
  channel: string;
}

/** @returns `moved` once the post is public; `not-found` where its author may not publish */
export async function buildPreview(
  blog: Blog,
  issue: IssueWithComments,
): Promise<PageResult<PreviewProps>> {
  if (!blog.previewKey) return { kind: 'not-found' };
  const context = blog.postContext();
  // Before the text is rendered: anybody may open an issue.
  const summary = buildSummary(issue, parseBody(issue.body), 0, blog.rules);
  const standing = standingOf(issue, summary, blog.rules, context.now.getTime());
  if (standing === 'foreign') return { kind: 'not-found' };
  if (standing === 'published') return { kind: 'moved', path: summary.path };
  const post = await buildPost(issue, context);
  const props = {
    ...siteProps(blog.config),
    post,
    isScheduled: standing === 'scheduled',
    channel: previewChannel(blog.previewKey, issue.number),
  };
  return { kind: 'page', props: withRevision(props) };
}

/** What an open preview compares, in the words of `page-changes`. */
export function previewRevision(page: PageResult<PreviewProps>): string {
  if (page.kind === 'page') return page.props.revision;
  return page.kind === 'moved' ? page.path : 'gone';
}
