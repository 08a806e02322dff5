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
import { listNames, type RepositoryNames } from '../github/list-names';
import { parseBody } from './metadata';
import { toProfile } from './people';
import type { AuthorProfile, PostSummary } from './post';
import type { PostTexts } from './post-texts';
import { type BlogRules, isPublished } from './publication';
import { renameIn } from './rename';
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
  /**
   * Takes in what labels and milestones are called and look like today: renaming one changes no
   * issue, so that a list of changed issues does not tell. One call per 100 of them.
   * @throws GitHubError
   */
  rename(): Promise<void>;
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
  /** What authors say of themselves, by login in lower case. */
  profiles: ReadonlyMap<string, AuthorProfile>;
}

export interface PostIndexOptions {
  github: GitHub;
  rules: BlogRules;
  now?: () => number;
  /** Where a state outlives the process; losing it costs only calls. */
  storage?: IndexStorage;
  /** Where the posts' bodies go, which the lists bring along. */
  texts?: PostTexts;
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
  const { github, rules, now = Date.now, storage, texts } = options;
  const gone = new Map<number, number>();
  let state: IndexState | null = null;
  let taken: IndexState | null = null;
  let adopted: Promise<void> | null = null;

  /** What an earlier process knew, once. */
  function adoptStored(): Promise<void> {
    adopted ??= (storage?.load() ?? Promise.resolve(null)).then(async (loaded) => {
      const isWhole = loaded && (!texts || (await texts.adopt([...loaded.posts.values()])));
      if (isWhole) state ??= loaded;
      taken ??= state;
    });
    return adopted;
  }

  function takeIn(before: IndexState, changes: Changes, askedAt: number): IndexState {
    for (const issue of changes.issues) {
      const known = before.posts.get(issue.number);
      if (known && isOlder(issue, known)) continue;
      if (isPublished(issue, rules)) texts?.put(issue, parseBody(issue.body).text);
      else texts?.remove(issue.number);
    }
    return merge(before, changes, rules, askedAt);
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
    const list = await listChangedIssues(github, rules.publishLabel, since, CHANGED_PAGES);
    // What was put in while GitHub was asked is newer than the answer, so merge into what is now.
    const after = takeIn(state ?? before, list, askedAt);
    const isMissingSome = after.labeled.size !== list.labeledCount;
    return list.truncated || isMissingSome ? readAll(askedAt) : after;
  }

  async function readAll(askedAt: number): Promise<IndexState> {
    const list = await listLabeledIssues(github, rules.publishLabel);
    const read = new Set(list.issues.map((issue) => issue.number));
    // Only what is the same object is known to be the same, so what is known is kept where it is.
    const known = state ? without(state, (number) => !read.has(number)) : NOTHING;
    return takeIn({ ...known, labeled: new Set<number>() }, list, askedAt);
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
      const list = { issues: [asListed(issue)], pinnedNumbers: null };
      state = takeIn(state, list, state.askedAt);
    },
    remove(number) {
      gone.set(number, now() + OVERLAP);
      texts?.remove(number);
      if (state) state = without(state, (other) => other === number);
    },
    async rename() {
      const names: RepositoryNames = await listNames(github);
      const renamed = state && renameIn(state.posts, names);
      if (state && renamed) state = { ...state, posts: renamed };
      else state = await readAll(now());
    },
  };
}

const NOTHING: IndexState = {
  posts: new Map(),
  labeled: new Set(),
  profiles: new Map(),
  changedAt: 0,
  askedAt: 0,
};

/** What GitHub told of issues; `pinnedNumbers` is null where it told nothing of pins. */
interface Changes {
  issues: readonly IssueNode[];
  pinnedNumbers: readonly number[] | null;
}

function merge(before: IndexState, list: Changes, rules: BlogRules, askedAt: number): IndexState {
  const posts = new Map(before.posts);
  const labeled = new Set(before.labeled);
  const profiles = new Map(before.profiles);
  let { changedAt } = before;
  for (const issue of list.issues) {
    const known = posts.get(issue.number);
    if (known && isOlder(issue, known)) {
      labeled.add(issue.number);
      continue;
    }
    const isLabeled = issue.labels?.nodes.some(
      (label) => label?.name.toLowerCase() === rules.publishLabel.toLowerCase(),
    );
    if (isLabeled) labeled.add(issue.number);
    else labeled.delete(issue.number);
    const summary = toSummary(issue, rules);
    if (!summary) posts.delete(issue.number);
    else if (!known || JSON.stringify(known) !== JSON.stringify(summary)) {
      posts.set(issue.number, summary);
    }
    for (const actor of summary ? [issue.author, ...issue.assignees.nodes] : []) {
      const profile = actor && toProfile(actor);
      if (profile) profiles.set(actor.login.toLowerCase(), profile);
    }
    changedAt = Math.max(changedAt, Date.parse(issue.updatedAt));
  }
  const pinned = list.pinnedNumbers && new Set(list.pinnedNumbers);
  for (const [number, post] of pinned ? posts : []) {
    const isPinned = pinned?.has(number) === true;
    if (post.pinned !== isPinned) posts.set(number, { ...post, pinned: isPinned });
  }
  return { posts, labeled, profiles, changedAt, askedAt };
}

/** GitHub's replicas lag: what is known may be newer than what a list says. */
function isOlder(issue: IssueNode, known: PostSummary): boolean {
  return Date.parse(known.updatedAt) > Date.parse(issue.updatedAt);
}

function without(state: IndexState, isGone: (number: number) => boolean): IndexState {
  const posts = new Map([...state.posts].filter(([number]) => !isGone(number)));
  const labeled = new Set([...state.labeled].filter((number) => !isGone(number)));
  return { ...state, posts, labeled };
}
