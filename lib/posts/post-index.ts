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
import type { IndexNews } from './news';
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
  /**
   * Keeps a state on disk, once pages show all that is in it: a server that starts from it sees as
   * changed whatever pages may not show yet.
   */
  keep(state: IndexState): Promise<void>;
  /** Takes in what another instance learnt. @throws GitHubError when that means asking GitHub */
  hear(news: IndexNews): Promise<void>;
  /** What other instances told may have been missed: whoever asks next has GitHub asked. */
  doubt(): void;
  /** Counts changes of posts as taken that another instance has carried out. */
  skipChanges(posts: readonly [number, PostSummary | null][]): void;
  /** The latest change in the first state there was, from disk or GitHub; null before that. */
  startedFrom(): number | null;
  /** All issues that GitHub told of since the start, posts or not, with the time of their change. */
  heard(): ReadonlyMap<number, Hearing>;
  /**
   * Reads everything anew: finds what no list of changes tells of.
   * @throws GitHubError
   */
  sweep(): Promise<IndexState>;
  /** Takes in an issue that was just read whole, which a lagging list may not show yet. */
  put(issue: IssueWithComments): void;
  /** Says that the bot has commented: what other instances read of the issue before is outdated. */
  announced(number: number): void;
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
  /** Of posts, by number. */
  comments: ReadonlyMap<number, KnownComments>;
}

export interface KnownComments {
  ids: readonly number[];
  /** Whether these are all; a list tells only of the first hundred. */
  isWhole: boolean;
}

export interface PostIndexOptions {
  github: GitHub;
  rules: BlogRules;
  now?: () => number;
  /** Where a state outlives the process; losing it costs only calls. */
  storage?: IndexStorage;
  /** Where the posts' bodies go, which the lists bring along. */
  texts?: PostTexts;
  /** Tells other instances what GitHub told this one. */
  tell?: (news: IndexNews) => void;
}

export interface IndexStorage {
  load(): Promise<IndexState | null>;
  save(state: IndexState): Promise<void>;
  /** Whether pages are rendered from nothing but the newest state, as in a build. */
  savesAtOnce: boolean;
}

/** GitHub's replicas may lag, so every question reaches a minute further back. */
const OVERLAP = 60_000;
/** More changed issues than this at once, and every instance asks GitHub itself. */
const MOST_TOLD = 100;
/** More changed issues than this many calls can list, and reading all posts anew is cheaper. */
const CHANGED_PAGES = 10;

