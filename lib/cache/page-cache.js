// @ts-check
/**
 * What Next's incremental static regeneration keeps. It differs from Next's own cache in five ways. A
 * "not found" or a redirect is kept like a page, so that an unpublished post does not come back from
 * disk after a restart. A page keeps its timer over a restart. Whoever listens learns which page
 * changed, the moment readers get the new one. Addresses that never led to a page leave nothing behind,
 * however many of them are asked for. And redirects that lead around in a circle are not served: one
 * was right before the other. Where the copies are: page-copies.js.
 *
 * Next loads this file itself, outside its bundles; see "cacheHandler" in Next's documentation.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js';
import { SharedCacheControls } from 'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js';
import { offerCacheState } from './cache-state.js';
import { nextVersion, versionOfLoad } from './clock.js';
import { offerKeptPages } from './kept-pages.js';
import { offerLastShown } from './last-shown.js';
import { announcePage } from './page-changes.js';
import { getPageCopies, MISSES } from './page-copies.js';
import { forgottenNow, isMiss, leadsTo, NEVER, propsOf, revisionOf } from './page-entry.js';
import { begunAt, isOutdated } from './page-loads.js';
import { canonicalPath, pathOfKey } from './page-path.js';
import { familyOf } from './post-family.js';
import { settingsFingerprint } from './settings-fingerprint.js';

/** @typedef {import('./page-entry.js').Entry} Entry */

/** How long a page stays that GitHub's not answering keeps from being rendered; milliseconds. */
const SOON = 10_000;
/** So many redirects in a row are a circle, as browsers see it. */
const MOST_REDIRECTS = 10;

let missCount = 0;

export default class PageCache {
  /** @param {any} context what Next gives every cache handler */
  constructor(context) {
    /** Pages as the build left them; never written to from here. */
    this.built = new (Reflect.get(fileSystemCache, 'default') ?? fileSystemCache)({
      ...context,
      flushToDisk: false,
      maxMemoryCacheSize: 0,
    });
    this.copies = getPageCopies();
    this.isBuilding = process.env.NEXT_PHASE === 'phase-production-build';
    const build = this.isBuilding ? null : readOfBuild(context.serverDistDir, 'BUILD_ID');
    const routes = build && readOfBuild(context.serverDistDir, 'routes-manifest.json');
    /** The path below which the site lives. Redirects have it, the names of pages do not. */
    this.base = String(JSON.parse(routes ?? '{}').basePath ?? '');
    const settings = settingsFingerprint(process.env);
    /** Whether the build was made under the settings of this process. */
    this.trustsBuild = this.isBuilding || build?.endsWith(settings) === true;
    if (!build || this.copies.isOpen()) return;
    this.copies.open(cacheDirectory(context.serverDistDir), `${build}-${settings}`);
    offerKeptPages({
      has: (page) => this.has(page),
      forget: (page) => this.forget(page),
      forgetBelow: (page, version) => this.forgetBelow(page, version),
    });
    offerLastShown((page) => this.lastShown(page));
    offerCacheState(() => this.copies.size());
  }

  /**
   * @param {string} key
   * @param {any} context
   */
  async get(key, context) {
    if (this.isBuilding) return this.built.get(key, context);
    const name = pathOfKey(key);
    const entry = await this.copies.findCurrent(name);
    if (entry?.forgotten) return (entry.shownUntil ?? 0) > Date.now() ? entry : null;
    if (entry) return (await this.leadsAround(name, entry)) ? null : entry;
    return this.trustsBuild ? this.built.get(key, context) : null;
  }

  /**
   * Whether redirects lead from a page back to it.
   * @param {string} name of the page
   * @param {Entry} first
   */
  async leadsAround(name, first) {
    let to = leadsTo(first.value);
    for (let redirects = 1; to !== null; redirects += 1) {
      const next = canonicalPath(to.slice(this.base.length) || '/');
      if (next === name || redirects === MOST_REDIRECTS) return true;
      const entry = await this.copies.findCurrent(next);
      to = entry && !entry.forgotten ? leadsTo(entry.value) : null;
    }
    return false;
  }

