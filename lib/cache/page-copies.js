// @ts-check
/**
 * The copies of every page that this instance knows: in memory, on disk for the next start and, with
 * REDIS_URL, in Redis for all instances. Here they are kept equal: the newest version wins, whichever
 * of them has it, and whoever listens learns of it.
 */
import { LRUCache } from 'lru-cache';
import { oncePerProcess } from './once-per-process.js';
import { announcePage } from './page-changes.js';
import { forgottenNow, NEVER, revisionOf, sizeOf } from './page-entry.js';
import { openPageFiles } from './page-files.js';
import { familyOf, isFamily } from './post-family.js';
import { openSharedPages } from './shared-pages.js';

/**
 * @typedef {import('./page-entry.js').Entry} Entry
 * @typedef {{ entry: Entry, epoch: number }} Held an entry, and when it was last compared with Redis
 * @typedef {ReturnType<typeof makeCopies>} PageCopies
 */

/** Bytes of rendered pages in memory. */
const MEMORY = 64 * 1024 * 1024;
/** Addresses in memory that never led to a page. */
export const MISSES = 5_000;
/** Posts of which is known when all pages below them were forgotten. */
const FAMILIES = 20_000;
/** Pages that changed while Redis did not answer and are told of once it does. */
const UNTOLD = 20_000;

/**
 * The one set of copies of this process: Next makes a cache handler for some requests.
 * @returns {PageCopies}
 */
export function getPageCopies() {
  return oncePerProcess('page-copies', makeCopies);
}

