/**
 * What somebody writes stays in their browser until it is published, over reloads, sign-ins and
 * crashes. Two tabs of one post share a draft, and with it the key under which the site takes a text
 * only once.
 */
import { isFields } from '../../unknown-fields';

export interface Draft {
  text: string;
  /** Made once per text. */
  key: string;
  /** When the text was first sent without success, in milliseconds; null if it was not. */
  triedAt: number | null;
}

export interface Drafts {
  read(): Draft;
  /** Keeps a text; one that differs from what was tried is another text, with a key of its own. */
  keep(text: string): Draft;
  /** Notes that the text is being sent. */
  noteTry(time: number): Draft;
  /** The text is published. Another text, begun meanwhile in another tab, stays. */
  drop(key: string): void;
  /** @param listener called when another tab changed the draft @returns stops listening */
  onChange(listener: (draft: Draft) => void): () => void;
}

type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * @param place what the draft is for, such as `comment-12`
 * @param storage the browser's; null, or one that fails, keeps drafts as long as the page is open
 */
export function openDrafts(place: string, storage: TextStorage | null): Drafts {
  const name = `draft-${place}`;
  let draft = load() ?? emptyDraft();

  function load(): Draft | null {
    try {
      return parseDraft(storage?.getItem(name) ?? null);
    } catch {
      return null;
    }
  }

  function save(next: Draft): Draft {
    draft = next;
    try {
      if (next.text) storage?.setItem(name, JSON.stringify(next));
      else storage?.removeItem(name);
    } catch {
      // Full, or forbidden: the draft lives as long as the page.
    }
    return next;
  }

  return {
    read: () => draft,
    keep(text) {
      if (text === draft.text) return draft;
      return save({ ...(draft.triedAt === null ? draft : emptyDraft()), text });
    },
    noteTry: (time) => save({ ...draft, triedAt: draft.triedAt ?? time }),
    drop(key) {
      const kept = load();
      draft = emptyDraft();
      if (!kept || kept.key === key) save(draft);
    },
    onChange(listener) {
      const listen = (event: StorageEvent) => {
        if (event.key !== name) return;
        draft = parseDraft(event.newValue) ?? emptyDraft();
        listener(draft);
      };
      addEventListener('storage', listen);
      return () => removeEventListener('storage', listen);
    },
  };
}

function emptyDraft(): Draft {
  return { text: '', key: randomKey(), triedAt: null };
}

/** `crypto.randomUUID` is missing where a page came without TLS from another machine. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join('-');
}

function parseDraft(json: string | null): Draft | null {
  if (json === null) return null;
  const kept: unknown = JSON.parse(json);
  if (!isFields(kept)) return null;
  const { text, key, triedAt } = kept;
  if (typeof text !== 'string' || typeof key !== 'string') return null;
  return { text, key, triedAt: typeof triedAt === 'number' ? triedAt : null };
}
