/** Sends the post, once for each text, and says what became of it. */
import { useRef, useState } from 'react';
import { postRoute } from '../../lib/paths';
import { send } from '../../lib/session/send';
import { bodyOf, keyOf, type PostText } from '../../lib/writing/post-text';
import { isSaved } from '../../lib/writing/read-answers';
import type { Intent, PostChanges, SavedPost } from '../../lib/writing/shapes';
import { revisionOf, waitForPage } from '../../lib/writing/wait-for-page';

export type Sending =
  | { kind: 'idle' }
  | { kind: 'sending' }
  | { kind: 'refused'; code: string; message: string }
  /** `late`: its page has not come yet. */
  | { kind: 'sent'; saved: SavedPost; late: boolean };

export interface Sender {
  sending: Sending;
  /** @returns whether it was sent; a second press meanwhile is not */
  submit(post: PostText, intent: Intent, target: SendTarget): Promise<boolean>;
}

export type SendTarget =
  | { kind: 'new'; draft: string }
  | {
      kind: 'edit';
      number: number;
      path: string | null;
      before: Pick<PostChanges, 'version' | 'tagsBefore'>;
    };

/** Milliseconds that a new page and a changed one may take to appear. */
const PATIENCE = { new: 20_000, edit: 6_000 };

/** @param onSent called before the page is waited for @param onPage with the page's address */
export function useSending(
  onSent: (saved: SavedPost) => void,
  onPage: (path: string) => void,
): Sender {
  const [sending, setSending] = useState<Sending>({ kind: 'idle' });
  const isBusy = useRef(false);

  async function submit(post: PostText, intent: Intent, target: SendTarget): Promise<boolean> {
    if (isBusy.current) return false;
    isBusy.current = true;
    setSending({ kind: 'sending' });
    const before = target.kind === 'edit' && target.path ? await revisionOf(target.path) : null;
    const sent = await sendPost(post, intent, target);
    isBusy.current = false;
    if (!sent.ok) {
      setSending({ kind: 'refused', code: sent.code, message: sent.message });
      return false;
    }
    if (!isSaved(sent.data)) {
      setSending({ kind: 'refused', code: 'failed', message: '' });
      return false;
    }
    const saved = sent.data;
    onSent(saved);
    setSending({ kind: 'sent', saved, late: false });
    void follow(saved, before?.revision ?? null, PATIENCE[target.kind]);
    return true;
  }

  async function follow(saved: SavedPost, before: string | null, patience: number): Promise<void> {
    if (saved.path === null || saved.missing.length > 0) return;
    if (saved.standing !== 'published') return onPage(saved.path);
    const path = await waitForPage(saved.path, before, patience);
    // What was saved without a change in what it shows is there already.
    if (path ?? before) onPage(path ?? saved.path);
    else setSending({ kind: 'sent', saved, late: true });
  }

  return { sending, submit };
}

function sendPost(post: PostText, intent: Intent, target: SendTarget) {
  const { title, tags, series } = post;
  const text = { title, body: bodyOf(post), tags, series };
  if (target.kind === 'edit') {
    return send('PATCH', postRoute(target.number), { ...text, ...target.before, intent });
  }
  return send('POST', postRoute(), { ...text, intent, key: keyOf(target.draft, post) });
}