  /**
   * @param {string} key
   * @param {any} value
   * @param {any} context
   */
  async set(key, value, context) {
    if (this.isBuilding) return this.built.set(key, value, context);
    const { copies } = this;
    const name = pathOfKey(key);
    const revision = revisionOf(value);
    const begun = begunAt(name, revision);
    const version = versionOfLoad(begun);
    const forgottenAt = await copies.forgottenBelow(name);
    const before = await copies.findHere(name);
    const { cacheControl } = context;
    if (before && !begun && isShownAgain(before, revision)) {
      // Nothing was read for it, because rendering failed. That is no news, and makes nothing newer.
      const isForgotten = before.forgotten === true || before.version < forgottenAt;
      const now = Date.now();
      const kept = isForgotten
        ? { ...before, forgotten: true, shownUntil: now + SOON }
        : { ...before, cacheControl };
      copies.showAgain(name, { ...kept, lastModified: now });
      return;
    }
    if (begun === 0 && !isMiss(value) && isWorse(before)) {
      // Made of what this process knows, because GitHub does not answer: good enough for a moment.
      const kept = { ...(before ?? NEVER), ...forgottenNow(), value, cacheControl, recalled: true };
      copies.showAgain(name, { ...kept, shownUntil: Date.now() + SOON });
      announcePage(name, revision);
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
    if (!isMiss(value) || wasPage) return copies.keep(name, entry);
    await copies.keepMiss(name, entry);
    forgetTimers();
  }

  /**
   * Has a page rendered anew when somebody asks for it next, which costs nothing until then.
   * @param {string} page its path
   */
  async forget(page) {
    if (await this.has(page)) await this.copies.forget(canonicalPath(page), nextVersion());
  }

  /**
   * Has all pages of a post that are older than a version rendered anew, wherever they are kept.
   * @param {string} page the path of the post, or of any page below
   * @param {number} version
   */
  async forgetBelow(page, version) {
    const family = familyOf(canonicalPath(page));
    if (family) await this.copies.keep(family, { ...NEVER, ...forgottenNow(), version });
  }

  /**
   * Whether a page would be served without being rendered, or may be: the build is not looked through.
   * @param {string} page its path
   */
  async has(page) {
    const known = await this.copies.findCurrent(canonicalPath(page));
    return known ? !known.forgotten : this.trustsBuild;
  }

  async revalidateTag() {}

  resetRequestCache() {}

  /**
   * What a page showed before it was forgotten, or shows again by now; not what was only recalled.
   * @param {string} page its path
   * @returns {Promise<import('./last-shown.js').LastShown | null>}
   */
  async lastShown(page) {
    const entry = await this.copies.findCurrent(canonicalPath(page));
    if (!entry || entry.value === undefined || entry.recalled) return null;
    if (entry.value === null) return { kind: 'gone' };
    const to = leadsTo(entry.value);
    return to === null ? { kind: 'page', props: propsOf(entry.value) } : { kind: 'moved', to };
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

/**
 * @param {Entry | null} before
 * @returns whether a page that was recalled is more than what there is
 */
function isWorse(before) {
  if (!before || before.value === undefined || before.recalled) return true;
  return before.value !== null && leadsTo(before.value) !== null;
}

/** Next remembers the timer of every address for ever; each entry brings its own. */
function forgetTimers() {
  missCount += 1;
  if (missCount % MISSES !== 0) return;
  Reflect.get(SharedCacheControls, 'cacheControls')?.clear();
}

/**
 * @param {string | undefined} serverDistDir `.next/server`
 * @param {string} name `BUILD_ID`, see `generateBuildId` in next.config.js, or another file of the build
 * @returns {string | null}
 */
function readOfBuild(serverDistDir, name) {
  const file = serverDistDir && path.join(serverDistDir, '..', name);
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
