/**
 * Follows a page's changes. The server tells over server-sent events that the page changed; where it
 * cannot, the page asks from time to time. Either way the answer is the cached page data, so that a
 * thousand readers cost GitHub nothing.
 */
import { listenToPage } from './listen-to-page';
import { fetchPageData, type PageData } from './page-data';

/** Milliseconds between two questions while nothing is pushed. */
const POLLING = 20_000;
/** While pushes arrive, a rare question covers what got lost on the way. */
const RARELY = 300_000;
/** A push may run ahead of the cache by a moment. */
const RETRY = 400;
const TRIES = 6;

export interface FollowedPage<Props> {
  /** Percent-encoded. */
  path: string;
  /** Where its changes are told; usually its path. */
  channel: string;
  /** Of what is shown. */
  revision: string;
  /** The build id the open page came from. */
  build: string;
  /** Called with every answer that differs from the one before. */
  onChange(data: PageData<Props>): void;
}

/** @returns stops following */
export function followPage<Props extends { revision: string }>(
  page: FollowedPage<Props>,
): () => void {
  let known = page.revision;
  let isPushed = false;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout>;

  /** @returns the revision that the page has now; null where it could not be asked */
  async function ask(): Promise<string | null> {
    clearTimeout(timer);
    const data = await fetchPageData<Props>(page.path, page.build).catch(() => null);
    if (isOver) return null;
    timer = setTimeout(ask, isPushed ? RARELY : POLLING);
    if (!data) return null;
    const revision = data.kind === 'page' ? data.props.revision : data.kind;
    if (revision !== known) {
      known = revision;
      page.onChange(data);
    }
    return revision;
  }

  async function catchUp(revision: string): Promise<void> {
    for (let tries = TRIES; tries > 0 && !isOver && known !== revision; tries -= 1) {
      const current = await ask();
      if (current === revision || current === 'moved' || current === 'gone') return;
      await new Promise((resolve) => setTimeout(resolve, RETRY));
    }
  }

  const askInView = () => {
    if (!document.hidden) void ask();
  };
  const stopListening = listenToPage({
    path: page.channel,
    revision: page.revision,
    onRevision: (revision) => void catchUp(revision),
    onConnection: (isOpen) => {
      isPushed = isOpen;
    },
  });
  timer = setTimeout(ask, POLLING);
  document.addEventListener('visibilitychange', askInView);
  window.addEventListener('online', askInView);

  return () => {
    isOver = true;
    clearTimeout(timer);
    stopListening();
    document.removeEventListener('visibilitychange', askInView);
    window.removeEventListener('online', askInView);
  };
}
