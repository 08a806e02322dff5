/** What the page of a post's revisions shows. */
import { listRevisions } from '../github/list-revisions';
import { getBlog } from '../posts/blog';
import type { PostSummary } from '../posts/post';
import { buildRevisions, type Revision } from '../posts/revisions';
import { findPost } from './lookups';
import { ISSUE_AGE, type PageResult, type SiteProps, siteProps } from './page-result';
import { parseNumber } from './post-page';
import { withRevision } from './revision';

export interface RevisionsPageProps extends SiteProps {
  post: Pick<PostSummary, 'number' | 'title' | 'path' | 'language'> & { url: string };
  /** Newest first. */
  revisions: Revision[];
  /** How many older ones only GitHub shows. */
  olderCount: number;
}

/** Enough for nearly every post; all at once, so that one address holds them. */
const SHOWN = 50;

/**
 * @param number as in the address
 * @param isTold a delivery has the page rendered
 * @throws GitHubError, so that the page before it stays
 */
export async function loadRevisionsPage(
  number: string,
  isTold: boolean,
): Promise<PageResult<RevisionsPageProps>> {
  const blog = getBlog();
  const issueNumber = parseNumber(number);
  if (!blog || issueNumber === null) return { kind: 'not-found' };
  if (!(await findPost(blog, issueNumber, isTold))) return { kind: 'not-found' };
  const post = await blog.readPost(issueNumber, ISSUE_AGE, !isTold);
  const list = post && (await listRevisions(blog.github, issueNumber, SHOWN + 1));
  if (!post || !list || list.isPrivate) return { kind: 'not-found' };
  const { title, path, language, url } = post;
  const { revisions, totalCount } = list;
  const props = {
    ...siteProps(blog.config),
    post: { number: issueNumber, title, path, language, url },
    revisions: await buildRevisions(revisions, totalCount, SHOWN, blog.rules.serverUrl),
    olderCount: Math.max(0, totalCount - SHOWN),
  };
  return { kind: 'page', props: withRevision(props) };
}
