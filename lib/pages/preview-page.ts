/** Opens a preview for whoever has its token. Without one, GitHub is not even asked. */
import { getBlog } from '../posts/blog';
import { buildPreview, type PreviewProps } from '../preview/build-preview';
import { checkPreviewToken } from '../preview/token';
import { type PageResult, type SiteProps, siteProps } from './page-result';
import { parseNumber } from './post-page';

export type PreviewPageResult = PageResult<PreviewProps> | { kind: 'expired'; props: SiteProps };

/** How old, in milliseconds, what a preview shows may be: many open previews are one call. */
const PREVIEW_AGE = 2_000;

/**
 * @param number @param token as in the address
 * @param now milliseconds
 * @throws GitHubError
 */
export async function loadPreviewPage(
  number: string,
  token: unknown,
  now: number,
): Promise<PreviewPageResult> {
  const blog = getBlog();
  const issueNumber = parseNumber(number);
  if (!blog?.previewKey || issueNumber === null) return { kind: 'not-found' };
  const permission = checkPreviewToken(blog.previewKey, issueNumber, token, now);
  if (permission.kind === 'forged') return { kind: 'not-found' };
  if (permission.kind === 'expired') return { kind: 'expired', props: siteProps(blog.config) };
  const issue = await blog.issues.read(issueNumber, PREVIEW_AGE);
  return issue ? buildPreview(blog, issue) : { kind: 'not-found' };
}
