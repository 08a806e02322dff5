/** What a post's page shows: the post, its discussion and what stands beside it. */
import { withoutBase } from '../base-path';
import { findKeptPages } from '../cache/kept-pages';
import { findLastShown } from '../cache/last-shown';
import { familyOf } from '../cache/post-family';
import { GitHubUnavailableError, isGitHubError } from '../github/errors';
import { askOwnServer } from '../own-server';
import { postPath } from '../paths';
import { type Blog, getBlog } from '../posts/blog';
import { listPublished, neighboursOf, type SeriesWindow } from '../posts/list-posts';
import type { Post, PostLink, PostSummary } from '../posts/post';
import { findMovedPost, findPost } from './lookups';
import { ISSUE_AGE, type PageResult, readIndex, type SiteProps, siteProps } from './page-result';
import { withRevision } from './revision';

export interface PostPageProps extends SiteProps {
  post: Post;
  previous: PostLink | null;
  next: PostLink | null;
  related: PostLink[];
  series: SeriesWindow;
}

/** Longer than any read of GitHub takes; milliseconds. */
const RENDERED_WITHIN = 10_000;

/**
 * @param number as in the address
 * @param slug the rest of the address, decoded; any but the post's own redirects there
 * @param isTold a delivery has the page rendered
 * @throws GitHubError, so that the page before it stays
 */
export async function loadPostPage(
  number: string,
  slug: readonly string[],
  isTold: boolean,
): Promise<PageResult<PostPageProps>> {
  const blog = getBlog();
  const issueNumber = parseNumber(number);
  if (!blog || issueNumber === null) return { kind: 'not-found' };
  const listed = await findPost(blog, issueNumber, isTold);
  if (!listed) return missingPost(blog, issueNumber, isTold);
  const asked = slug.join('/').normalize('NFC');
  if (asked !== listed.slug && (isTold || !(await isNewTitle(blog, issueNumber, asked)))) {
    return leadTo(listed, asked);
  }
  const { post, isRecalled } = await readOrRecall(blog, listed, isTold);
  if (!post) return missingPost(blog, issueNumber, isTold);
  if (asked !== post.slug) {
    // The list knows by now as well, unless GitHub answered with what was before.
    const today = await findPost(blog, issueNumber, isTold);
    if (today && asked !== today.slug) return leadTo(today, asked);
  }
  const index = await readIndex(blog);
  const around = neighboursOf(listPublished(index, Date.now()), issueNumber);
  const props = { ...siteProps(blog.config), post, ...around };
  return { kind: 'page', props: withRevision(props), isRecalled };
}

/**
 * While GitHub fails, a reader gets a post whose page was never shown, or led to another title of it, as
 * it is known anyway.
 * @throws GitHubError to a delivery; and where a page was shown, or that the post is gone, which stays
 */
async function readOrRecall(
  blog: Blog,
  listed: PostSummary,
  isTold: boolean,
): Promise<{ post: Post | null; isRecalled: boolean }> {
  try {
    return { post: await blog.readPost(listed.number, ISSUE_AGE, !isTold), isRecalled: false };
  } catch (error) {
    if (isTold || !isGitHubError(error) || !findKeptPages()) throw error;
    const here = withoutBase(listed.path);
    const last = await findLastShown(here);
    const ledTo = last?.kind === 'moved' ? familyOf(withoutBase(last.to)) : null;
    const isLost = last === null || ledTo === familyOf(here);
    const post = isLost ? await blog.recallPost(listed) : null;
    if (!post) throw error;
    return { post, isRecalled: true };
  }
}

/**
 * Leads to a post's own address, from one that has another title. That address may have led to this one
 * while it was the post's; it is rendered anew then, or the two would make a circle. And one that showed
 * something goes on doing so while GitHub fails, rather than lead to a page that no instance has or can
 * render. Who only guesses an address has nothing rendered.
 * @throws GitHubError
 */
async function leadTo(
  { number, slug, path }: PostSummary,
  asked: string,
): Promise<PageResult<PostPageProps>> {
  const here = withoutBase(postPath(number, asked));
  const there = withoutBase(postPath(number, slug));
  const [last, target] = [await findLastShown(here), await findLastShown(there)];
  const isNews = last !== null && !(last.kind === 'moved' && last.to === path);
  if (target && target.kind !== 'page') await findKeptPages()?.forget(there);
  if (isNews && !(await isThere(there))) await render(there);
  return { kind: 'moved', path };
}

/**
 * Whether an address that the list of posts does not know is the post's own by now: where a page was
 * shown, another instance may have learned of a new title first. Only GitHub can say; while it fails,
 * the list is right.
 */
async function isNewTitle(blog: Blog, number: number, slug: string): Promise<boolean> {
  const last = await findLastShown(withoutBase(postPath(number, slug)));
  if (last?.kind !== 'page') return false;
  try {
    return (await blog.readPost(number, 0, true))?.slug === slug;
  } catch (error) {
    if (isGitHubError(error)) return false;
    throw error;
  }
}

/** Has this very server render a page, which all instances then have. @throws GitHubError */
async function render(page: string): Promise<void> {
  const answer = await askOwnServer(page, RENDERED_WITHIN).catch(() => null);
  answer?.resume();
  // One that changed while it was rendered is not kept.
  if (!answer?.statusCode || answer.statusCode >= 500 || !(await isThere(page))) {
    throw new GitHubUnavailableError('The page to lead to cannot be rendered at the moment.');
  }
}

/** Whether a page can be had without GitHub, as far as this process can tell. */
async function isThere(page: string): Promise<boolean> {
  const isKept = await findKeptPages()?.has(page);
  return isKept !== false || (await findLastShown(page))?.kind === 'page';
}

/** An issue that was transferred away and came back has another number now. */
async function missingPost(
  blog: Blog,
  number: number,
  isTold: boolean,
): Promise<PageResult<PostPageProps>> {
  const isThere = isTold && (await blog.issues.read(number, ISSUE_AGE)) !== null;
  const moved = isThere ? null : await findMovedPost(blog, number, isTold);
  return moved ? { kind: 'moved', path: moved.path } : { kind: 'not-found' };
}

/** @returns null for what GitHub never numbers an issue with */
export function parseNumber(text: string): number | null {
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
}
