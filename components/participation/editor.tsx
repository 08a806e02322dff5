/** A field to write Markdown in, and what it is going to look like: for new comments and for edits. */
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { formatPlural } from '../../lib/i18n';
import { countCharacters, LONGEST_BODY } from '../../lib/writing/limits';
import { pressMark } from '../markdown-toolbar/markdown-toolbar';
import { useSite } from '../site-context';
import { Preview } from './preview';
import { Toolbar } from './toolbar';
import { useDesk } from './use-desk';

export interface EditorProps {
  /** The field's name. */
  label: string;
  text: string;
  onText(text: string): void;
  /** Called by the button, and by Ctrl or ⌘ with Enter. */
  onSend(): void;
  sendLabel: string;
  isSending: boolean;
  /** Why the last attempt failed; null where none did. */
  problem: ReactNode;
  /** Beside the button. */
  children?: ReactNode;
  fieldRef?: React.RefObject<HTMLTextAreaElement | null>;
  autoFocus?: boolean;
}

export function Editor(props: EditorProps) {
  const { label, text, onText, onSend, sendLabel, isSending, problem, children } = props;
  const { words } = useDesk();
  const { locale } = useSite();
  const [isPreview, setPreview] = useState(false);
  const id = useId();
  const excess = countCharacters(text) - LONGEST_BODY;
  const isSendable = text.trim() !== '' && excess <= 0 && !isSending;

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    const isSend = event.key === 'Enter' && (event.metaKey || event.ctrlKey);
    if (isSend || pressMark(event)) event.preventDefault();
    if (isSend && isSendable) onSend();
  }

  return (
    <form
      className="comment-editor-editor"
      aria-label={label}
      aria-busy={isSending}
      onSubmit={(event) => {
        event.preventDefault();
        if (isSendable) onSend();
      }}
    >
      <div className="comment-editor-head">
        <Tabs id={id} isPreview={isPreview} onPreview={setPreview} />
        {!isPreview && <Toolbar field={`${id}-field`} />}
      </div>
      <div
        role="tabpanel"
        id={`${id}-write`}
        aria-labelledby={`${id}-write-tab`}
        hidden={isPreview}
      >
        <textarea
          ref={props.fieldRef}
          id={`${id}-field`}
          className="comment-editor-field"
          dir="auto"
          rows={5}
          value={text}
          readOnly={isSending}
          placeholder={words.placeholder}
          aria-label={label}
          aria-invalid={excess > 0}
          aria-describedby={`${id}-note`}
          // biome-ignore lint/a11y/noAutofocus: only where the reader has just asked for the field
          autoFocus={props.autoFocus}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        role="tabpanel"
        id={`${id}-preview`}
        aria-labelledby={`${id}-preview-tab`}
        hidden={!isPreview}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a tab's panel without controls is reached by the keyboard
        tabIndex={0}
      >
        {isPreview && <Preview text={text} />}
      </div>
      <p id={`${id}-note`} className="comment-editor-note" data-wrong={excess > 0}>
        {excess > 0 ? formatPlural(words.tooLong, excess, locale) : text ? words.draftKept : ''}
      </p>
      <div role="alert" className="comment-editor-problem">
        {problem}
      </div>
      <div className="comment-editor-actions">
        {children}
        <button type="submit" className="button primary" disabled={!isSendable}>
          {isSending ? words.sending : sendLabel}
        </button>
      </div>
    </form>
  );
}

interface TabsProps {
  id: string;
  isPreview: boolean;
  onPreview(isPreview: boolean): void;
}

/** As in the ARIA practices: one of them is reached by Tab, arrow keys go to the other. */
function Tabs({ id, isPreview, onPreview }: TabsProps) {
  const { words } = useDesk();
  const tabs = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    if (!/^(ArrowLeft|ArrowRight|Home|End)$/.test(event.key)) return;
    event.preventDefault();
    onPreview(!isPreview);
    tabs.current?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  }

  const tab = (name: 'write' | 'preview', label: string) => {
    const isSelected = isPreview === (name === 'preview');
    return (
      <button
        type="button"
        role="tab"
        id={`${id}-${name}-tab`}
        className="comment-editor-tab"
        aria-selected={isSelected}
        aria-controls={`${id}-${name}`}
        tabIndex={isSelected ? 0 : -1}
        onClick={() => onPreview(name === 'preview')}
        onKeyDown={onKeyDown}
      >
        {label}
      </button>
    );
  };
  return (
    <div ref={tabs} role="tablist" className="comment-editor-tabs">
      {tab('write', words.write)}
      {tab('preview', words.preview)}
    </div>
  );
}
