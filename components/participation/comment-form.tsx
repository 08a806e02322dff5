/** Where a reader writes a comment. The text stays in their browser until it is published. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Draft, openDrafts } from '../../lib/participation/browser/drafts';
import { takeKeptQuotation } from '../../lib/participation/browser/kept-quotation';
import { signInPath } from '../../lib/paths';
import type { Post } from '../../lib/posts/post';
import { announce } from '../comforts/announce';
import { QUOTE_EVENT } from '../comforts/quote';
import { Icon } from '../icons';
import { useSite } from '../site-context';
import { Editor } from './editor';
import { useDesk } from './use-desk';

export function CommentForm({ post }: { post: Post }) {
  const { messages } = useSite();
  const { state, store, words, Avatar } = useDesk();
  const { viewer, participation } = state;
  const field = useRef<HTMLTextAreaElement>(null);
  const [drafts] = useState(() => openDrafts(`comment-${post.number}`, storage()));
  const [draft, setDraft] = useState(() => drafts.read());
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => drafts.onChange(setDraft), [drafts]);
  useEffect(() => store.noteServed(post.comments), [store, post.comments]);
  useQuotations((quotation) => {
    const { text } = drafts.read();
    setDraft(drafts.keep(text.trim() ? `${text.trimEnd()}\n\n${quotation}` : quotation));
    field.current?.focus();
  });

  async function send(): Promise<void> {
    const before: Draft = drafts.read();
    setSending(true);
    setProblem(null);
    drafts.noteTry(Date.now());
    // The comment stands in the discussion now; the field waits for the next one.
    setDraft({ ...before, text: '' });
    const outcome = await store.write(before);
    setSending(false);
    if (outcome.ok) {
      drafts.drop(before.key);
      announce(words.sent);
    } else {
      setProblem(outcome.message);
    }
    setDraft(drafts.read());
    if (!outcome.ok) field.current?.focus();
  }

  if (participation && !participation.canComment) {
    const reasons = {
      locked: messages.discussion.closed,
      archived: words.archived,
      'not-allowed': words.notAllowed,
    };
    return (
      <div className="comment-form-closed">
        <p>
          <Icon name="lock" />
          {reasons[participation.whyNot ?? 'not-allowed']}
        </p>
        {draft.text && <p className="comment-form-kept">{draft.text}</p>}
        <OnGitHub post={post} />
      </div>
    );
  }
  return (
    <div className="comment-form-form">
      <Avatar person={{ ...viewer, kind: 'user' }} />
      <Editor
        label={words.yourComment}
        text={draft.text}
        onText={(text) => setDraft(drafts.keep(text))}
        onSend={() => void send()}
        sendLabel={words.send}
        isSending={isSending}
        problem={
          problem && (
            <>
              {problem}{' '}
              {state.isSignedOut && (
                <a href={signInPath(`${post.path}#comment-form`)} data-sign-in="">
                  {words.signInAgain}
                </a>
              )}
            </>
          )
        }
        fieldRef={field}
      >
        <OnGitHub post={post} />
      </Editor>
    </div>
  );
}

/** For those who prefer it. */
function OnGitHub({ post }: { post: Post }) {
  const { messages } = useSite();
  return (
    <a className="comment-form-on-github" href={`${post.url}#new_comment_field`}>
      <Icon name="github" />
      {messages.discussion.commentOnGitHub}
    </a>
  );
}

/** Quotations that the reader takes from the page: see `components/comforts/quote.ts`. */
function useQuotations(take: (quotation: string) => void): void {
  const latest = useRef(take);
  latest.current = take;
  // Before anybody sees the form: what is quoted while it appears is not lost.
  useLayoutEffect(() => {
    const kept = takeKeptQuotation();
    if (kept) latest.current(kept);
    const discussion = document.querySelector('#discussion');
    const onQuote = (event: Event) => {
      if (!(event instanceof CustomEvent)) return;
      event.preventDefault();
      latest.current(String(event.detail));
    };
    discussion?.addEventListener(QUOTE_EVENT, onQuote);
    return () => discussion?.removeEventListener(QUOTE_EVENT, onQuote);
  }, []);
}

/** Null where the browser forbids it. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
