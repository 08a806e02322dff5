/** Keeps an open page up to date. */
import { useRouter } from 'next/router';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { followPage } from './follow-page';
import { keepReadingPosition } from './keep-position';
import type { PageData } from './page-data';

export interface LivePage<Props> {
  props: Props;
  /** The page was taken away while it was open. */
  gone: boolean;
}

interface Change<Props> {
  /** The props that the change came after; others have been served meanwhile where it is not these. */
  served: Props;
  page: LivePage<Props>;
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
  const path = router.asPath.split(channel === undefined ? /[?#]/ : /#/)[0] ?? '/';
  const [change, setChange] = useState<Change<Props> | null>(null);

  useEffect(() => {
    async function show(data: PageData<Props>): Promise<void> {
      if (data.kind === 'moved') {
        await router.replace(data.path, undefined, { scroll: false });
        return;
      }
      // At once, so that the page can be measured before and after.
      keepReadingPosition(() => {
        flushSync(() => {
          setChange((before) => ({ served, page: pageAfter(before?.page.props ?? served, data) }));
        });
      });
    }

    const { buildId } = window.__NEXT_DATA__;
    return followPage<Props>({
      path,
      channel: channel ?? path,
      revision: served.revision,
      build: buildId,
      onChange: show,
    });
  }, [path, channel, served, router]);

  return change?.served === served ? change.page : { props: served, gone: false };
}

/** A page that is gone keeps its last props. */
function pageAfter<Props>(
  shown: Props,
  data: Exclude<PageData<Props>, { kind: 'moved' }>,
): LivePage<Props> {
  return data.kind === 'gone' ? { props: shown, gone: true } : { props: data.props, gone: false };
}
