/**
 * The store itself: tables of immutable records, a clock that tests can set, and one way to change
 * anything (`mutate`), which keeps older versions for replica lag and tells whoever listens.
 */
import type {
  App,
  Comment,
  Commit,
  Delivery,
  FaultSettings,
  Hook,
  Installation,
  Issue,
  Label,
  Milestone,
  OneTimeCode,
  RateLimitSettings,
  Repository,
  RepositoryFile,
  Token,
  User,
} from '../model';
import type { StoreEvent } from './events';

/** What a lagging replica shows in an older version. */
export interface StoreData {
  users: Map<number, User>;
  repositories: Map<number, Repository>;
  issues: Map<number, Issue>;
  /** `repositoryId/number` → issue id. */
  issueNumbers: Map<string, number>;
  /** `repositoryId/number` of deleted issues. */
  deletedNumbers: Set<string>;
  /** `repositoryId/number` of transferred issues → where they went. */
  transferredNumbers: Map<string, number>;
  comments: Map<number, Comment>;
  labels: Map<number, Label>;
  milestones: Map<number, Milestone>;
  /** `repositoryId:path` → file. */
  files: Map<string, RepositoryFile>;
}

export interface Store {
  /** Where the server answers, without a trailing slash. */
  origin: string;
  data: StoreData;
  readonly commits: Commit[];
  readonly tokens: Map<string, Token>;
  readonly apps: Map<number, App>;
  readonly installations: Map<number, Installation>;
  readonly codes: Map<string, OneTimeCode>;
  readonly hooks: Map<number, Hook>;
  /** By id, oldest first. */
  readonly deliveries: Map<number, Delivery>;
  faults: FaultSettings;
  /** The calls an hour that a fresh start goes back to. */
  hourlyLimit: number;
  rateLimit: RateLimitSettings;
  /** What was spent of it, by resource and user; not kept over a restart. */
  readonly usage: Map<string, { used: number; reset: number }>;
  /** API calls since the log was last cleared. */
  readonly requests: LoggedRequest[];
  readonly clock: Clock;
  readonly ids: IdCounter;
  /** Told of every webhook-worthy event, synchronously, while the data is as the event says. */
  readonly onEvent: Set<(event: StoreEvent) => void>;
  /** Told after every change. */
  readonly onChange: Set<() => void>;
  /** @internal */
  readonly journal: Journal;
}

export interface LoggedRequest {
  readonly method: string;
  /** With its query, as it was asked for. */
  readonly path: string;
  /** The name of the GraphQL operation. */
  readonly operation: string | null;
  /** 0 where the connection was cut. */
  readonly status: number;
  readonly at: string;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Stops nothing: the clock goes on from there. */
  set(time: number): void;
  advance(ms: number): void;
  /** The offset to the machine's clock, kept in the snapshot. */
  offset: number;
  /** While set, time stands still there. */
  frozen: number | null;
}

export interface IdCounter {
  last: Record<string, number>;
}

interface Journal {
  depth: number;
  silent: boolean;
  versions: { until: number; data: StoreData }[];
}

export interface StoreOptions {
  origin?: string;
  /** Default 5,000, GitHub's own. */
  hourlyLimit?: number | undefined;
}

export function createStore(options: StoreOptions = {}): Store {
  const { hourlyLimit = 5_000 } = options;
  return {
    origin: options.origin ?? 'http://127.0.0.1:4010',
    data: emptyData(),
    commits: [],
    tokens: new Map(),
    apps: new Map(),
    installations: new Map(),
    codes: new Map(),
    hooks: new Map(),
    deliveries: new Map(),
    faults: noFaults(),
    hourlyLimit,
    rateLimit: { limit: hourlyLimit, remaining: null },
    usage: new Map(),
    requests: [],
    clock: createClock(),
    ids: { last: {} },
    onEvent: new Set(),
    onChange: new Set(),
    journal: { depth: 0, silent: false, versions: [] },
  };
}

export function emptyData(): StoreData {
  return {
    users: new Map(),
    repositories: new Map(),
    issues: new Map(),
    issueNumbers: new Map(),
    deletedNumbers: new Set(),
    transferredNumbers: new Map(),
    comments: new Map(),
    labels: new Map(),
    milestones: new Map(),
    files: new Map(),
  };
}

