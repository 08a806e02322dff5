/** What whoever may change a comment does with it: edit it, or delete it after a second thought. */
import { useState } from 'react';
import type { Comment } from '../../lib/posts/post';
import { announce } from '../comforts/announce';
import { useDesk } from './use-desk';

export function CommentTools({ comment }: { comment: Comment }) {
  const { state, store, words } = useDesk();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const rights = state.participation?.comments[String(comment.id)];
  if (!rights) return null;

  async function remove(): Promise<void> {
    setAsking(false);
    const outcome = await store.remove(comment.id);
    if (outcome.ok) announce(words.removed);
  }

  async function edit(): Promise<void> {
    setProblem(null);
    const outcome = await store.beginEdit(comment);
    if (!outcome.ok) setProblem(outcome.message);
  }

  if (isAsking) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs into forms
      <span role="group" aria-label={words.removeQuestion} className="comment-tools-tools">
        <span>{words.removeQuestion}</span>
        <button
          type="button"
          className="comment-tools-tool"
          data-grave=""
          // biome-ignore lint/a11y/noAutofocus: the button that was pressed is gone
          autoFocus
          onClick={() => void remove()}
        >
          {words.remove}
        </button>
        <button type="button" className="comment-tools-tool" onClick={() => setAsking(false)}>
          {words.keep}
        </button>
      </span>
    );
  }
  return (
    <span className="comment-tools-tools">
      {rights.canEdit && (
        <button type="button" className="comment-tools-tool" onClick={() => void edit()}>
          {words.edit}
        </button>
      )}
      {rights.canDelete && (
        <button type="button" className="comment-tools-tool" onClick={() => setAsking(true)}>
          {words.remove}
        </button>
      )}
      {problem && <span role="alert">{problem}</span>}
    </span>
  );
}
