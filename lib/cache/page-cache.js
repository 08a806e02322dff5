// @ts-check
/**
 * What Next's incremental static regeneration keeps: rendered pages in memory, on disk and, with
 * REDIS_URL, in Redis for all instances. It differs from Next's own cache in four ways. A "not found"
 * or a redirect is kept like a page, so that an unpublished post does not come back from disk after a
 * restart. A page keeps its timer over a restart. Whoever listens learns which page changed, the moment
 * readers get the new one. And addresses that never led to a page leave nothing behind, however many
 * of them are asked for.
 *
 * Next loads this file itself, outside its bundles; see "cacheHandler" in Next's documentation.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LRUCache } from 'lru-cache';
import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js';
import { SharedCacheControls } from 'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js';
import { offerCacheState } from './cache-state.js';
import { nextVersion, versionOfLoad } from './clock.js';
import { offerKeptPages } from './kept-pages.js';
import { offerLastShown } from './last-shown.js';
import { announcePage } from './page-changes.js';
import { openPageFiles } from './page-files.js';
import { begunAt, isOutdated } from './page-loads.js';
import { canonicalPath, pathOfKey } from './page-path.js';
import { familyOf, isFamily } from './post-family.js';
import { settingsFingerprint } from './settings-fingerprint.js';
import { openSharedPages } from './shared-pages.js';

/**
 * @typedef {object} Entry
 * @property {number} lastModified
 * @property {any} value null is a page that is not there
 * @property {unknown} [cacheControl]
 * @property {boolean} [forgotten] to be rendered when somebody asks for it
 * @property {number} [shownUntil] in milliseconds: GitHub did not answer, so that it is served until
 *   then although it is forgotten
 * @property {number} version of the render, see clock.js
 *
 * @typedef {{ entry: Entry, epoch: number }} Held an entry, and when it was last compared with Redis
 */

/** Bytes of rendered pages in memory. */
const MEMORY = 64 * 1024 * 1024;
/** Addresses in memory that never led to a page. */
const MISSES = 5_000;
/** Posts of which is known when all pages below them were forgotten. */
const FAMILIES = 20_000;
/** How long a page stays that GitHub's not answering keeps from being rendered; milliseconds. */
const SOON = 10_000;
/** Pages that changed while Redis did not answer and are told of once it does. */
const UNTOLD = 20_000;

/**
 * What all handlers of this process have in common. Next makes a handler for some requests, and loads
 * this file more than once, so that it is kept on `globalThis`.
 * @typedef {object} Common
 * @property {LRUCache<string, Held>} memory
 * @property {LRUCache<string, Held>} misses
 * @property {LRUCache<string, Held>} families see post-family.js
 * @property {LRUCache<string, true>} untold
 * @property {number} missCount
 * @property {{ files: ReturnType<typeof openPageFiles>, shared: ReturnType<typeof openSharedPages> } | null} opened
 */

const KEY = Symbol.for('issuepress.page-cache');

/** @type {Common} */
const common =
  Reflect.get(globalThis, KEY) ??
  /** @satisfies {Common} */ ({
    memory: new LRUCache({ maxSize: MEMORY, sizeCalculation: sizeOf }),
    misses: new LRUCache({ max: MISSES }),
    families: new LRUCache({ max: FAMILIES }),
    untold: new LRUCache({ max: UNTOLD }),
    missCount: 0,
    opened: null,
  });
Reflect.set(globalThis, KEY, common);
const { memory, misses, families, untold } = common;

