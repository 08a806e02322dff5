/** What is counted in this process, for Prometheus; `/api/metrics` shows it to whoever has the token. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { findCacheState } from '../cache/cache-state';
import { getBlog } from '../posts/blog';

export interface Metrics {
  registry: Registry;
  deliveries: Counter<'event' | 'status'>;
  deliverySeconds: Histogram;
  refreshedPages: Counter;
  openPages: Gauge;
  errors: Counter<'route'>;
}

declare global {
  var issuepressMetrics: Metrics | undefined;
}

/** The counters of this process, made when they are first asked for. */
export function metrics(): Metrics {
  globalThis.issuepressMetrics ??= createMetrics();
  return globalThis.issuepressMetrics;
}

/** @returns everything in Prometheus' text format, with its content type */
export async function showMetrics(): Promise<{ type: string; text: string }> {
  const { registry } = metrics();
  return { type: registry.contentType, text: await registry.metrics() };
}

function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  watchState(registers);
  return {
    registry,
    deliveries: new Counter({
      name: 'issuepress_deliveries_total',
      help: 'Deliveries of webhooks that were handled.',
      labelNames: ['event', 'status'],
      registers,
    }),
    deliverySeconds: new Histogram({
      name: 'issuepress_delivery_seconds',
      help: 'How long handling a delivery took.',
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    refreshedPages: new Counter({
      name: 'issuepress_refreshed_pages_total',
      help: 'Pages that deliveries refreshed.',
      registers,
    }),
    openPages: new Gauge({
      name: 'issuepress_open_pages',
      help: 'Pages that are open in browsers and listen for changes.',
      registers,
    }),
    errors: new Counter({
      name: 'issuepress_errors_total',
      help: 'Requests that ended in an error nobody expected.',
      labelNames: ['route'],
      registers,
    }),
  };
}

/** What is looked up when somebody asks. */
function watchState(registers: Registry[]): void {
  const watch = (name: string, help: string, read: () => number | null | undefined) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        const value = read();
        if (typeof value === 'number') this.set(value);
        else this.reset();
      },
    });
  watch('issuepress_posts', 'Posts that are known.', () => getBlog()?.index.peek()?.posts.size);
  watch('issuepress_cached_pages', 'Pages in memory.', () => findCacheState()?.pages);
  watch('issuepress_cached_bytes', 'Size of the pages in memory.', () => findCacheState()?.bytes);
  watch('issuepress_github_up', 'Whether the last call to GitHub succeeded.', () => {
    const last = getBlog()?.github.lastCall();
    return last ? Number(!last.failure) : null;
  });
}
