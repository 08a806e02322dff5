/**
 * Everything the lists need to know of all posts, in memory: read whole once (a call per 100 posts),
 * then kept up to date by asking GitHub only for what changed since. One edit costs one call,
 * however many posts there are.
 */
import { coalesce } from '../cache/coalesce';
import type { GitHub } from '../github/client';
import { asListed, type IssueWithComments } from '../github/get-issue';
import type { IssueNode } from '../github/issue-fields';
import { listChangedIssues, listLabeledIssues } from '../github/list-issues';
import type { PostSummary } from './post';
import type { BlogRules } from './publication';
import { toSummary } from './to-summary';

export interface PostIndex {
  /**
   * The posts as of a moment at most `maxAge` milliseconds ago; 0 always asks GitHub. Scheduled
   * posts are included; see `listPublished`.
   * @throws GitHubError when GitHub cannot be asked
   */
  sync(maxAge: number): Promise<IndexState>;
  /** What is known now, without asking; null before the first `sync`. */
  peek(): IndexState | null;
  /**
   * What is known now, and what was known when this was last asked: every change falls between two
   * such questions, whoever made the index learn of it. `before` is null when nothing was known.
   */
  takeChanges(): { before: IndexState | null; after: IndexState | null };
  /** Takes in an issue that was just read whole, which a lagging list may not show yet. */
  put(issue: IssueWithComments): void;
  /** Leaves out an issue that GitHub says is gone, whatever a lagging list still shows. */
  remove(number: number): void;
}

export interface IndexState {
  /** By number. */
  posts: ReadonlyMap<number, PostSummary>;
  /** When the call to GitHub that this rests on began, in milliseconds. */
  askedAt: number;
  /** The latest change GitHub told of, in milliseconds. */
  changedAt: number;
  /** Labelled issues, posts or not: when GitHub counts otherwise, something was missed. */
  labeled: ReadonlySet<number>;
}

export interface PostIndexOptions {
  github: GitHub;
  rules: BlogRules;
  now?: () => number;
  /** Where a state outlives the process; losing it costs only calls. */
  storage?: IndexStorage;
}

export interface IndexStorage {
  load(): Promise<IndexState | null>;
  save(state: IndexState): Promise<void>;
}

/** GitHub's replicas may lag, so every question reaches a minute further back. */
const OVERLAP = 60_000;
/** More changed issues than this many calls can list, and reading all posts anew is cheaper. */
const CHANGED_PAGES = 3;