export default class PageCache {
  /** @param {any} context what Next gives every cache handler */
  constructor(context) {
    /** Pages as the build left them; never written to from here. */
    this.built = new (Reflect.get(fileSystemCache, 'default') ?? fileSystemCache)({
      ...context,
      flushToDisk: false,
      maxMemoryCacheSize: 0,
    });
    this.isBuilding = process.env.NEXT_PHASE === 'phase-production-build';
    const build = this.isBuilding ? null : readBuildId(context.serverDistDir);
    const settings = settingsFingerprint(process.env);
    /** Whether the build was made under the settings of this process. */
    this.trustsBuild = this.isBuilding || build?.endsWith(settings) === true;
    if (this.isBuilding) return;
    if (!common.opened && build) {
      const name = `${build}-${settings}`;
      const folder = cacheDirectory(context.serverDistDir);
      const opened = { files: openPageFiles(folder, name), shared: openSharedPages(name) };
      common.opened = opened;
      opened.shared?.onChange((change) => void this.follow(change));
      opened.shared?.onGap(() => void this.tellUntold());
      offerKeptPages({
        has: (page) => this.has(page),
        forget: (page) => this.forget(page),
        forgetBelow: (page, version) => this.forgetBelow(page, version),
      });
      offerLastShown((page) => this.lastShown(page));
      offerCacheState(() => ({ pages: memory.size, bytes: memory.calculatedSize }));
    }
    this.files = common.opened?.files;
    this.shared = common.opened?.shared;
  }

  /**
   * @param {string} key
   * @param {any} context
   */
  async get(key, context) {
    if (this.isBuilding) return this.built.get(key, context);
    const entry = await this.findCurrent(pathOfKey(key));
    if (entry?.forgotten) return (entry.shownUntil ?? 0) > Date.now() ? entry : null;
    if (entry) return entry;
    return this.trustsBuild ? this.built.get(key, context) : null;
  }

  /**
   * The newest version there is; forgotten where all pages of its post were since.
   * @param {string} name
   * @returns {Promise<Entry | null>}
   */
  async findCurrent(name) {
    const entry = await this.find(name);
    if (!entry || entry.forgotten) return entry;
    return (await this.forgottenBelow(name)) > entry.version
      ? { ...entry, forgotten: true }
      : entry;
  }

  /**
   * @param {string} name of a page
   * @returns {Promise<number>} the version below which the pages of its post are forgotten
   */
  async forgottenBelow(name) {
    const family = familyOf(name);
    return (family && (await this.find(family))?.version) || 0;
  }

  /**
   * The newest version there is. Redis is asked once for each page; from then on it tells by itself.
   * @param {string} name
   * @returns {Promise<Entry | null>}
   */
  async find(name) {
    const { shared } = this;
    const epoch = shared?.epoch ?? 0;
    const held = roomFor(name).get(name) ?? misses.get(name);
    if (held && (held.epoch === epoch || !shared?.isOpen())) return held.entry;
    const local = held?.entry ?? (await this.files?.read(name)) ?? null;
    const remote = await shared?.read(name);
    if (remote && remote.version > (local?.version ?? 0)) {
      await this.hold(name, remote, epoch);
      return remote;
    }
    if (!local && !isFamily(name)) return null;
    // What came by meanwhile is newer.
    const now = roomFor(name).get(name) ?? misses.get(name);
    if (now && now.entry.version > (local?.version ?? 0)) return now.entry;
    const isCompared = !shared || remote !== undefined;
    (misses.has(name) ? misses : roomFor(name)).set(name, {
      entry: local ?? NEVER,
      epoch: isCompared ? epoch : -1,
    });
    if (!local) return null;
    if (remote !== undefined && (remote?.version ?? 0) < local.version) void this.tell(name, local);
    return local;
  }