export function createPostIndex(options: PostIndexOptions): PostIndex {
  const { github, rules, now = Date.now, storage, texts, tell } = options;
  const gone = new Map<number, number>();
  const heard = new Map<number, Hearing>();
  let state: IndexState | null = null;
  let taken: IndexState | null = null;
  let adopted: Promise<void> | null = null;
  let startedFrom: number | null = null;
  let doubts = 0;
  let doubtsSettled = 0;

  /** What an earlier process knew, once. */
  function adoptStored(): Promise<void> {
    adopted ??= (storage?.load() ?? Promise.resolve(null)).then(async (loaded) => {
      const isWhole = loaded && (!texts || (await texts.adopt([...loaded.posts.values()])));
      if (isWhole) {
        state ??= loaded;
        startedFrom = loaded.changedAt;
      }
      taken ??= state;
    });
    return adopted;
  }

  function takeIn(before: IndexState, changes: Changes, isHearsay = false): IndexState {
    const known = new Map(changes.issues.map(({ number }) => [number, heard.get(number)]));
    const news = changes.issues.filter((issue) => noteHearing(issue, changes.askedAt, heard));
    if (!isHearsay && before !== NOTHING) share(before, { ...changes, issues: news }, known);
    for (const issue of news) {
      if (isPublished(issue, rules)) texts?.put(issue, parseBody(issue.body).text);
      else texts?.remove(issue.number);
    }
    return merge(before, { ...changes, issues: news }, rules);
  }

  /** Tells what is new to this process, and so may be to others. */
  function share(before: IndexState, changes: Changes, known: Known): void {
    if (!tell) return;
    const { pinnedNumbers, askedAt } = changes;
    const issues = changes.issues.filter(
      (issue) =>
        Date.parse(issue.updatedAt) !== known.get(issue.number)?.updatedAt ||
        JSON.stringify(toSummary(issue, rules)) !==
          JSON.stringify(before.posts.get(issue.number) ?? null),
    );
    const pinned = [...before.posts.values()].filter((post) => post.pinned);
    const isPinned =
      pinnedNumbers !== null &&
      (pinnedNumbers.length !== pinned.length ||
        pinned.some((post) => !pinnedNumbers.includes(post.number)));
    if (issues.length > MOST_TOLD) tell({ kind: 'ask' });
    else if (issues.length > 0 || isPinned)
      tell({ kind: 'issues', issues, pinnedNumbers, askedAt });
  }

  function leaveOut(numbers: readonly number[]): void {
    const isGone = new Set(numbers);
    for (const number of numbers) texts?.remove(number);
    if (state) state = without(state, (number) => isGone.has(number));
  }

  const ask = coalesce(async (): Promise<IndexState> => {
    const askedAt = now();
    const settled = doubts;
    await adoptStored();
    const next = state ? await update(state, askedAt) : await readAll(askedAt);
    state = without(next, (number) => (gone.get(number) ?? 0) > now());
    startedFrom ??= state.changedAt;
    taken ??= state;
    doubtsSettled = settled;
    if (storage?.savesAtOnce || taken === state) await storage?.save(state);
    return state;
  });

  const askForAll = coalesce(async (): Promise<IndexState> => {
    await adoptStored();
    state = await readAll(now());
    startedFrom ??= state.changedAt;
    taken ??= state;
    return state;
  });

  async function takeNames(names: RepositoryNames): Promise<void> {
    const renamed = state && renameIn(state.posts, names);
    if (state && renamed) state = { ...state, posts: renamed };
    else state = await readAll(now());
  }

  async function update(before: IndexState, askedAt: number): Promise<IndexState> {
    const since = new Date(before.changedAt - OVERLAP);
    // A count that does not fit may only mean that something changed while GitHub was asked.
    for (const startedAt of [askedAt, null]) {
      const list = await listChangedIssues(github, rules.publishLabel, since, CHANGED_PAGES);
      const changes = { ...list, askedAt: startedAt ?? now() };
      // What was put in meanwhile may be newer than the answer, so merge into what is known now.
      const after = takeIn(state ?? before, changes);
      if (!list.truncated && after.labeled.size === list.labeledCount) return { ...after, askedAt };
      state = after;
      if (list.truncated) break;
    }
    return readAll(now());
  }

  async function readAll(askedAt: number): Promise<IndexState> {
    const list = { ...(await listLabeledIssues(github, rules.publishLabel)), askedAt };
    const listed = new Set(list.issues.map((issue) => issue.number));
    const isKept = (number: number) =>
      listed.has(number) || (heard.get(number)?.askedAt ?? 0) > askedAt;
    const base = state ? without(state, (number) => !isKept(number)) : NOTHING;
    const lost = [...(state?.labeled ?? [])].filter((number) => !base.labeled.has(number));
    if (lost.length > 0) tell?.({ kind: 'removed', numbers: lost });
    return { ...takeIn(base, list), askedAt };
  }

  return {
    async sync(maxAge) {
      if (maxAge > 0) await adoptStored();
      const isFresh = state !== null && maxAge > 0 && now() - state.askedAt <= maxAge;
      return isFresh && state && doubts === doubtsSettled ? state : ask();
    },
    peek: () => state,
    takeChanges() {
      const before = taken;
      taken = state;
      return { before, after: state };
    },
    async keep(shown) {
      await storage?.save(shown);
    },
    heard: () => heard,
    startedFrom: () => startedFrom,
    sweep: askForAll,
    put(issue) {
      if (!state) return;
      const goneSince = (gone.get(issue.number) ?? 0) - OVERLAP;
      if (issue.readAt >= goneSince) gone.delete(issue.number);
      const list = { issues: [asListed(issue)], pinnedNumbers: null, askedAt: issue.readAt };
      state = takeIn(state, list);
    },
    announced(number) {
      tell?.({ kind: 'announced', number });
    },
    remove(number) {
      gone.set(number, now() + OVERLAP);
      tell?.({ kind: 'removed', numbers: [number] });
      leaveOut([number]);
    },
    async rename() {
      const names: RepositoryNames = await listNames(github);
      tell?.({ kind: 'names', names });
      await takeNames(names);
    },
    async hear(news) {
      if (!state) return;
      if (news.kind === 'issues') state = takeIn(state, news, true);
      else if (news.kind === 'names') await takeNames(news.names);
      else if (news.kind === 'ask') await ask();
      else if (news.kind === 'removed') {
        for (const number of news.numbers) gone.set(number, now() + OVERLAP);
        leaveOut(news.numbers);
      }
    },
    doubt() {
      doubts += 1;
    },
    skipChanges(posts) {
      if (!taken || !state) return;
      const shown = new Map(taken.posts);
      const comments = new Map(taken.comments);
      for (const [number, post] of posts) {
        if (post) shown.set(number, post);
        else shown.delete(number);
        const ids = state.comments.get(number);
        if (ids) comments.set(number, ids);
        else comments.delete(number);
      }
      taken = { ...taken, posts: shown, comments };
    },
  };
}

