/** What the home page and its older pages show. */

import { readConfig } from '../config';
import { getBlog } from '../posts/blog';
import { homePage, listPublished } from '../posts/list-posts';
import { toListedPost } from '../posts/listed-post';
import type { ListedPost } from '../posts/post';
import { type PageResult, readIndex, type SiteProps, siteProps } from './page-result';
import { withRevision } from './revision';

export type HomePageProps = SiteProps &
  (
    | { kind: 'unconfigured'; missing: string[] }
    | { kind: 'empty'; publishLabel: string }
    | {
        kind: 'list';
        pinned: ListedPost[];
        posts: ListedPost[];
        page: number;
        pageCount: number;
      }
  );

/** @throws GitHubError, so that the page before it stays */
export async function loadHomePage(page: number): Promise<PageResult<HomePageProps>> {
  const blog = getBlog();
  if (!blog) return unconfigured(page);
  const { config } = blog;
  const published = listPublished(await readIndex(blog), Date.now());
  const list = homePage(published, page, config.postsPerPage);
  if (!list) return { kind: 'not-found' };
  if (published.length === 0) {
    const props = {
      ...siteProps(config),
      kind: 'empty' as const,
      publishLabel: config.publishLabel,
    };
    return { kind: 'page', props: withRevision(props) };
  }
  const shown = {
    ...list,
    posts: list.posts.map(toListedPost),
    pinned: list.pinned.map(toListedPost),
  };
  return {
    kind: 'page',
    props: withRevision({ ...siteProps(config), kind: 'list' as const, ...shown }),
  };
}

/** How many pages the list has; 1 where nothing is configured. @throws GitHubError */
export async function countHomePages(): Promise<number> {
  const blog = getBlog();
  if (!blog) return 1;
  const published = listPublished(await readIndex(blog), Date.now());
  return homePage(published, 1, blog.config.postsPerPage)?.pageCount ?? 1;
}

function unconfigured(page: number): PageResult<HomePageProps> {
  if (page !== 1) return { kind: 'not-found' };
  const config = readConfig();
  const missing = [
    ...(config.repository ? [] : ['GITHUB_REPOSITORY']),
    ...(config.credentials ? [] : ['GITHUB_TOKEN']),
    ...(config.webhookSecret ? [] : ['GITHUB_WEBHOOK_SECRET']),
  ];
  const props = { ...siteProps(config), kind: 'unconfigured' as const, missing };
  return { kind: 'page', props: withRevision(props) };
}