  /**
   * @param {string} key
   * @param {any} value
   * @param {any} context
   */
  async set(key, value, context) {
    if (this.isBuilding) return this.built.set(key, value, context);
    const name = pathOfKey(key);
    const revision = revisionOf(value);
    const begun = begunAt(name, revision);
    const version = versionOfLoad(begun);
    const forgottenAt = await this.forgottenBelow(name);
    const before = memory.peek(name)?.entry ?? (await this.files?.read(name)) ?? null;
    const { cacheControl } = context;
    if (before && !begun && isShownAgain(before, revision)) {
      // Nothing was read for it, because rendering failed. That is no news, and makes nothing newer.
      const isForgotten = before.forgotten === true || before.version < forgottenAt;
      const now = Date.now();
      const kept = isForgotten
        ? { ...before, forgotten: true, shownUntil: now + SOON }
        : { ...before, cacheControl };
      const epoch = memory.peek(name)?.epoch ?? -1;
      memory.set(name, { entry: { ...kept, lastModified: now }, epoch });
      return;
    }
    const newest = Math.max(before?.version ?? 0, forgottenAt);
    // A render that was under way when its page changed, here or elsewhere, may show the past.
    if (isOutdated(name, revision) || newest > version) {
      // Whoever got this page is to ask again; where a newer one is kept, they learned so from that.
      if (!before || before.forgotten) announcePage(name, `before ${Date.now()}`);
      return;
    }
    const entry = { lastModified: Date.now(), value, cacheControl, version };
    const wasPage = before !== null || (await this.wasBuilt(key, context));
    if (isMiss(value) && !wasPage) {
      misses.set(name, { entry, epoch: this.shared?.epoch ?? 0 });
      announcePage(name, revision);
      await this.shared?.write(name, entry, { revision, onlyKnown: true });
      forgetTimers();
      return;
    }
    await Promise.all([this.hold(name, entry, this.shared?.epoch ?? 0), this.tell(name, entry)]);
  }

  /**
   * Has a page rendered anew when somebody asks for it next, which costs nothing until then.
   * @param {string} page its path
   */
  async forget(page) {
    if (!(await this.has(page))) return;
    const name = canonicalPath(page);
    const before = memory.peek(name)?.entry ?? (await this.files?.read(name)) ?? null;
    const missed = before ? null : misses.peek(name);
    const known = before ?? missed?.entry ?? { value: undefined };
    const entry = { ...known, ...FORGOTTEN(), version: nextVersion() };
    if (missed) misses.set(name, { ...missed, entry });
    else await this.hold(name, entry, this.shared?.epoch ?? 0);
    await this.tell(name, entry);
  }

  /**
   * Has all pages of a post that are older than a version rendered anew, wherever they are kept.
   * @param {string} page the path of the post, or of any page below
   * @param {number} version
   */
  async forgetBelow(page, version) {
    const family = familyOf(canonicalPath(page));
    if (!family) return;
    const entry = { ...NEVER, ...FORGOTTEN(), version };
    await Promise.all([
      this.hold(family, entry, this.shared?.epoch ?? 0),
      this.tell(family, entry),
    ]);
  }

  /**
   * Whether a page would be served without being rendered, or may be: the build is not looked through.
   * @param {string} page its path
   */
  async has(page) {
    const known = await this.findCurrent(canonicalPath(page));
    return known ? !known.forgotten : this.trustsBuild;
  }

  async revalidateTag() {}

  resetRequestCache() {}

  /**
   * What a page showed before it was forgotten, or shows again by now.
   * @param {string} page its path
   * @returns {Promise<import('./last-shown.js').LastShown | null>}
   */
  async lastShown(page) {
    const entry = await this.findCurrent(canonicalPath(page));
    if (!entry || entry.value === undefined) return null;
    if (entry.value === null) return { kind: 'gone' };
    const props = propsOf(entry.value);
    const to = props?.__N_REDIRECT;
    return typeof to === 'string' ? { kind: 'moved', to } : { kind: 'page', props };
  }

  /**
   * @param {string} name
   * @param {Entry} entry
   * @param {number} epoch
   */
  async hold(name, entry, epoch) {
    const room = roomFor(name);
    const known = room.peek(name);
    if (known && known.entry.version > entry.version) return;
    misses.delete(name);
    room.set(name, { entry, epoch });
    if (!entry.forgotten) announcePage(name, revisionOf(entry.value));
    await this.files?.write(name, entry);
  }

