/** A comment while it is being edited, in its own place. */
import { useState } from 'react';
import { openDrafts } from '../../lib/participation/browser/drafts';
import type { CommentSource } from '../../lib/participation/write-comment';
import type { Comment } from '../../lib/posts/post';
import { announce } from '../comforts/announce';
import { Editor } from './editor';
import { useDesk } from './use-desk';

export interface EditFormProps {
  comment: Comment;
  /** What the edit begins with. */
  source: CommentSource;
}

export function EditForm({ comment, source }: EditFormProps) {
  const { store, words } = useDesk();
  const [drafts] = useState(() => openDrafts(`edit-${comment.id}`, storage()));
  const [text, setText] = useState(() => drafts.read().text || source.body);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function save(): Promise<void> {
    setSending(true);
    setProblem(null);
    const outcome = await store.change(comment.id, { ...source, body: text });
    setSending(false);
    if (!outcome.ok) return setProblem(outcome.message);
    announce(words.saved);
    end();
  }

  function end(): void {
    drafts.drop(drafts.read().key);
    store.endEdit(comment.id);
  }

  return (
    <Editor
      label={words.editComment}
      text={text}
      onText={(next) => {
        setText(next);
        drafts.keep(next === source.body ? '' : next);
      }}
      onSend={() => void save()}
      sendLabel={words.save}
      isSending={isSending}
      problem={problem}
      autoFocus
    >
      <button type="button" className="button" onClick={end}>
        {words.cancel}
      </button>
    </Editor>
  );
}

/** Null where the browser forbids it. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