const NOTHING: IndexState = {
  posts: new Map(),
  labeled: new Set(),
  profiles: new Map(),
  comments: new Map(),
  changedAt: 0,
  askedAt: 0,
};

/** What was heard of issues before. */
type Known = ReadonlyMap<number, Hearing | undefined>;

/** What GitHub told of issues; `pinnedNumbers` is null where it told nothing of pins. */
interface Changes {
  issues: readonly IssueNode[];
  pinnedNumbers: readonly number[] | null;
  /** When the call to GitHub began, in milliseconds. */
  askedAt: number;
}

/** The newest that was heard of an issue, post or not; both in milliseconds. */
export interface Hearing {
  updatedAt: number;
  askedAt: number;
}

/**
 * Answers arrive in another order than they were asked for, and GitHub's replicas lag: the later
 * change counts, and of one second's changes the later question.
 * @returns whether this is news; it is noted in `heard` then
 */
function noteHearing(issue: IssueNode, askedAt: number, heard: Map<number, Hearing>): boolean {
  const updatedAt = Date.parse(issue.updatedAt);
  const known = heard.get(issue.number);
  if (known && updatedAt < known.updatedAt) return false;
  if (known && updatedAt === known.updatedAt && askedAt < known.askedAt) return false;
  heard.set(issue.number, { updatedAt, askedAt });
  return true;
}

/** @param list with nothing in it that is older than what is known */
function merge(before: IndexState, list: Changes, rules: BlogRules): IndexState {
  const posts = new Map(before.posts);
  const labeled = new Set(before.labeled);
  const profiles = new Map(before.profiles);
  const comments = new Map(before.comments);
  let { changedAt } = before;
  let isChanged = false;
  for (const issue of list.issues) {
    const isLabeled = issue.labels?.nodes.some(
      (label) => label?.name.toLowerCase() === rules.publishLabel.toLowerCase(),
    );
    if (isLabeled) labeled.add(issue.number);
    else labeled.delete(issue.number);
    const summary = toSummary(issue, rules);
    if (JSON.stringify(posts.get(issue.number) ?? null) !== JSON.stringify(summary)) {
      if (summary) posts.set(issue.number, summary);
      else posts.delete(issue.number);
      isChanged = true;
    }
    if (summary) comments.set(issue.number, commentsOf(issue));
    else comments.delete(issue.number);
    for (const actor of summary ? [issue.author, ...issue.assignees.nodes] : []) {
      const profile = actor && toProfile(actor);
      if (profile) profiles.set(actor.login.toLowerCase(), profile);
    }
    changedAt = Math.max(changedAt, Date.parse(issue.updatedAt));
  }
  const pinned = list.pinnedNumbers && new Set(list.pinnedNumbers);
  for (const [number, post] of pinned ? posts : []) {
    const isPinned = pinned?.has(number) === true;
    if (post.pinned === isPinned) continue;
    posts.set(number, { ...post, pinned: isPinned });
    isChanged = true;
  }
  // The same map says that nothing changed, and what was made of it still holds.
  const { askedAt } = before;
  const shown = isChanged ? posts : before.posts;
  return { posts: shown, labeled, profiles, comments, changedAt, askedAt };
}

function commentsOf({ comments, commentIds }: IssueNode): KnownComments {
  const ids = commentIds.nodes.flatMap((node) => (node ? [Number(node.fullDatabaseId)] : []));
  return { ids, isWhole: ids.length >= comments.totalCount };
}

function without(state: IndexState, isGone: (number: number) => boolean): IndexState {
  const labeled = new Set([...state.labeled].filter((number) => !isGone(number)));
  const comments = new Map([...state.comments].filter(([number]) => !isGone(number)));
  const isChanged = [...state.posts.keys()].some(isGone);
  const posts = isChanged
    ? new Map([...state.posts].filter(([number]) => !isGone(number)))
    : state.posts;
  return { ...state, posts, labeled, comments };
}
