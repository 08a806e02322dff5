/**
 * Keeps an open page up to date. The server tells over server-sent events that the page changed;
 * where it cannot, the page asks from time to time. Either way the answer is the cached page data,
 * so that a thousand readers cost GitHub nothing.
 */
import { useRouter } from 'next/router';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import useSWR from 'swr';
import { keepReadingPosition } from './keep-position';
import { listenToPage } from './listen-to-page';
import { fetchPageData, type PageData } from './page-data';

/** Milliseconds between two questions while nothing is pushed. */
const POLLING = 20_000;
/** While pushes arrive, a rare question covers what got lost on the way. */
const RARELY = 300_000;
/** A push may run ahead of the cache by a moment. */
const RETRY = 400;
const TRIES = 6;

export interface LivePage<Props> {
  props: Props;
  /** The page was taken away while it was open. */
  gone: boolean;
}

/** @param served the props the page was rendered with */
export function useLivePage<Props extends { revision: string }>(served: Props): LivePage<Props> {
  const router = useRouter();
  const path = router.asPath.split(/[?#]/)[0] ?? '/';
  const [shown, setShown] = useState<LivePage<Props>>({ props: served, gone: false });
  const [pushed, setPushed] = useState(false);
  const { data, mutate } = useSWR<PageData<Props>>(
    path,
    () => fetchPageData<Props>(path, window.__NEXT_DATA__.buildId),
    {
      fallbackData: { kind: 'page', props: served },
      revalidateOnMount: false,
      revalidateOnFocus: true,
      refreshInterval: pushed ? RARELY : POLLING,
      shouldRetryOnError: false,
    },
  );

  useEffect(() => {
    if (!data) return;
    if (data.kind === 'moved') {
      void router.replace(data.path, undefined, { scroll: false });
      return;
    }
    const next = data.kind === 'gone' ? null : data.props;
    // Outside React's own work, so that the page is measured before and after.
    const timer = setTimeout(() => {
      keepReadingPosition(() => {
        flushSync(() => {
          setShown((current) => {
            if (!next) return current.gone ? current : { ...current, gone: true };
            const isSame = next.revision === current.props.revision && !current.gone;
            return isSame ? current : { props: next, gone: false };
          });
        });
      });
    });
    return () => clearTimeout(timer);
  }, [data, router]);

  useEffect(() => {
    return listenToPage({
      path,
      revision: served.revision,
      onRevision: (revision) => void catchUp(revision, TRIES),
      onConnection: setPushed,
    });

    async function catchUp(revision: string, tries: number): Promise<void> {
      const answer = await mutate().catch(() => undefined);
      const has = answer?.kind === 'page' ? answer.props.revision : revision;
      if (has === revision || tries <= 1) return;
      await new Promise((resolve) => setTimeout(resolve, RETRY));
      await catchUp(revision, tries - 1);
    }
  }, [path, served.revision, mutate]);

  return shown;
}
