/**
 * Keeps an open page up to date. The server tells over server-sent events that the page changed;
 * where it cannot be heard, SWR is loaded and asks from time to time (`components/page-follower.tsx`).
 * Either way the answer is the cached page data, so that a thousand readers cost GitHub nothing.
 */
import { useRouter } from 'next/router';
import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { withBase } from '../base-path';
import { keepReadingPosition } from './keep-position';
import { listenToPage } from './listen-to-page';
import { fetchNewestPage, type PageData } from './page-data';

export interface LivePage<Props> {
  props: Props;
  /** The page was taken away while it was open. */
  gone: boolean;
  /** What to ask for from time to time; null while the server tells of changes. */
  following: Following<Props> | null;
}

export interface Following<Props> {
  /** Percent-encoded. */
  path: string;
  /** Of what the page was rendered with. */
  revision: string;
  /** Called with every version that differs from the one before. */
  onChange(data: PageData<Props>): void;
}

interface Change<Props> {
  /** The props that the change came after; others have been served meanwhile where it is not these. */
  served: Props;
  props: Props;
  gone: boolean;
}

/**
 * @param served the props the page was rendered with
 * @param channel where the page's changes are told when that is not its path: a preview's path alone
 *   opens nothing, so it is asked for with its query and listens under a name of its own
 */
export function useLivePage<Props extends { revision: string }>(
  served: Props,
  channel?: string,
): LivePage<Props> {
  const router = useRouter();
  const [path, setPath] = useState(() =>
    withBase(router.asPath.split(channel === undefined ? /[?#]/ : /#/)[0] ?? '/'),
  );
  const { revision } = served;
  const [change, setChange] = useState<Change<Props> | null>(null);
  const [isPushed, setPushed] = useState(true);

  const onChange = useCallback(
    (data: PageData<Props>) => {
      if (data.kind === 'moved') {
        // A preview moves to what was published, which is a page of another kind.
        if (channel !== undefined) return window.location.replace(data.path);
        move(data.path);
        return setPath(data.path);
      }
      // At once, so that the page can be measured before and after.
      keepReadingPosition(() => {
        flushSync(() => {
          setChange((before) => {
            const shown = before?.served === served ? before.props : served;
            const gone = data.kind === 'gone';
            // A page that is gone keeps its last props.
            return { served, gone, props: gone ? shown : data.props };
          });
        });
      });
    },
    [served, channel],
  );

  useEffect(() => {
    return listenToPage({
      path: channel ?? path,
      revision,
      onRevision(newest) {
        const { buildId } = window.__NEXT_DATA__;
        fetchNewestPage<Props>(path, buildId, newest).then(onChange, () => setPushed(false));
      },
      onConnection: setPushed,
    });
  }, [path, channel, revision, onChange]);

  const isCurrent = change?.served === served;
  return {
    props: isCurrent ? change.props : served,
    gone: isCurrent && change.gone,
    following: isPushed ? null : { path, revision, onChange },
  };
}

/**
 * The page is the same under its new address. Next's router would load its styles a second time, in
 * a way that the content security policy forbids, and forget the first ones.
 */
function move(path: string): void {
  const state: unknown = window.history.state;
  const known = typeof state === 'object' ? state : null;
  // Next keeps its own idea of the address there.
  window.history.replaceState({ ...known, url: path, as: path }, '', path);
}
