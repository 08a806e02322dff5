/** What a post's page shows: the post, its discussion and what stands beside it. */
import { type Blog, getBlog } from '../posts/blog';
import { listPublished, neighboursOf, type SeriesWindow } from '../posts/list-posts';
import type { Post, PostLink } from '../posts/post';
import { INDEX_AGE, ISSUE_AGE, type PageResult, type SiteProps, siteProps } from './page-result';
import { withRevision } from './revision';

export interface PostPageProps extends SiteProps {
  post: Post;
  previous: PostLink | null;
  next: PostLink | null;
  related: PostLink[];
  series: SeriesWindow;
}

/**
 * @param number as in the address
 * @param slug the rest of the address, decoded; any but the post's own redirects there
 * @throws GitHubError, so that the page before it stays
 */
export async function loadPostPage(
  number: string,
  slug: readonly string[],
): Promise<PageResult<PostPageProps>> {
  const blog = getBlog();
  const issueNumber = parseNumber(number);
  if (!blog || issueNumber === null) return { kind: 'not-found' };
  const [post, index] = await Promise.all([
    blog.readPost(issueNumber, ISSUE_AGE),
    blog.index.sync(INDEX_AGE),
  ]);
  if (!post) return missingPost(blog, issueNumber);
  if (slug.join('/').normalize('NFC') !== post.slug) return { kind: 'moved', path: post.path };
  const around = neighboursOf(listPublished(index, Date.now()), issueNumber);
  const props = { ...siteProps(blog.config), post, ...around };
  return { kind: 'page', props: withRevision(props) };
}

/** An issue that was transferred away and came back has another number now. */
async function missingPost(blog: Blog, number: number): Promise<PageResult<PostPageProps>> {
  const isThere = (await blog.issues.read(number, ISSUE_AGE)) !== null;
  const moved = isThere ? null : await blog.findMoved(number);
  return moved ? { kind: 'moved', path: moved.path } : { kind: 'not-found' };
}

/** @returns null for what GitHub never numbers an issue with */
export function parseNumber(text: string): number | null {
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
}
