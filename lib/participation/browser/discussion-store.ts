/**
 * What a signed-in reader does in one discussion: everything is shown at once, sent, and taken back
 * where the site or GitHub refuses. A store outside React, which components subscribe to.
 */
import { postRoute } from '../../paths';
import type { Comment, Post, Reaction, ReactionContent } from '../../posts/post';
import type { SendMethod, Sent } from '../../session/send';
import type { Viewer } from '../../session/viewer';
import type { Participation } from '../read-participation';
import type { CommentSource } from '../write-comment';
import type { Draft } from './drafts';
import { readComment, readGiven, readParticipation, readSource } from './read-answers';
import { type OwnComment, type OwnWork, pairWithServed, plainHtml } from './show-comments';
import { basisOf, type KnownReactions, showReactions, withOwn } from './show-reactions';

export interface DiscussionState {
  viewer: Viewer;
  /** Null until it is known, or where it cannot be had. */
  participation: Participation | null;
  own: OwnWork;
  /** By subject: `post`, or a comment's id. */
  reactions: ReadonlyMap<string, KnownReactions>;
  /** What went wrong last with a reaction or a deletion, which have no form to say it in. */
  problem: { subject: string; message: string } | null;
  isSignedOut: boolean;
}

/** How something that was sent ended. */
export type Outcome<Data = unknown> = { ok: true; data: Data } | { ok: false; message: string };

export interface DiscussionStore {
  get(): DiscussionState;
  subscribe(listener: () => void): () => void;
  /** Asks what the viewer may do here. */
  load(): Promise<void>;
  /** Tells of the comments that the page shows now. */
  noteServed(comments: readonly Comment[]): void;
  write(draft: Draft): Promise<Outcome>;
  /** The Markdown to begin an edit with; from then on the comment stays, whatever happens to it. */
  beginEdit(comment: Comment): Promise<Outcome<CommentSource>>;
  endEdit(id: number): void;
  change(id: number, source: CommentSource): Promise<Outcome>;
  remove(id: number): Promise<Outcome>;
  react(
    subject: string,
    served: readonly Reaction[],
    content: ReactionContent,
    isWanted: boolean,
  ): Promise<void>;
}

export interface StoreOptions {
  post: Pick<Post, 'number' | 'url' | 'reactions' | 'comments'>;
  viewer: Viewer;
  send(method: SendMethod, path: string, body?: unknown): Promise<Sent>;
  now?: () => number;
}