  /**
   * Tells the other instances.
   * @param {string} name
   * @param {Entry} entry
   */
  async tell(name, entry) {
    const { shared } = this;
    if (!shared) return;
    const isKnown = roomFor(name).peek(name) !== undefined;
    const revision = entry.forgotten ? null : revisionOf(entry.value);
    const done = await shared.write(name, entry, { revision, onlyKnown: !isKnown });
    if (done === undefined) untold.set(name, true);
    // Another instance was faster, and knows more.
    if (done === false && isKnown) {
      const remote = await shared.read(name);
      if (remote && remote.version > entry.version) await this.hold(name, remote, shared.epoch);
    }
  }

  /** What changed while Redis did not answer, in that order. */
  async tellUntold() {
    for (const name of [...untold.rkeys()]) {
      untold.delete(name);
      const entry = roomFor(name).peek(name)?.entry ?? (await this.files?.read(name));
      if (entry) await this.tell(name, entry);
    }
  }

  /**
   * Takes over what another instance rendered, at once, so that it is here when Redis is not.
   * @param {import('./shared-pages.js').Change} change
   */
  async follow({ name, version, isForgotten }) {
    const epoch = this.shared?.epoch ?? 0;
    const known = roomFor(name).peek(name)?.entry ?? (await this.files?.read(name)) ?? null;
    const local = known ?? (isFamily(name) ? NEVER : null);
    misses.delete(name);
    if (local && local.version >= version) return;
    const remote = isForgotten ? undefined : await this.shared?.read(name);
    if (remote) return this.hold(name, remote, epoch);
    if (local) await this.hold(name, { ...local, ...FORGOTTEN(), version }, epoch);
  }

  /**
   * Whether the build left a page there.
   * @param {string} key
   * @param {any} context
   */
  async wasBuilt(key, context) {
    return this.trustsBuild && (await this.built.get(key, context)) !== null;
  }
}

/** @type {Entry} nothing that is kept is older */
const NEVER = { value: undefined, lastModified: 0, version: 0 };

/** @param {string} name */
function roomFor(name) {
  return isFamily(name) ? families : memory;
}

const FORGOTTEN = () => ({ lastModified: Date.now(), forgotten: true });

/** Next remembers the timer of every address for ever; each entry brings its own. */
function forgetTimers() {
  common.missCount += 1;
  if (common.missCount % MISSES !== 0) return;
  Reflect.get(SharedCacheControls, 'cacheControls')?.clear();
}

/**
 * @param {string | undefined} serverDistDir `.next/server`
 * @returns {string | null} see `generateBuildId` in next.config.js
 */
function readBuildId(serverDistDir) {
  const file = serverDistDir && path.join(serverDistDir, '..', 'BUILD_ID');
  return file && existsSync(/* turbopackIgnore: true */ file)
    ? readFileSync(/* turbopackIgnore: true */ file, 'utf8').trim()
    : null;
}

/** @param {string} serverDistDir */
function cacheDirectory(serverDistDir) {
  return process.env.CACHE_DIRECTORY || path.join(serverDistDir, '..', 'cache', 'issuepress');
}

/**
 * @param {Entry} before
 * @param {string | null} revision of what is to be kept now, which nobody has read
 */
function isShownAgain({ value }, revision) {
  return revision !== null && value !== undefined && revisionOf(value) === revision;
}

/** @param {any} value a page that is not there, or an address that leads to another */
function isMiss(value) {
  return value === null || value.kind === 'REDIRECT';
}

/** @param {any} value */
function propsOf(value) {
  return value?.pageData?.pageProps ?? value?.props?.pageProps ?? null;
}

/** @param {any} value */
function revisionOf(value) {
  if (!value) return 'gone';
  const props = propsOf(value);
  return props?.revision ?? props?.__N_REDIRECT ?? null;
}

/** @param {Held} held */
function sizeOf({ entry }) {
  const { html = '', pageData = null } = entry.value ?? {};
  return 300 + 2 * html.length + 2 * JSON.stringify(pageData).length;
}
