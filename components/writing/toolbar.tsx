/** The editor's toolbar. */
import '@github/markdown-toolbar-element';
import type { ReactNode } from 'react';
import { MarkdownToolbar } from '../markdown-toolbar/markdown-toolbar';
import { useWords } from './writing-context';

/** @param field the id of the text area */
export function Toolbar({ field, children }: { field: string; children?: ReactNode }) {
  const words = useWords();
  return (
    <MarkdownToolbar
      field={field}
      label={words.formatting}
      marks={[
        ['header', words.heading],
        ['bold', words.bold],
        ['italic', words.italic],
        ['quote', words.quote],
        ['code', words.code],
        ['link', words.link],
        ['unordered-list', words.list],
        ['ordered-list', words.numberedList],
      ]}
    >
      {children}
    </MarkdownToolbar>
  );
}
