/** Above the text: which side is shown on a narrow screen, how long the text is, and where it goes. */
import type { KeyboardEvent } from 'react';
import { formatPlural } from '../../lib/i18n';
import { measureReading } from '../../lib/markdown/reading-time';
import { excessOf } from '../../lib/writing/post-text';
import { useSite } from '../site-context';
import type { Editor } from './use-editor';
import { useWords } from './writing-context';

export type Side = 'write' | 'preview';

const SIDES: readonly Side[] = ['write', 'preview'];

export interface EditorBarProps {
  editor: Editor;
  shown: Side;
  onShow(side: Side): void;
}

export function EditorBar({ editor, shown, onShow }: EditorBarProps) {
  const words = useWords();
  const { post, sending, main, standing, now } = editor;
  const isBusy = sending.kind === 'sending' || sending.kind === 'sent';
  const draft = now?.standing === 'draft' ? 'keep' : 'draft';
  // Who may not publish has no drafts either: the blog would not show them a preview.
  const mayDraft = main.action === 'publish' || main.action === 'schedule';
  return (
    <div className="editor-bar-bar">
      <div className="editor-bar-tabs" role="tablist" onKeyDown={(event) => turn(event, onShow)}>
        {SIDES.map((side) => (
          <button
            key={side}
            type="button"
            role="tab"
            id={`tab-${side}`}
            aria-selected={shown === side}
            aria-controls={`panel-${side}`}
            tabIndex={shown === side ? 0 : -1}
            className="editor-bar-tab"
            onClick={() => onShow(side)}
          >
            {words[side]}
          </button>
        ))}
      </div>
      <Count post={post} isKept={editor.isTouched && editor.keeping.works && !standing.isOver} />
      <div className="editor-bar-actions">
        {mayDraft && (
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() => editor.send(draft)}
          >
            {words.saveDraft}
          </button>
        )}
        <button
          type="button"
          className="button primary"
          disabled={isBusy}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={() => editor.send(main.intent)}
        >
          {sending.kind === 'sending' ? words.sending : words[main.action]}
        </button>
      </div>
    </div>
  );
}

function Count({ post, isKept }: Pick<Editor, 'post'> & { isKept: boolean }) {
  const words = useWords();
  const { messages, locale } = useSite();
  const { words: count, minutes } = measureReading(post.parts.text);
  const excess = excessOf(post);
  return (
    <p className="editor-bar-count">
      <span>{formatPlural(words.words, count, locale)}</span>
      {minutes > 0 && <span>{formatPlural(messages.post.readingTime, minutes, locale)}</span>}
      {isKept && excess === 0 && <span>{words.kept}</span>}
      {excess > 0 && <strong role="alert">{formatPlural(words.tooLong, excess, locale)}</strong>}
    </p>
  );
}

/** Arrows go from tab to tab, as everywhere. */
function turn({ key, currentTarget }: KeyboardEvent<HTMLElement>, onShow: (side: Side) => void) {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
  const tabs = [...currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
  const next = tabs[0] === document.activeElement ? 1 : 0;
  tabs[next]?.focus();
  onShow(SIDES[next] ?? 'write');
}
