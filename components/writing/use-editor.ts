/** What the editor knows and does: the text, where it began, what GitHub has by now, what was sent. */
import { useEffect, useState } from 'react';
import { draftName, dropDraft, findDraft, type KeptDraft } from '../../lib/writing/drafts';
import {
  mergePosts,
  needsDecisions,
  type PostMerge,
  resolveMerge,
} from '../../lib/writing/merge-posts';
import { fromSource, isSamePost, isScheduled, type PostText } from '../../lib/writing/post-text';
import type { Intent, PostSource, WritingOptions } from '../../lib/writing/shapes';
import { type Keeping, useKeptDraft } from '../../lib/writing/use-kept-draft';
import { useLatestSource } from '../../lib/writing/use-latest-source';
import { type Sending, useSending } from './use-sending';

export interface EditorStart {
  options: WritingOptions;
  /** The post as it was opened; null for a new one. */
  source: PostSource | null;
  /** What an untouched editor holds. */
  initial: PostText;
  /** Whose draft it is: the post's number, or the template's id. */
  of: number | string;
}

export interface Editor {
  post: PostText;
  change(change: (before: PostText) => PostText): void;
  /** The post as GitHub has it now; null for a new one. */
  now: PostSource | null;
  standing: EditorStanding;
  keeping: Keeping;
  isTouched: boolean;
  sending: Sending;
  /** Sends the post, or opens what has to be merged first. */
  send(intent: Intent): void;
  /** What the main button does. */
  main: { action: 'save' | 'propose' | 'schedule' | 'publish'; intent: Intent };
  /** What has to be decided; null while nothing has. */
  merge: PostMerge | null;
  openMerge(): void;
  takeMerged(post: PostText): void;
  leaveMerge(): void;
  startOver(): void;
}

/** What its author has to know of the post and its draft. */
export interface EditorStanding {
  isPublic: boolean;
  /** It was sent, and another one would be a new post. */
  isOver: boolean;
  /** Somebody else changed the post since the author began. */
  isChanged: boolean;
  /** It was deleted on GitHub. */
  isGone: boolean;
  /** It was taken off the blog since it was opened. */
  isUnpublished: boolean;
  /** What others changed is in the text. */
  isMerged: boolean;
  /** When the draft was kept that was found; null where none was. ISO 8601. */
  restoredFrom: string | null;
}

export function useEditor({ options, source, initial, of }: EditorStart): Editor {
  const name = draftName(of);
  const [found] = useState(() => findDraft(name));
  const [tab] = useState(newId);
  const [draftId, setDraftId] = useState(() => found?.id ?? newId());
  const [post, setPost] = useState(() => found?.post ?? initial);
  const [base, setBase] = useState(() => (found ? found.base : baseOf(source)));
  const [isRestored, setRestored] = useState(() => !!found && !isSamePost(found.post, initial));
  const [merge, setMerge] = useState<PostMerge | null>(null);
  const [isMerged, setMerged] = useState(false);
  const [isOver, setOver] = useState(false);

  const [latest, look] = useLatestSource(source);
  const now = latest?.kind === 'source' ? latest.source : source;
  const isChanged = !isOver && !!now && !!base && now.version !== base.version;
  const isTouched = base?.version !== source?.version || !isSamePost(post, initial);
  const keeping = useKeptDraft(
    name,
    isTouched && !isOver ? { id: draftId, post, base, tab } : null,
  );
  const { sending, submit } = useSending(
    () => {
      setOver(true);
      dropDraft(name);
    },
    (path) => window.location.assign(path),
  );
  const isBusy = sending.kind === 'sending' || sending.kind === 'sent';

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    if (sending.kind === 'refused' && sending.code === 'changed') void look();
  }, [sending]);

  function send(intent: Intent): void {
    if (isBusy) return;
    if (isChanged) openMerge();
    else void sendNow(intent);
  }

  async function sendNow(intent: Intent): Promise<void> {
    const before = base && { version: base.version, tagsBefore: base.tags };
    await submit(
      post,
      intent,
      source && before
        ? { kind: 'edit', number: source.number, path: source.path, before }
        : { kind: 'new', draft: draftId },
    );
  }

  /** Merges by itself where nothing has to be decided. */
  function openMerge(): void {
    if (!now || !base || isBusy) return;
    const merged = mergePosts(base, post, now);
    if (needsDecisions(merged)) setMerge(merged);
    else takeMerged(resolveMerge(merged, []));
  }

  function takeMerged(merged: PostText): void {
    setPost(merged);
    setBase(baseOf(now));
    setMerge(null);
    setMerged(true);
  }

  function startOver(): void {
    dropDraft(name);
    setPost(now ? fromSource(now) : initial);
    setBase(baseOf(now));
    setDraftId(newId());
    setRestored(false);
  }

  const isPublic = now?.standing === 'published' || now?.standing === 'scheduled';
  return {
    post,
    change: setPost,
    now,
    standing: {
      isPublic,
      isOver,
      isChanged,
      isGone: latest?.kind === 'gone',
      isUnpublished: !isOver && !!source?.path && !now?.path,
      isMerged: isMerged && !isChanged,
      restoredFrom: isRestored && !isOver ? (found?.keptAt ?? null) : null,
    },
    keeping,
    isTouched,
    sending,
    send,
    main: mainAction(post, options, source !== null, isPublic),
    merge,
    openMerge,
    takeMerged,
    leaveMerge: () => setMerge(null),
    startOver,
  };
}

function mainAction(
  post: PostText,
  { mayPublish }: WritingOptions,
  isThere: boolean,
  isPublic: boolean,
): Editor['main'] {
  if (isPublic || (isThere && !mayPublish)) return { action: 'save', intent: 'keep' };
  if (!mayPublish) return { action: 'propose', intent: 'publish' };
  return { action: isScheduled(post, Date.now()) ? 'schedule' : 'publish', intent: 'publish' };
}

function baseOf(source: PostSource | null): KeptDraft['base'] {
  if (!source) return null;
  const { version, title, body, tags } = source;
  return { version, title, body, tags };
}

/** Unique enough to name a draft; `randomUUID` is only there on https. */
function newId(): string {
  const parts = crypto.getRandomValues(new Uint32Array(3));
  return Array.from(parts, (part) => part.toString(36)).join('');
}