export function createPostIndex(options: PostIndexOptions): PostIndex {
  const { github, rules, now = Date.now, storage } = options;
  const gone = new Map<number, number>();
  const heard = new Map<number, Hearing>();
  let state: IndexState | null = null;
  let taken: IndexState | null = null;
  let adopted: Promise<void> | null = null;

  /** What an earlier process knew, once. */
  function adoptStored(): Promise<void> {
    adopted ??= (storage?.load() ?? Promise.resolve(null)).then((loaded) => {
      state ??= loaded;
      taken ??= state;
    });
    return adopted;
  }

  const ask = coalesce(async (): Promise<IndexState> => {
    const askedAt = now();
    await adoptStored();
    const next = state ? await update(state, askedAt) : await readAll(askedAt);
    state = without(next, (number) => (gone.get(number) ?? 0) > now());
    taken ??= state;
    await storage?.save(state);
    return state;
  });

  async function update(before: IndexState, askedAt: number): Promise<IndexState> {
    const since = new Date(before.changedAt - OVERLAP);
    // A count that does not fit may only mean that something changed while GitHub was asked.
    for (const startedAt of [askedAt, null]) {
      const list = await listChangedIssues(github, rules.publishLabel, since, CHANGED_PAGES);
      const changes = { ...list, askedAt: startedAt ?? now() };
      // What was put in meanwhile may be newer than the answer, so merge into what is known now.
      const after = merge(state ?? before, changes, rules, heard);
      if (!list.truncated && after.labeled.size === list.labeledCount) return { ...after, askedAt };
      state = after;
      if (list.truncated) break;
    }
    return readAll(now());
  }

  async function readAll(askedAt: number): Promise<IndexState> {
    const list = { ...(await listLabeledIssues(github, rules.publishLabel)), askedAt };
    const listed = new Set(list.issues.map((issue) => issue.number));
    const nothing = { posts: new Map(), labeled: new Set<number>(), changedAt: 0, askedAt };
    const isKept = (number: number) =>
      listed.has(number) || (heard.get(number)?.askedAt ?? 0) > askedAt;
    const base = state ? without(state, (number) => !isKept(number)) : nothing;
    return { ...merge(base, list, rules, heard), askedAt };
  }

  return {
    async sync(maxAge) {
      if (maxAge > 0) await adoptStored();
      const isFresh = state !== null && maxAge > 0 && now() - state.askedAt <= maxAge;
      return isFresh && state ? state : ask();
    },
    peek: () => state,
    takeChanges() {
      const before = taken;
      taken = state;
      return { before, after: state };
    },
    put(issue) {
      if (!state) return;
      const list = { issues: [asListed(issue)], pinnedNumbers: null, askedAt: issue.readAt };
      state = merge(state, list, rules, heard);
    },
    remove(number) {
      gone.set(number, now() + OVERLAP);
      if (state) state = without(state, (other) => other === number);
    },
  };
}

/** What GitHub told of issues; `pinnedNumbers` is null where it told nothing of pins. */
interface Changes {
  issues: readonly IssueNode[];
  pinnedNumbers: readonly number[] | null;
  /** When the call to GitHub began, in milliseconds. */
  askedAt: number;
}

/** The newest that was heard of an issue, post or not; both in milliseconds. */
interface Hearing {
  updatedAt: number;
  askedAt: number;
}

/**
 * Answers arrive in another order than they were asked for, and GitHub's replicas lag: the later
 * change counts, and of one second's changes the later question.
 */
function isNews(issue: IssueNode, askedAt: number, heard: Map<number, Hearing>): boolean {
  const updatedAt = Date.parse(issue.updatedAt);
  const known = heard.get(issue.number);
  if (known && updatedAt < known.updatedAt) return false;
  if (known && updatedAt === known.updatedAt && askedAt < known.askedAt) return false;
  heard.set(issue.number, { updatedAt, askedAt });
  return true;
}

function merge(
  before: IndexState,
  list: Changes,
  rules: BlogRules,
  heard: Map<number, Hearing>,
): IndexState {
  const posts = new Map(before.posts);
  const labeled = new Set(before.labeled);
  let { changedAt } = before;
  for (const issue of list.issues) {
    if (!isNews(issue, list.askedAt, heard)) continue;
    const isLabeled = issue.labels?.nodes.some(
      (label) => label?.name.toLowerCase() === rules.publishLabel.toLowerCase(),
    );
    if (isLabeled) labeled.add(issue.number);
    else labeled.delete(issue.number);
    const summary = toSummary(issue, rules);
    if (summary) posts.set(issue.number, summary);
    else posts.delete(issue.number);
    changedAt = Math.max(changedAt, Date.parse(issue.updatedAt));
  }
  const pinned = list.pinnedNumbers && new Set(list.pinnedNumbers);
  for (const [number, post] of pinned ? posts : []) {
    const isPinned = pinned?.has(number) === true;
    if (post.pinned !== isPinned) posts.set(number, { ...post, pinned: isPinned });
  }
  return { posts, labeled, changedAt, askedAt: before.askedAt };
}

function without(state: IndexState, isGone: (number: number) => boolean): IndexState {
  const posts = new Map([...state.posts].filter(([number]) => !isGone(number)));
  const labeled = new Set([...state.labeled].filter((number) => !isGone(number)));
  return { ...state, posts, labeled };
}
