/** Asks for the newest version of an open page from time to time, with SWR. Shows nothing. */
import { useEffect, useRef } from 'react';
import useSWR from 'swr';
import { fetchPageData, type PageData, revisionOf } from '../lib/discussion/page-data';
import type { Following } from '../lib/discussion/use-live-page';

/** Milliseconds between two questions, while the page is in view. */
const POLLING = 20_000;

export function PageFollower<Props extends { revision: string }>({
  path,
  revision,
  onChange,
}: Following<Props>) {
  const { data } = useSWR<PageData<Props>>(
    [path, revision],
    () => fetchPageData<Props>(path, window.__NEXT_DATA__.buildId),
    {
      compare: (one, other) => revisionOf(one) === revisionOf(other),
      refreshInterval: POLLING,
      shouldRetryOnError: false,
    },
  );

  const shown = useRef<string | undefined>(revision);
  useEffect(() => {
    if (!data || revisionOf(data) === shown.current) return;
    // Outside React's own work, so that the change can be carried out at once.
    const timer = setTimeout(() => {
      shown.current = revisionOf(data);
      onChange(data);
    });
    return () => clearTimeout(timer);
  }, [data, onChange]);

  return null;
}
