/** What GitHub has of a post while it is open in the editor: told at once, and asked now and then. */
import { useEffect, useState } from 'react';
import { listenToPage } from '../discussion/listen-to-page';
import { sourceRoute } from '../paths';
import { send } from '../session/send';
import { isSource } from './read-answers';
import type { PostSource } from './shapes';

/** Milliseconds between two questions while nothing is told. */
const NOW_AND_THEN = 30_000;

export type Latest = { kind: 'source'; source: PostSource } | { kind: 'gone' };

/**
 * @param opened the post as the editor opened it; null for a new one
 * @returns what changed since, or null
 */
export function useLatestSource(opened: PostSource | null): [Latest | null, () => Promise<void>] {
  const [latest, setLatest] = useState<Latest | null>(null);
  const number = opened?.number;
  const channel = opened?.channel ?? null;

  async function look(): Promise<void> {
    if (number === undefined) return;
    const sent = await send('GET', sourceRoute(number));
    if (sent.ok && isSource(sent.data)) setLatest({ kind: 'source', source: sent.data });
    else if (!sent.ok && sent.code === 'gone') setLatest({ kind: 'gone' });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` asks about the same post
  useEffect(() => {
    if (number === undefined) return;
    const ask = () => {
      if (!document.hidden) void look();
    };
    const stop = channel
      ? listenToPage({ path: channel, revision: '', onRevision: ask })
      : () => undefined;
    const timer = setInterval(ask, NOW_AND_THEN);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [number, channel]);

  return [latest, look];
}
