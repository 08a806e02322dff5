/**
 * A feed, a sitemap or any other text that is made of what the index knows. What it is made of is
 * compared before anything is written, so that a repeated question costs a hash, and the answer is
 * "not modified" for whoever has it already.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';

export interface DocumentSource {
  /** Tells documents apart. */
  name: string;
  /** A media type without parameters. */
  type: string;
  /** All that the text depends on; plain data. */
  madeOf: unknown;
  /** ISO 8601: when the newest of what is in it changed. */
  changedAt: string;
  /** Values of the `Link` header. */
  links?: string[];
  write: () => Promise<string> | string;
}

export interface TextDocument {
  type: string;
  /** As in the header. */
  etag: string;
  /** To the second, as HTTP tells it. */
  lastModified: Date;
  links: string[];
  /** Written once as long as what it is made of stays the same. */
  body(): Promise<string>;
  /** The body for whoever takes it compressed, compressed once. */
  gzipped(): Promise<Buffer>;
}

/** Characters of documents kept in memory. */
const KEPT = 24 * 1024 * 1024;

const compress = promisify(gzip);

const bodies = new LRUCache<string, Promise<string>>({ maxSize: KEPT });
const compressed = new LRUCache<string, Promise<Buffer>>({ maxSize: KEPT });
const seen = new LRUCache<string, { etag: string; lastModified: number }>({ max: 5_000 });

/** Writes nothing yet; `body` and `gzipped` reject as `write` does. @param now milliseconds */
export function documentFrom(source: DocumentSource, now: () => number = Date.now): TextDocument {
  const { name, type, madeOf, changedAt, links = [], write } = source;
  const hash = createHash('sha256')
    .update(JSON.stringify([name, madeOf]))
    .digest('base64url');
  const etag = `W/"${hash.slice(0, 22)}"`;
  const body = () => kept(bodies, etag, async () => write());
  return {
    type,
    etag,
    lastModified: lastModifiedOf(name, etag, Date.parse(changedAt), now()),
    links,
    body,
    gzipped: () => kept(compressed, etag, async () => compress(await body())),
  };
}

function kept<Body extends string | Buffer>(
  cache: LRUCache<string, Promise<Body>>,
  etag: string,
  make: () => Promise<Body>,
): Promise<Body> {
  const known = cache.get(etag);
  if (known) return known;
  const making = make();
  cache.set(etag, making, { size: 1_000 });
  making.then(
    (made) => cache.set(etag, making, { size: 1 + made.length }),
    () => cache.delete(etag),
  );
  return making;
}

/**
 * The newest thing in a document says when it changed, except when something was taken out: then it
 * changed when that was noticed.
 */
function lastModifiedOf(name: string, etag: string, changedAt: number, now: number): Date {
  const known = seen.get(name);
  if (known?.etag === etag) return new Date(known.lastModified);
  const second = Math.floor(Math.min(changedAt, now) / 1000) * 1000;
  const noticed = Math.floor(now / 1000) * 1000;
  const lastModified = known ? Math.max(second, noticed) : second;
  seen.set(name, { etag, lastModified });
  return new Date(lastModified);
}