export function noFaults(): FaultSettings {
  return {
    api: { mode: 'ok', ms: 0, lagMs: 0 },
    webhooks: { drop: 0, duplicate: 0, reorder: false, delayMs: 0 },
  };
}

function createClock(): Clock {
  const clock: Clock = {
    offset: 0,
    frozen: null,
    now: () => clock.frozen ?? Date.now() + clock.offset,
    set(time) {
      clock.offset = time - Date.now();
    },
    advance(ms) {
      clock.offset += ms;
    },
  };
  return clock;
}

/** The store's present as GitHub writes it, to the second: `2026-11-02T10:00:00Z`. */
export function timestamp(store: Store): string {
  return formatTime(store.clock.now());
}

export function formatTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** Runs something as if it happened at that time; how a seed gets its dates. */
export function at<T>(store: Store, time: string | number | Date, action: () => T): T {
  const before = store.clock.frozen;
  store.clock.frozen = new Date(time).getTime();
  try {
    return action();
  } finally {
    store.clock.frozen = before;
  }
}

/** Runs something without webhooks. */
export function silently<T>(store: Store, action: () => T): T {
  const before = store.journal.silent;
  store.journal.silent = true;
  try {
    return action();
  } finally {
    store.journal.silent = before;
  }
}

/** Every change goes through here: nested calls count as one change. */
export function mutate<T>(store: Store, action: () => T): T {
  const { journal } = store;
  if (journal.depth === 0 && store.faults.api.lagMs > 0) keepVersion(store);
  journal.depth += 1;
  try {
    return action();
  } finally {
    journal.depth -= 1;
    if (journal.depth === 0) for (const listener of store.onChange) listener();
  }
}

export function emit(store: Store, event: StoreEvent): void {
  if (store.journal.silent) return;
  for (const listener of store.onEvent) listener(event);
}

function keepVersion(store: Store): void {
  const now = Date.now();
  const { versions } = store.journal;
  versions.push({ until: now, data: copyData(store.data) });
  while (versions[0] && versions[0].until < now - store.faults.api.lagMs) versions.shift();
}

export function copyData(data: StoreData): StoreData {
  return {
    users: new Map(data.users),
    repositories: new Map(data.repositories),
    issues: new Map(data.issues),
    issueNumbers: new Map(data.issueNumbers),
    deletedNumbers: new Set(data.deletedNumbers),
    transferredNumbers: new Map(data.transferredNumbers),
    comments: new Map(data.comments),
    labels: new Map(data.labels),
    milestones: new Map(data.milestones),
    files: new Map(data.files),
  };
}

/** The store as a lagging replica shows it: itself, unless a lag is set and something changed. */
export function replicaOf(store: Store): Store {
  const { lagMs } = store.faults.api;
  if (lagMs <= 0) return store;
  const asOf = Date.now() - lagMs;
  const version = store.journal.versions.find(({ until }) => until > asOf);
  return version ? { ...store, data: version.data } : store;
}

/**
 * GitHub's ids are large and have gaps. They stay below 2³¹ because GraphQL's `databaseId` is a
 * 32-bit integer and old clients read nothing else.
 */
const FIRST_IDS: Record<string, number> = {
  user: 583_231,
  repository: 812_904_117,
  issue: 1_612_840_553,
  comment: 1_874_220_361,
  label: 1_362_934_389,
  milestone: 9_604_112,
  reaction: 178_340_201,
  edit: 912_300_411,
  event: 1_402_338_190,
  hook: 464_120_377,
  delivery: 1_203_944_882,
  app: 381_220,
  installation: 42_118_604,
};

export type IdKind =
  | 'user'
  | 'repository'
  | 'issue'
  | 'comment'
  | 'label'
  | 'milestone'
  | 'reaction'
  | 'edit'
  | 'event'
  | 'hook'
  | 'delivery'
  | 'app'
  | 'installation';

export function nextId(store: Store, kind: IdKind): number {
  const last = store.ids.last[kind];
  const id = last === undefined ? (FIRST_IDS[kind] ?? 1) : last + 1 + (last % 7);
  store.ids.last[kind] = id;
  return id;
}
