/** What the archive shows: every post as one line, all years together or one of them. */

import { readConfig } from '../config';
import { archivePath } from '../paths';
import { getBlog } from '../posts/blog';
import { groupPosts } from '../posts/group-posts';
import { listPublished, pageOf } from '../posts/list-posts';
import { ARCHIVED_PER_PAGE } from '../posts/listing';
import type { PostSummary } from '../posts/post';
import { type PageResult, readIndex, type SiteProps, siteProps } from './page-result';
import { parseNumber } from './post-page';
import { withRevision } from './revision';

export interface ArchivePageProps extends SiteProps {
  posts: Pick<PostSummary, 'number' | 'title' | 'path' | 'publishedAt' | 'language'>[];
  years: { year: string; count: number }[];
  /** Null where all years are shown. */
  year: string | null;
  /** How many posts there are on all pages together. */
  count: number;
  page: number;
  pageCount: number;
}

/**
 * @param segments of the address after `/archive`: `['2026', 'page', '2']`, or nothing
 * @throws GitHubError
 */
export async function loadArchivePage(
  segments: readonly string[],
): Promise<PageResult<ArchivePageProps>> {
  const year = segments[0] && segments[0] !== 'page' ? segments[0] : null;
  const [word, number, ...more] = year === null ? segments : segments.slice(1);
  const isNumbered = word === 'page' && number !== undefined && more.length === 0;
  const page = isNumbered ? parseNumber(number) : word === undefined ? 1 : null;
  const blog = getBlog();
  if (page === null) return { kind: 'not-found' };
  // The header leads here also while there is no repository yet.
  const published = blog ? listPublished(await readIndex(blog), Date.now()) : [];
  const { years } = groupPosts(published);
  const all = year === null ? published : years.get(year)?.posts;
  const list = all && pageOf(all, page, ARCHIVED_PER_PAGE);
  if (!all || !list) return { kind: 'not-found' };
  if (isNumbered && page === 1) return { kind: 'moved', path: archivePath(year) };
  const props = {
    ...siteProps(blog?.config ?? readConfig()),
    posts: list.posts.map(toLine),
    years: [...years.values()].map(({ year, posts }) => ({ year, count: posts.length })),
    year,
    count: all.length,
    page,
    pageCount: list.pageCount,
  };
  return { kind: 'page', props: withRevision(props) };
}

function toLine({ number, title, path, publishedAt, language }: PostSummary) {
  return { number, title, path, publishedAt, language };
}
