/** Who is signed in, for components: nothing is asked of the server until one of them wants to know. */
import { useEffect, useSyncExternalStore } from 'react';
import { useSite } from '../../components/site-context';
import { readHint, SESSION_ENDED } from './hint';
import { readSessionAnswer, type SessionAnswer, type Viewer } from './viewer';

const NOBODY: SessionAnswer = { canSignIn: true, viewer: null };
const OFF: SessionAnswer = { canSignIn: false, viewer: null };

let answer: SessionAnswer | null = null;
let asked = false;
const listeners = new Set<() => void>();

/**
 * @param wanted whether the answer is needed already; asking is a request, made once a page and only
 *   by browsers that somebody signed in with
 * @returns null until it is known
 */
export function useSession(wanted = true): SessionAnswer | null {
  const { site } = useSite();
  useEffect(() => {
    if (wanted && site.canSignIn) void ask();
  }, [wanted, site.canSignIn]);
  const known = useSyncExternalStore(listen, current, nothing);
  return site.canSignIn ? known : OFF;
}

/** Whom the browser remembers to be signed in, without asking; null for nobody. */
export function rememberedViewer(): Viewer | null {
  return readHint(document.cookie);
}

async function ask(): Promise<void> {
  if (asked) return;
  asked = true;
  if (!rememberedViewer()) return tell(NOBODY);
  const { send } = await import('./send');
  const sent = await send('GET', '/api/session');
  const told = sent.ok ? readSessionAnswer(sent.data) : null;
  if (told) return tell(told);
  // Without an answer the next component may ask again.
  asked = false;
}

function tell(told: SessionAnswer): void {
  answer = told;
  for (const listener of listeners) listener();
}

const current = () => answer;
const nothing = () => null;

function listen(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener(SESSION_ENDED, end);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener(SESSION_ENDED, end);
  };
}

const end = () => tell(NOBODY);
