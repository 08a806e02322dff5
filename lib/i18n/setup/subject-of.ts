/** Names the checks of `lib/setup` in the reader's language. */
import type { SetupSubject, SetupWords } from './setup-words';

/** The name of what a check is about; its id for a check that has none. */
export function subjectOf(words: SetupWords, id: string): string {
  return isSubject(words, id) ? words.subjects[id] : id;
}

function isSubject(words: SetupWords, id: string): id is SetupSubject {
  return Object.hasOwn(words.subjects, id);
}
