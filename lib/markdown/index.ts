/**
 * Markdown as everybody else in the house uses it: rendered in a worker, within a budget, and
 * remembered by content, so that a new comment costs one comment.
 */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { createMarkdownPool, type MarkdownPool } from './pool';
import type { MarkdownContext, RenderedMarkdown } from './types';

export { feedHtml } from './feed-html';
export { linkPosts } from './link-posts';
export { summarizeMarkdown } from './summarize';
export type { MarkdownContext, MarkdownWarning, RenderedMarkdown } from './types';

/** Milliseconds for which a body that overran is not tried again. */
const PLAIN_LIFETIME = 60_000;

/** Characters of HTML and text kept in memory. */
const CACHE_SIZE = 48 * 1024 * 1024;

interface Shared {
  pool: MarkdownPool;
  cache: LRUCache<string, Promise<RenderedMarkdown>>;
}

/**
 * Renders a body, metadata already taken off. Never rejects for anything a body can hold: one that
 * overruns its budget comes back as escaped plain text, with `plain` set and a warning.
 */
export function renderMarkdown(body: string, context: MarkdownContext): Promise<RenderedMarkdown> {
  const { pool, cache } = shared();
  const key = cacheKey(body, context);
  const known = cache.get(key);
  if (known) return known;
  const rendering = pool.render(body, context);
  cache.set(key, rendering, { size: 1 + body.length });
  rendering.then(
    (result) => {
      if (cache.peek(key) === rendering) {
        // A busy machine may have been the reason: try again after a while.
        const ttl = result.plain ? PLAIN_LIFETIME : 0;
        cache.set(key, rendering, { size: sizeOf(result), ttl });
      }
    },
    () => cache.delete(key),
  );
  return rendering;
}

/** Starts the worker threads ahead of the first page. */
export function warmMarkdown(): Promise<void> {
  return shared().pool.warm();
}

/** Development reloads modules; threads and cache outlive that. */
const holder: { issuepressMarkdown?: Shared } & typeof globalThis = globalThis;

function shared(): Shared {
  holder.issuepressMarkdown ??= {
    pool: createMarkdownPool(),
    cache: new LRUCache({ maxSize: CACHE_SIZE }),
  };
  return holder.issuepressMarkdown;
}

function cacheKey(body: string, context: MarkdownContext): string {
  const { repository, serverUrl, idPrefix, eagerFirstImage = false, ugc = false } = context;
  const parts = [repository.owner, repository.name, serverUrl, idPrefix, eagerFirstImage, ugc];
  return createHash('sha256').update(JSON.stringify(parts)).update(body).digest('base64');
}

function sizeOf(result: RenderedMarkdown): number {
  return 1 + result.html.length + result.text.length;
}
