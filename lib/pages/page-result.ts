/** What every static page is made of, and how it becomes Next's answer. */
import type { GetStaticPropsContext, GetStaticPropsResult } from 'next';
import { findLastShown } from '../cache/last-shown';
import { beginLoad, noteShownAgain } from '../cache/page-loads';
import { type Config, readConfig, type SiteConfig } from '../config';
import { isLow } from '../github/allowance';
import { isGitHubError } from '../github/errors';
import { serveAvatars } from '../images/serve-avatars';
import type { Blog } from '../posts/blog';
import type { IndexState } from '../posts/post-index';

export interface SiteProps {
  site: SiteConfig;
}

export type PageResult<Props> =
  | {
      kind: 'page';
      props: Props & { revision: string };
      /** Whether it was made without asking GitHub, which does not answer. */
      isRecalled?: boolean;
    }
  | { kind: 'not-found' }
  | { kind: 'moved'; path: string };

/**
 * Seconds until a page is rendered anew without being told to: the safety net under lost deliveries,
 * and the way reactions arrive, for which GitHub has no webhook.
 */
const SAFETY_NET = 300;

/** A page that is not there may be published any moment by a delivery that gets lost. */
const SAFETY_NET_FOR_MISSING = 60;

/**
 * The index for what is made of it alone: lists, feeds, search. One process is told of every change,
 * so that a question to GitHub is only the safety net, and unknown names cost nothing. On a platform
 * of many short-lived processes another one may have been told. While GitHub cannot be asked, what is
 * known serves.
 * @throws GitHubError when nothing is known
 */
export async function readIndex({
  config,
  github,
  index,
}: Pick<Blog, 'config' | 'github' | 'index'>): Promise<IndexState> {
  const state = index.peek();
  if (state && isLow(github.allowance())) return state;
  try {
    return await index.sync(config.pushes ? 300_000 : 2_000);
  } catch (error) {
    const known = index.peek();
    if (known && isGitHubError(error)) return known;
    throw error;
  }
}

/** Seconds until what was shown once more, or recalled, is tried again. */
const SOON = 10;

/** How old, in milliseconds, a read of an issue may be for a page. */
export const ISSUE_AGE = 5_000;

/** What every page says of the site. It reaches the browser. */
export function siteProps(config: Pick<Config, 'site'>): SiteProps {
  return { site: config.site };
}

/**
 * What Next asks a static page for. One that cannot be rendered now, because GitHub does not answer,
 * shows once more what it showed before.
 * @param segments of the page's address, decoded
 * @param load `isTold` says that a delivery has the page rendered
 * @throws what `load` throws, where nothing was shown, or to a delivery
 */
export async function loadStaticProps<Props>(
  { revalidateReason }: Pick<GetStaticPropsContext, 'revalidateReason'>,
  segments: readonly string[],
  load: (isTold: boolean) => Promise<PageResult<Props>> | PageResult<Props>,
): Promise<GetStaticPropsResult<Props & { revision: string }>> {
  const path = `/${segments.map(encodeURIComponent).join('/')}`;
  const isTold = revalidateReason === 'on-demand';
  const end = beginLoad(path);
  try {
    const result = await load(isTold);
    if (result.kind === 'page' && result.isRecalled) noteShownAgain(path, markOf(result));
    else end(markOf(result));
    return toStaticProps(result);
  } catch (error) {
    // Also where Next has it: another request may have rendered it after Next found nothing to show.
    const isFailing = isGitHubError(error) && !isTold;
    const last = isFailing ? await findLastShown<Props & { revision: string }>(path) : null;
    if (!last) throw error;
    noteShownAgain(path, markOf(last.kind === 'moved' ? { kind: 'moved', path: last.to } : last));
    if (last.kind === 'page') return { props: last.props, revalidate: SOON };
    if (last.kind === 'gone') return { notFound: true, revalidate: SOON };
    const redirect = { destination: last.to, permanent: true, basePath: false as const };
    return { redirect, revalidate: SOON };
  }
}

/** As the page cache tells results apart. */
function markOf<Props>(result: PageResult<Props> | { kind: 'gone' }): string {
  if (result.kind === 'page') return result.props.revision;
  return result.kind === 'moved' ? result.path : 'gone';
}

function toStaticProps<Props>(
  result: PageResult<Props>,
): GetStaticPropsResult<Props & { revision: string }> {
  if (result.kind === 'page') {
    const props = serveAvatars(result.props, readConfig().imageServer);
    return { props, revalidate: result.isRecalled ? SOON : SAFETY_NET };
  }
  if (result.kind === 'moved') {
    // The path is whole already.
    const redirect = { destination: result.path, permanent: true, basePath: false as const };
    return { redirect, revalidate: SAFETY_NET };
  }
  return { notFound: true, revalidate: SAFETY_NET_FOR_MISSING };
}