/** Asks for nothing by itself. @param options its `send` is that of lib/session/send.ts */
export function createDiscussionStore(options: StoreOptions): DiscussionStore {
  const { viewer, send, now = Date.now } = options;
  const { post } = options;
  const address = postRoute(post.number);
  const listeners = new Set<() => void>();
  /** Answers that are still to come, by subject; only the last one counts. */
  const reacting = new Map<string, Promise<void>>();
  let served = post.comments;
  let state: DiscussionState = {
    viewer,
    participation: null,
    own: {
      login: viewer.login,
      written: [],
      changed: new Map(),
      removed: new Set(),
      edited: new Map(),
    },
    reactions: new Map(),
    problem: null,
    isSignedOut: false,
  };

  function set(changes: Partial<DiscussionState>): void {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  }

  function setOwn(changes: Partial<OwnWork>): void {
    set({ own: { ...state.own, ...changes } });
  }

  async function ask<Data>(
    method: SendMethod,
    path: string,
    body: unknown,
    read: (data: unknown) => Data | null,
  ): Promise<Outcome<Data>> {
    const sent = await send(method, `${address}${path}`, body);
    if (!sent.ok) {
      if (sent.code === 'signed-out') set({ isSignedOut: true });
      return { ok: false, message: sent.message };
    }
    const data = read(sent.data);
    return data === null ? { ok: false, message: '' } : { ok: true, data };
  }

  function setWritten(key: string, changes: Partial<OwnComment> | null): void {
    const written = state.own.written.flatMap((own) =>
      own.key === key ? (changes ? [{ ...own, ...changes }] : []) : [own],
    );
    setOwn({ written });
  }

  function setReactions(subject: string, known: KnownReactions): void {
    set({ reactions: new Map(state.reactions).set(subject, known) });
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async load() {
      const asked = new Map([
        ['post', basisOf(post.reactions)],
        ...served.map(({ id, reactions }) => [String(id), basisOf(reactions)] as const),
      ]);
      const outcome = await ask('GET', '/participation', undefined, readParticipation);
      if (!outcome.ok) return;
      const known = Object.entries(outcome.data.reactions).map(
        ([subject, given]) => [subject, { given, basis: asked.get(subject) ?? '' }] as const,
      );
      set({
        participation: outcome.data,
        reactions: new Map([...known, ...state.reactions]),
        isSignedOut: false,
      });
    },

    noteServed(comments) {
      served = [...comments];
      const shown = pairWithServed(comments, state.own);
      const arrived = new Set(shown.values());
      const { written } = state.own;
      if (!written.some(({ key, wasServed }) => !wasServed && arrived.has(key))) return;
      setOwn({
        written: written.map((own) => (arrived.has(own.key) ? { ...own, wasServed: true } : own)),
      });
    },

    async write(draft) {
      const time = now();
      const key = `${draft.key}-${time}`;
      const comment = unsentComment(post, viewer, draft.text, time);
      const before = new Set(served.map(({ id }) => id));
      const own = { key, comment, isSending: true, before, wasServed: false };
      setOwn({ written: [...state.own.written, own] });
      const body = {
        body: draft.text,
        id: draft.key,
        ...(draft.triedAt === null ? {} : { triedAgo: Math.max(0, time - draft.triedAt) }),
      };
      const outcome = await ask('POST', '/comments', body, readComment);
      if (!outcome.ok) {
        setWritten(key, null);
        return outcome;
      }
      const { id } = outcome.data;
      const isKnown = state.own.written.some((one) => !one.isSending && one.comment.id === id);
      const wasServed = served.some((one) => one.id === id);
      setWritten(key, isKnown ? null : { comment: outcome.data, isSending: false, wasServed });
      allow(id);
      return outcome;
    },

    async beginEdit(comment) {
      const outcome = await ask('GET', `/comments/${comment.id}`, undefined, readSource);
      if (outcome.ok) {
        const edited = { comment, source: outcome.data };
        setOwn({ edited: new Map(state.own.edited).set(comment.id, edited) });
      }
      return outcome;
    },

    endEdit(id) {
      const edited = new Map(state.own.edited);
      edited.delete(id);
      setOwn({ edited });
    },

    async change(id, source) {
      const outcome = await ask('PATCH', `/comments/${id}`, source, readComment);
      if (!outcome.ok) return outcome;
      setOwn({ changed: new Map(state.own.changed).set(id, outcome.data) });
      return outcome;
    },

    async remove(id) {
      setOwn({ removed: new Set(state.own.removed).add(id) });
      const outcome = await ask('DELETE', `/comments/${id}`, undefined, () => true);
      if (!outcome.ok) {
        const removed = new Set(state.own.removed);
        removed.delete(id);
        setOwn({ removed });
        set({ problem: { subject: String(id), message: outcome.message } });
      }
      return outcome;
    },

    async react(subject, reactions, content, isWanted) {
      const shown = showReactions(reactions, state.reactions.get(subject));
      const basis = basisOf(reactions);
      setReactions(subject, { given: withOwn(shown, content, isWanted, viewer.login), basis });
      set({ problem: null });
      const where = subject === 'post' ? '' : `/comments/${subject}`;
      const method = isWanted ? 'PUT' : 'DELETE';
      const turn = (reacting.get(subject) ?? Promise.resolve()).then(async () => {
        const outcome = await ask(method, `${where}/reactions/${content}`, undefined, readGiven);
        if (!outcome.ok) {
          const now = showReactions(reactions, state.reactions.get(subject));
          const given = withOwn(now, content, !isWanted, viewer.login);
          setReactions(subject, { given, basis });
          set({ problem: { subject, message: outcome.message } });
        } else if (reacting.get(subject) === turn) {
          setReactions(subject, { given: outcome.data, basis });
        }
      });
      reacting.set(subject, turn);
      return turn;
    },
  };

  /** What one has just written may be changed and deleted. */
  function allow(id: number): void {
    const { participation } = state;
    if (!participation) return;
    const comments = { ...participation.comments, [id]: { canEdit: true, canDelete: true } };
    set({ participation: { ...participation, comments } });
  }
}

let unsent = 0;

/** A comment as it looks before the site has answered. */
function unsentComment(
  post: Pick<Post, 'url'>,
  viewer: Viewer,
  text: string,
  time: number,
): Comment {
  unsent -= 1;
  return {
    id: unsent,
    author: {
      login: viewer.login,
      name: viewer.name,
      avatarUrl: viewer.avatarUrl,
      url: viewer.url,
      kind: 'user',
    },
    html: plainHtml(text),
    excerpt: '',
    createdAt: new Date(time).toISOString(),
    editedAt: null,
    minimizedReason: null,
    reactions: [],
    path: '',
    url: post.url,
    association: 'NONE',
  };
}
