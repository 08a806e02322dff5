/** Keeps a text in the browser while it is written, and hears of other tabs that do the same. */
import { useEffect, useState } from 'react';
import { dropDraft, findDraft, type KeptDraft, keepDraft } from './drafts';

/** Milliseconds without a key before the text is kept. */
const PAUSE = 300;

export interface Keeping {
  /** False where the browser keeps nothing. */
  works: boolean;
  /** Another tab writes the same text. */
  isElsewhere: boolean;
}

/**
 * @param name see `draftName`
 * @param draft null where there is nothing worth keeping; what was kept is dropped then
 */
export function useKeptDraft(name: string, draft: Omit<KeptDraft, 'keptAt'> | null): Keeping {
  const [works, setWorks] = useState(true);
  const [isElsewhere, setElsewhere] = useState(false);
  const text = JSON.stringify(draft);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is the draft
  useEffect(() => {
    const keep = () => {
      if (!draft) dropDraft(name);
      else setWorks(keepDraft(name, { ...draft, keptAt: new Date().toISOString() }));
    };
    const timer = setTimeout(keep, PAUSE);
    // A page that is left before the pause is over keeps it, too.
    addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', keep);
    };
  }, [name, text]);

  const tab = draft?.tab;
  useEffect(() => {
    const hear = ({ key }: StorageEvent) => {
      if (key !== name) return;
      const other = findDraft(name);
      setElsewhere(other !== null && other.tab !== tab);
    };
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  }, [name, tab]);

  return { works, isElsewhere };
}
