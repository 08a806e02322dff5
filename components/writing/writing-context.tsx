/**
 * What every part of the editor may need: its words, and the parts of a post's page that it shows.
 * These come from the page and not with the editor, so that their styles stay in the site's one sheet.
 */
import { type ComponentType, createContext, type ReactNode, useContext, useMemo } from 'react';
import type { WritingWords } from '../../lib/i18n/writing/words';
import type { Post } from '../../lib/posts/post';

export interface PageParts {
  /** A post as its page shows it. */
  Paper: ComponentType<{ post: Post }>;
  /** The mark of a tag's colour. */
  Dot: ComponentType<{ color: string }>;
}

interface WritingContextValue {
  words: WritingWords;
  parts: PageParts;
}

const WritingContext = createContext<WritingContextValue | null>(null);

export interface WritingProviderProps extends WritingContextValue {
  children: ReactNode;
}

/** Wraps the editor's pages. @param parts always the same object */
export function WritingProvider({ words, parts, children }: WritingProviderProps) {
  const value = useMemo(() => ({ words, parts }), [words, parts]);
  return <WritingContext value={value}>{children}</WritingContext>;
}

export function useWords(): WritingWords {
  return useWriting().words;
}

export function usePageParts(): PageParts {
  return useWriting().parts;
}

/** @throws Error outside of the editor's pages */
function useWriting(): WritingContextValue {
  const value = useContext(WritingContext);
  if (!value) throw new Error('The editor should be inside WritingProvider.');
  return value;
}
