/** The comment form's toolbar; `open-desk.ts` loads its element. */
import { MarkdownToolbar } from '../markdown-toolbar/markdown-toolbar';
import { useDesk } from './use-desk';

/** @param field the id of the text area */
export function Toolbar({ field }: { field: string }) {
  const { words } = useDesk();
  return (
    <MarkdownToolbar
      field={field}
      label={words.formatting}
      marks={[
        ['bold', words.bold],
        ['italic', words.italic],
        ['quote', words.quote],
        ['code', words.code],
        ['link', words.link],
        ['unordered-list', words.list],
      ]}
    />
  );
}
