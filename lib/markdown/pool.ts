/**
 * Worker threads that render Markdown within a budget. A body that overruns its time or memory takes
 * its thread with it and comes back as plain text; the page asking is never blocked for longer.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pLimit from 'p-limit';
import Tinypool from 'tinypool';
import { renderPlain } from './plain-text';
import type { MarkdownContext, RenderedMarkdown } from './types';

/** Milliseconds one body may take. */
export const DEFAULT_BUDGET = 2_500;

const THREADS = 2;
const MEGABYTES = 512;

export interface MarkdownPool {
  render(body: string, context: MarkdownContext): Promise<RenderedMarkdown>;
  /** Starts the threads, so that the first page need not wait for them. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

/** @param budget milliseconds one body may take */
export function createMarkdownPool(budget = DEFAULT_BUDGET): MarkdownPool {
  let started: Promise<Tinypool> | undefined;
  const limit = pLimit(THREADS);

  const pool = () => {
    started ??= start();
    return started;
  };

  async function render(body: string, context: MarkdownContext): Promise<RenderedMarkdown> {
    const threads = await pool();
    return limit(async () => {
      const signal = AbortSignal.timeout(budgetFor(body, budget));
      try {
        return await threads.run({ body, context }, { signal });
      } catch (error) {
        if (error instanceof RangeError) return renderPlain(body, 'too-deep');
        if (!signal.aborted && !isOutOfMemory(error)) throw error;
        return renderPlain(body, 'too-slow');
      }
    });
  }

  return {
    render,
    async warm() {
      const context = { repository: { owner: 'o', name: 'n' }, serverUrl: 'https://github.com' };
      const body = '# Hello\n\n```js\nlet a = 1;\n```\n';
      await Promise.all(
        Array.from({ length: THREADS }, () => render(body, { ...context, idPrefix: 'warm-' })),
      );
    },
    async close() {
      const threads = await started;
      await threads?.destroy();
    },
  };
}

/**
 * Short bodies get less: an honest one needs about 15 ms a kilobyte, so that a hundred hostile
 * comments cannot each hold a thread for the whole budget.
 */
function budgetFor(body: string, budget: number): number {
  return Math.round(Math.min(budget, budget * 0.4 + (budget * 0.6 * body.length) / 32_768));
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

async function start(): Promise<Tinypool> {
  return new Tinypool({
    filename: pathToFileURL(await workerFile()).href,
    minThreads: THREADS,
    maxThreads: THREADS,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, maxYoungGenerationSizeMb: 160 },
  });
}

/**
 * The bundled worker, found from the project's folder: that is where `next dev`, `next start`, the
 * standalone server and serverless functions run. Scripts and tests make it on the way.
 */
async function workerFile(): Promise<string> {
  const file = join(process.cwd(), 'lib/markdown/dist/worker.mjs');
  if (process.env.NODE_ENV === 'production' && existsSync(file)) return file;
  return await rebuilt(file);
}

async function rebuilt(file: string): Promise<string> {
  const builder = join(process.cwd(), 'lib/markdown/build-worker.js');
  if (!existsSync(builder)) {
    throw new Error(`The Markdown worker is missing: expected ${file}. Run the build again.`);
  }
  const { buildMarkdownWorker }: typeof import('./build-worker') = await import(
    /* turbopackIgnore: true */ /* webpackIgnore: true */ /* @vite-ignore */ pathToFileURL(builder)
      .href
  );
  return buildMarkdownWorker(process.cwd());
}