function makeCopies() {
  /** @type {LRUCache<string, Held>} */
  const memory = new LRUCache({ maxSize: MEMORY, sizeCalculation: ({ entry }) => sizeOf(entry) });
  /** @type {LRUCache<string, Held>} */
  const misses = new LRUCache({ max: MISSES });
  /** @type {LRUCache<string, Held>} see post-family.js */
  const families = new LRUCache({ max: FAMILIES });
  /** @type {LRUCache<string, true>} */
  const untold = new LRUCache({ max: UNTOLD });
  /** @type {ReturnType<typeof openPageFiles> | null} */
  let files = null;
  /** @type {ReturnType<typeof openSharedPages>} */
  let shared = null;

  /** @param {string} name */
  const roomFor = (name) => (isFamily(name) ? families : memory);
  const epoch = () => shared?.epoch ?? 0;

  /**
   * Until then, and where there is no build, the copies are in memory alone.
   * @param {string} folder
   * @param {string} build what the pages of one build and its settings have in common
   */
  function open(folder, build) {
    files = openPageFiles(folder, build);
    shared = openSharedPages(build);
    shared?.onChange((change) => void follow(change));
    shared?.onGap(() => void tellUntold());
  }

  /**
   * The newest version there is; forgotten where all pages of its post were since.
   * @param {string} name
   * @returns {Promise<Entry | null>}
   */
  async function findCurrent(name) {
    const entry = await find(name);
    if (!entry || entry.forgotten) return entry;
    return (await forgottenBelow(name)) > entry.version ? { ...entry, forgotten: true } : entry;
  }

  /**
   * @param {string} name of a page
   * @returns {Promise<number>} the version below which the pages of its post are forgotten
   */
  async function forgottenBelow(name) {
    const family = familyOf(name);
    return (family && (await find(family))?.version) || 0;
  }

  /**
   * The newest version there is. Redis is asked once for each page; from then on it tells by itself.
   * @param {string} name
   * @returns {Promise<Entry | null>}
   */
  async function find(name) {
    const now = epoch();
    const held = roomFor(name).get(name) ?? misses.get(name);
    if (held && (held.epoch === now || !shared?.isOpen())) return held.entry;
    const local = held?.entry ?? (await files?.read(name)) ?? null;
    const remote = await shared?.read(name);
    if (remote && remote.version > (local?.version ?? 0)) {
      await hold(name, remote, now);
      return remote;
    }
    if (!local && !isFamily(name)) return null;
    // What came by meanwhile is newer.
    const newer = roomFor(name).get(name) ?? misses.get(name);
    if (newer && newer.entry.version > (local?.version ?? 0)) return newer.entry;
    const isCompared = !shared || remote !== undefined;
    (misses.has(name) ? misses : roomFor(name)).set(name, {
      entry: local ?? NEVER,
      epoch: isCompared ? now : -1,
    });
    if (!local) return null;
    if (remote !== undefined && (remote?.version ?? 0) < local.version) void tell(name, local);
    return local;
  }

  /**
   * @param {string} name of a page that somebody was shown
   * @returns {Promise<Entry | null>} the copy of this instance, without asking Redis
   */
  async function findHere(name) {
    return roomFor(name).peek(name)?.entry ?? (await files?.read(name)) ?? null;
  }

  /**
   * Keeps a version here and for the other instances.
   * @param {string} name
   * @param {Entry} entry
   */
  async function keep(name, entry) {
    await Promise.all([hold(name, entry, epoch()), tell(name, entry)]);
  }

  /**
   * An address that never led to a page: in memory alone, among so many of its kind. The others are
   * told only where they know it as a page.
   * @param {string} name
   * @param {Entry} entry
   */
  async function keepMiss(name, entry) {
    const revision = revisionOf(entry.value);
    misses.set(name, { entry, epoch: epoch() });
    announcePage(name, revision);
    await shared?.write(name, entry, { revision, onlyKnown: true });
  }

  /**
   * Shows a copy again that is not newer for it, which is news to nobody.
   * @param {string} name
   * @param {Entry} entry
   */
  function showAgain(name, entry) {
    memory.set(name, { entry, epoch: memory.peek(name)?.epoch ?? -1 });
  }

  /**
   * Has a page rendered anew when somebody asks for it next.
   * @param {string} name
   * @param {number} version
   */
  async function forget(name, version) {
    const before = await findHere(name);
    const missed = before ? null : misses.peek(name);
    const known = before ?? missed?.entry ?? { value: undefined };
    const entry = { ...known, ...forgottenNow(), version };
    if (missed) misses.set(name, { ...missed, entry });
    else await hold(name, entry, epoch());
    await tell(name, entry);
  }

  /**
   * @param {string} name
   * @param {Entry} entry
   * @param {number} compared the epoch in which it was compared with Redis
   */
  async function hold(name, entry, compared) {
    const room = roomFor(name);
    const known = room.peek(name);
    if (known && known.entry.version > entry.version) return;
    misses.delete(name);
    room.set(name, { entry, epoch: compared });
    if (!entry.forgotten) announcePage(name, revisionOf(entry.value));
    await files?.write(name, entry);
  }

  /**
   * Tells the other instances.
   * @param {string} name
   * @param {Entry} entry
   */
  async function tell(name, entry) {
    if (!shared) return;
    const isKnown = roomFor(name).peek(name) !== undefined;
    const revision = entry.forgotten ? null : revisionOf(entry.value);
    const done = await shared.write(name, entry, { revision, onlyKnown: !isKnown });
    if (done === undefined) untold.set(name, true);
    // Another instance was faster, and knows more.
    if (done === false && isKnown) {
      const remote = await shared.read(name);
      if (remote && remote.version > entry.version) await hold(name, remote, shared.epoch);
    }
  }

  /** What changed while Redis did not answer, in that order. */
  async function tellUntold() {
    for (const name of [...untold.rkeys()]) {
      untold.delete(name);
      const entry = await findHere(name);
      if (entry) await tell(name, entry);
    }
  }

  /**
   * Takes over what another instance rendered, at once, so that it is here when Redis is not.
   * @param {import('./shared-pages.js').Change} change
   */
  async function follow({ name, version, isForgotten }) {
    const now = epoch();
    const local = (await findHere(name)) ?? (isFamily(name) ? NEVER : null);
    misses.delete(name);
    if (local && local.version >= version) return;
    const remote = isForgotten ? undefined : await shared?.read(name);
    if (remote) return hold(name, remote, now);
    if (local) await hold(name, { ...local, ...forgottenNow(), version }, now);
  }

  return {
    open,
    isOpen: () => files !== null,
    findCurrent,
    findHere,
    forgottenBelow,
    keep,
    keepMiss,
    showAgain,
    forget,
    size: () => ({ pages: memory.size, bytes: memory.calculatedSize }),
  };
}
