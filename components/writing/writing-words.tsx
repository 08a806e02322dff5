/** The editor's words, for every component of it. */
import { createContext, type ReactNode, useContext } from 'react';
import type { WritingWords } from '../../lib/i18n/writing/words';

const WordsContext = createContext<WritingWords | null>(null);

export function WritingWordsProvider({
  words,
  children,
}: {
  words: WritingWords;
  children: ReactNode;
}) {
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** @throws Error outside of the editor's pages */
export function useWords(): WritingWords {
  const words = useContext(WordsContext);
  if (!words) throw new Error('useWords should be used inside WritingWordsProvider.');
  return words;
}
