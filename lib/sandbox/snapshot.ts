/**
 * The store in a file, so that a demo survives a restart: read at the start, written a moment after
 * each change and at the end, always as a whole.
 */
import { readFile } from 'node:fs/promises';
import { writeWhole } from '../write-whole.js';
import type { Delivery } from './model';
import { emptyData, noFaults, type Store, type StoreData } from './store';

const VERSION = 1;
const PAUSE_MS = 300;
/** Older deliveries are not worth their bytes. */
const KEPT_DELIVERIES = 200;

/**
 * Fills the store from a file.
 * @returns false if there is no such file
 * @throws Error for a file that is no snapshot of this version
 */
export async function loadSnapshot(store: Store, file: string): Promise<boolean> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
  const snapshot: Snapshot = JSON.parse(text);
  if (snapshot.version !== VERSION) {
    throw new Error(`${file} is not a snapshot of this version; delete it to begin afresh.`);
  }
  restore(store, snapshot);
  return true;
}

export interface SnapshotKeeper {
  /** Writes now what has not been written. */
  flush(): Promise<void>;
}

/** Writes the store to the file after every change; writing takes a tenth of the time at most. */
export function keepSnapshot(store: Store, file: string): SnapshotKeeper {
  let timer: NodeJS.Timeout | null = null;
  let writing = Promise.resolve();
  let pause = PAUSE_MS;
  const save = async () => {
    const begun = performance.now();
    await saveSnapshot(store, file);
    pause = Math.max(PAUSE_MS, (performance.now() - begun) * 10);
  };
  const write = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    writing = writing
      .then(save)
      .catch((error: unknown) => console.error(`The snapshot ${file} was not written:`, error));
    return writing;
  };
  store.onChange.add(() => {
    timer ??= setTimeout(write, pause);
    timer.unref();
  });
  return { flush: write };
}

/** A crash in the middle leaves the former file. */
export async function saveSnapshot(store: Store, file: string): Promise<void> {
  await writeWhole(file, JSON.stringify(takeSnapshot(store)));
}

type Entries<Table> =
  Table extends Map<infer Key, infer Value>
    ? [Key, Value][]
    : Table extends Set<infer Value>
      ? Value[]
      : never;

type Snapshot = ReturnType<typeof takeSnapshot>;

/** The whole store as plain data. */
export function takeSnapshot(store: Store) {
  return {
    version: VERSION,
    data: describeData(store.data),
    commits: store.commits,
    tokens: [...store.tokens],
    apps: [...store.apps],
    installations: [...store.installations],
    hooks: [...store.hooks],
    deliveries: [...store.deliveries].slice(-KEPT_DELIVERIES),
    ids: store.ids.last,
    clockOffset: store.clock.offset,
  };
}

function describeData(data: StoreData): { [Table in keyof StoreData]: Entries<StoreData[Table]> } {
  return {
    users: [...data.users],
    repositories: [...data.repositories],
    issues: [...data.issues],
    issueNumbers: [...data.issueNumbers],
    deletedNumbers: [...data.deletedNumbers],
    transferredNumbers: [...data.transferredNumbers],
    comments: [...data.comments],
    labels: [...data.labels],
    milestones: [...data.milestones],
    files: [...data.files],
  };
}

function restore(store: Store, snapshot: Snapshot): void {
  const { data } = snapshot;
  store.data = {
    ...emptyData(),
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
  fill(store.tokens, snapshot.tokens);
  fill(store.apps, snapshot.apps);
  fill(store.installations, snapshot.installations);
  fill(store.hooks, snapshot.hooks);
  fill(store.deliveries, snapshot.deliveries.map(giveUp));
  store.commits.splice(0, store.commits.length, ...snapshot.commits);
  store.ids.last = snapshot.ids;
  store.clock.offset = snapshot.clockOffset;
  store.faults = noFaults();
}

/** What was under way when the process ended never arrived. */
function giveUp([id, delivery]: [number, Delivery]): [number, Delivery] {
  return [id, delivery.outcome === 'pending' ? { ...delivery, outcome: 'failed' } : delivery];
}

function fill<Key, Value>(table: Map<Key, Value>, entries: [Key, Value][]): void {
  table.clear();
  for (const [key, value] of entries) table.set(key, value);
}
