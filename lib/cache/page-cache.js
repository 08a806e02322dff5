// @ts-check
/**
 * What Next's incremental static regeneration keeps: rendered pages in memory and on disk. It
 * differs from Next's own cache in three ways. A "not found" or a redirect is kept like a page, so
 * that an unpublished post does not come back from disk after a restart. A page keeps its timer over
 * a restart. And whoever listens learns which page changed, the moment readers get the new one.
 *
 * Next loads this file itself, outside its bundles; see "cacheHandler" in Next's documentation.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LRUCache } from 'lru-cache';
import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js';
import { offerCacheState } from './cache-state.js';
import { offerKeptPages } from './kept-pages.js';
import { announcePage } from './page-changes.js';
import { isOutdated } from './page-loads.js';
import { canonicalPath, pathOfKey } from './page-path.js';
import { settingsFingerprint } from './settings-fingerprint.js';

/**
 * @typedef {{ lastModified: number, value: any, cacheControl?: unknown, forgotten?: boolean }} Entry
 * `value: null` is a page that is not there; a forgotten one is to be rendered when asked for.
 */

/** Bytes of rendered pages in memory. */
const MEMORY = 64 * 1024 * 1024;

/** @type {LRUCache<string, Entry>} */
const memory = new LRUCache({ maxSize: MEMORY, sizeCalculation: sizeOf });
let writes = 0;

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
    this.directory = build && openDirectory(context.serverDistDir, `${build}-${settings}`);
    if (this.isBuilding) return;
    offerKeptPages({ has: (path) => this.has(path), forget: (path) => this.forget(path) });
    offerCacheState(() => ({ pages: memory.size, bytes: memory.calculatedSize }));
  }

  /**
   * @param {string} key
   * @param {any} context
   */
  async get(key, context) {
    if (this.isBuilding) return this.built.get(key, context);
    const name = pathOfKey(key);
    const known = memory.get(name) ?? (await this.readFile(name));
    if (known) {
      memory.set(name, known);
      return known.forgotten ? null : known;
    }
    return this.trustsBuild ? this.built.get(key, context) : null;
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
    if (isOutdated(name, revision)) {
      // Whoever got this page is to ask again; where a newer one is kept, they learned so from that.
      const kept = memory.peek(name);
      if (!kept || kept.forgotten) announcePage(name, `before ${Date.now()}`);
      return;
    }
    const entry = { lastModified: Date.now(), value, cacheControl: context.cacheControl };
    memory.set(name, entry);
    announcePage(name, revision);
    await this.writeFile(name, entry);
  }

  /**
   * Has a page rendered anew when somebody asks for it next, which costs nothing until then.
   * @param {string} path
   */
  async forget(path) {
    if (!(await this.has(path))) return;
    const name = canonicalPath(path);
    const entry = { lastModified: Date.now(), value: null, forgotten: true };
    memory.set(name, entry);
    await this.writeFile(name, entry);
  }

  /**
   * Whether a page would be served without being rendered, or may be: the build is not looked through.
   * @param {string} path
   */
  async has(path) {
    const name = canonicalPath(path);
    const known = memory.peek(name) ?? (await this.readFile(name));
    return known ? !known.forgotten : this.trustsBuild;
  }

  async revalidateTag() {}

  resetRequestCache() {}

  /** @param {string} name */
  fileOf(name) {
    const hash = createHash('sha256').update(name).digest('hex');
    return this.directory && path.join(this.directory, hash.slice(0, 2), `${hash.slice(2)}.json`);
  }

  /**
   * @param {string} name
   * @returns {Promise<Entry | null>}
   */
  async readFile(name) {
    const file = this.fileOf(name);
    if (!file) return null;
    try {
      return JSON.parse(await readFile(file, 'utf8'));
    } catch {
      return null;
    }
  }

  /**
   * Written beside and renamed, so that a crash leaves the old entry or the new one.
   * @param {string} name
   * @param {Entry} entry
   */
  async writeFile(name, entry) {
    const file = this.fileOf(name);
    if (!file) return;
    writes += 1;
    const draft = `${file}.${process.pid}.${writes}`;
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(draft, JSON.stringify(entry));
      await rename(draft, file);
    } catch (error) {
      console.warn(
        `A page could not be kept on disk: ${error instanceof Error ? error.message : ''}`,
      );
    }
  }
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

/**
 * The folder of this build's pages. Those of earlier builds name scripts that no longer exist, so
 * they go.
 * @param {string} serverDistDir
 * @param {string} name
 */
function openDirectory(serverDistDir, name) {
  const all = path.join(cacheDirectory(serverDistDir), 'pages');
  for (const other of existsSync(all) ? readdirSync(all) : []) {
    if (other !== name) rmSync(path.join(all, other), { recursive: true, force: true });
  }
  return path.join(all, name);
}

/** @param {string} serverDistDir */
function cacheDirectory(serverDistDir) {
  return process.env.CACHE_DIRECTORY || path.join(serverDistDir, '..', 'cache', 'issuepress');
}

/** @param {any} value */
function revisionOf(value) {
  if (!value) return 'gone';
  const pageProps = value.pageData?.pageProps ?? value.props?.pageProps;
  return pageProps?.revision ?? pageProps?.__N_REDIRECT ?? null;
}

/** @param {Entry} entry */
function sizeOf(entry) {
  const { html = '', pageData = null } = entry.value ?? {};
  return 200 + 2 * html.length + 2 * JSON.stringify(pageData).length;
}
