/** How an open page asks for its newest version: Next's own page data, which is cached and cheap. */

import { BASE_PATH, withoutBase } from '../base-path';
import { textAt, valueAt } from '../unknown-fields';

export type PageData<Props> =
  | { kind: 'page'; props: Props }
  /** There is no such page any more. */
  | { kind: 'gone' }
  | { kind: 'moved'; path: string };

/**
 * @param path of the page, percent-encoded, with its query where the page needs one
 * @param build the build id the open page came from; after a deploy its data is gone, and the page
 *   itself is asked
 * @throws Error when the site cannot answer now; what is open stays
 */
export async function fetchPageData<Props>(path: string, build: string): Promise<PageData<Props>> {
  const [address = '/', query] = path.split('?');
  const pathname = withoutBase(address);
  const file = `${pathname === '/' ? '/index' : pathname}.json${query ? `?${query}` : ''}`;
  const response = await fetch(`${BASE_PATH}/_next/data/${build}${file}`, {
    headers: { accept: 'application/json' },
  });
  if (response.ok) return readPageAnswer<Props>(await response.json());
  if (response.status === 404) {
    // Few readers have a page open over a deploy, or over its end.
    const { fetchPage } = await import('./page-of-html');
    return fetchPage<Props>(path);
  }
  throw new Error(`The page's data answered ${response.status}.`);
}

/** A push may run ahead of the cache by a moment; milliseconds between two questions. */
const RETRY = 400;
const TRIES = 6;

/**
 * The same, asked again until it is what the server told of.
 * @throws Error when the site cannot answer now
 */
export async function fetchNewestPage<Props extends { revision: string }>(
  path: string,
  build: string,
  newest: string,
): Promise<PageData<Props>> {
  for (let tries = TRIES; ; tries -= 1) {
    const data = await fetchPageData<Props>(path, build);
    if (revisionOf(data) === newest || data.kind !== 'page' || tries <= 1) return data;
    await new Promise((resolve) => setTimeout(resolve, RETRY));
  }
}

/** What two answers are compared by. */
export function revisionOf<Props extends { revision: string }>(data?: PageData<Props>) {
  return data?.kind === 'page' ? data.props.revision : data?.kind;
}

/** @param answer Next's page data @throws Error when it is none of ours */
export function readPageAnswer<Props>(answer: unknown): PageData<Props> {
  const props = valueAt(answer, 'pageProps');
  const moved = textAt(props, '__N_REDIRECT');
  if (moved !== null) return { kind: 'moved', path: moved };
  if (!isProps<Props>(props)) throw new Error("The page's data is not what this page knows.");
  return { kind: 'page', props };
}

/** Every page of ours carries a revision; its other props are of the same build or a later one. */
function isProps<Props>(props: unknown): props is Props {
  return textAt(props, 'revision') !== null;
}
