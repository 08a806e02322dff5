/**
 * Buttons that mark selected text up. `@github/markdown-toolbar-element`, which whoever shows this has
 * loaded, does the work: it knows lists, several lines and the browser's undo, and moves the focus by
 * arrow keys.
 */
import type { KeyboardEvent, ReactNode } from 'react';

/** By the element's names for them. */
const SHAPES = {
  header: <path d="M4 3v10M12 3v10M4 8h8" />,
  bold: <path d="M4.5 2.75h4a2.5 2.5 0 0 1 0 5h-4zM4.5 7.75h4.75a2.75 2.75 0 0 1 0 5.5H4.5z" />,
  italic: <path d="M6.5 2.75h5M4.5 13.25h5M9.25 2.75l-2.5 10.5" />,
  quote: <path d="M2.5 3v10M6 4.5h7.5M6 8h7.5M6 11.5h4.5" />,
  code: <path d="M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5" />,
  link: (
    <path d="M6.75 9.25 9.25 6.75M7.25 4.75 8.5 3.5a2.8 2.8 0 0 1 4 4l-1.25 1.25M8.75 11.25 7.5 12.5a2.8 2.8 0 0 1-4-4l1.25-1.25" />
  ),
  'unordered-list': <path d="M6 4h7.5M6 8h7.5M6 12h7.5M2.75 4h.01M2.75 8h.01M2.75 12h.01" />,
  'ordered-list': (
    <path d="M6.5 4h7M6.5 8h7M6.5 12h7M2.25 3l1-.5v3M2 10.5c1.5-1 2 .25 1.25 1L2 13h1.75" />
  ),
} satisfies Record<string, ReactNode>;

export type Mark = keyof typeof SHAPES;

/** Together with Ctrl, or with ⌘ on a Mac. */
const KEYS: Readonly<Record<string, Mark>> = { b: 'bold', i: 'italic', k: 'link', e: 'code' };

export interface MarkdownToolbarProps {
  /** The id of the text area. */
  field: string;
  label: string;
  /** The buttons in their order, with their names. */
  marks: readonly (readonly [mark: Mark, name: string])[];
  children?: ReactNode;
}

export function MarkdownToolbar({ field, label, marks, children }: MarkdownToolbarProps) {
  return (
    <markdown-toolbar for={field} aria-label={label} className="markdown-toolbar">
      {marks.map(([mark, name]) => (
        <button
          key={mark}
          type="button"
          data-md-button={mark}
          className="markdown-toolbar-mark"
          aria-label={name}
          title={name}
        >
          <svg
            className="icon"
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            strokeLinecap="round"
            strokeLinejoin="round"
            aria-hidden="true"
          >
            {SHAPES[mark]}
          </svg>
        </button>
      ))}
      {children}
    </markdown-toolbar>
  );
}

/** @returns whether the key was one of the toolbar's, which then has been pressed */
export function pressMark(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
  const { key, metaKey, ctrlKey, shiftKey, altKey, currentTarget } = event;
  const mark = (metaKey || ctrlKey) && !shiftKey && !altKey ? KEYS[key.toLowerCase()] : undefined;
  if (!mark) return false;
  const toolbar = document.querySelector(`markdown-toolbar[for="${currentTarget.id}"]`);
  toolbar?.querySelector<HTMLElement>(`[data-md-button="${mark}"]`)?.click();
  return true;
}
