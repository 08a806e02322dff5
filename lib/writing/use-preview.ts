/** The post as its page is going to show it, a moment after its author stops typing. */
import { useEffect, useState } from 'react';
import { PREVIEW_PATH } from '../paths';
import { send } from '../session/send';
import type { PreviewAnswer } from './preview-answer';
import { isPreview } from './read-answers';

/** Milliseconds without a key before the preview is asked for. */
const PAUSE = 350;

/** Milliseconds before it is asked for again where the server was busy or away. */
const LATER = 3_000;

/**
 * @param number the post's; null for a new one
 * @returns the newest preview, of this text or an earlier one; null before the first
 */
export function usePreview(body: string, number: number | null): PreviewAnswer | null {
  const [answer, setAnswer] = useState<PreviewAnswer | null>(null);

  useEffect(() => {
    let isOver = false;
    let timer = setTimeout(ask, PAUSE);
    async function ask(): Promise<void> {
      const sent = await send('POST', PREVIEW_PATH, { kind: 'post', number, body });
      if (isOver) return;
      if (sent.ok && isPreview(sent.data)) setAnswer(sent.data);
      else if (!sent.ok && (sent.code === 'busy' || sent.retryAfter !== null)) {
        timer = setTimeout(ask, LATER);
      }
    }
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [body, number]);

  return answer;
}
