/** Who is signed in, for components: nothing is asked of the server until one of them wants to know. */
import { useEffect, useSyncExternalStore } from 'react';
import { SESSION_PATH } from '../../lib/paths';
import { readHint, SESSION_ENDED } from '../../lib/session/hint';
import { readSessionAnswer, type SessionAnswer, type Viewer } from '../../lib/session/viewer';
import { useSite } from '../site-context';

const NOBODY: SessionAnswer = { canSignIn: true, viewer: null };
const OFF: SessionAnswer = { canSignIn: false, viewer: null };

let answer: SessionAnswer | null = null;
let asking = false;
const listeners = new Set<() => void>();

/**
 * @param wanted whether the answer is needed already; asking is a request, made once a page and only
 *   by browsers that somebody signed in with
 * @returns null until it is known
 */
export function useSession(wanted = true): SessionAnswer | null {
  const { canSignIn } = useSite().site;
  useEffect(() => {
    if (!wanted || !canSignIn) return;
    // They may have signed in or out in another tab meanwhile.
    const look = () => void ask();
    look();
    addEventListener('visibilitychange', look);
    return () => removeEventListener('visibilitychange', look);
  }, [wanted, canSignIn]);
  const known = useSyncExternalStore(listen, current, nothing);
  return canSignIn ? known : OFF;
}

/** Whom the browser remembers to be signed in, without asking; null for nobody. */
export function rememberedViewer(): Viewer | null {
  return readHint(document.cookie);
}

/** While the server cannot be asked, the reader is whom the browser remembers. */
async function ask(): Promise<void> {
  const remembered = rememberedViewer();
  if (asking || (answer && answer.viewer?.login === remembered?.login)) return;
  if (!remembered) return tell(NOBODY);
  asking = true;
  const { send } = await import('../../lib/session/send');
  const sent = await send('GET', SESSION_PATH);
  asking = false;
  const told = sent.ok ? readSessionAnswer(sent.data) : null;
  tell(told ?? { canSignIn: true, viewer: remembered });
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
