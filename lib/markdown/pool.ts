/**
 * Worker threads that render Markdown within a budget. A body that overruns its time or memory takes
 * its thread with it and comes back as plain text; the page asking is never blocked for longer.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import pLimit from 'p-limit';
import Tinypool from 'tinypool';
import { renderPlain } from './plain-text';
import type { MarkdownContext, RenderedMarkdown } from './types';
import type { RenderFailure, RenderTask } from './worker';

/** Milliseconds one body may take. */
const DEFAULT_BUDGET = 2_500;

/** Milliseconds a thread may take before it begins. */
const LONGEST_START = 10_000;

/** A thread that works has this share of a processor, or others have taken it. */
const FAIR_SHARE = 0.7;

const THREADS = 2;
const MEGABYTES = 512;

export interface MarkdownPool {
  render(body: string, context: MarkdownContext): Promise<RenderedMarkdown>;
  /** Starts the threads, so that the first page need not wait for them. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param budget milliseconds one body may take
 * @param limits of each thread; `megabytes` is the heap it may use
 */
export function createMarkdownPool(
  budget = DEFAULT_BUDGET,
  limits = { megabytes: MEGABYTES },
): MarkdownPool {
  let started: Promise<Tinypool> | undefined;
  const limit = pLimit(THREADS);

  const pool = () => {
    started ??= start(limits.megabytes);
    return started;
  };

  async function render(body: string, context: MarkdownContext): Promise<RenderedMarkdown> {
    const threads = await pool();
    return limit(async () => {
      const clock = startClock(budgetFor(body, budget));
      const task: RenderTask = { body, context, started: clock.port };
      try {
        const options = { signal: clock.signal, transferList: [clock.port] };
        const answer: RenderedMarkdown | RenderFailure = await threads.run(task, options);
        if (!('reason' in answer)) return answer;
        if (answer.reason === 'failed') {
          console.error(
            `Markdown of ${context.idPrefix} could not be formatted: ${answer.message}`,
          );
        }
        return renderPlain(body, answer.reason);
      } catch (error) {
        if (!clock.signal.aborted && !isOutOfMemory(error)) throw error;
        return renderPlain(body, 'too-slow');
      } finally {
        clock.stop();
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
 * A signal that aborts when the time is up. The time begins when the thread reports through the port
 * that it has begun, because a thread that replaces a lost one needs a moment to load. On a machine
 * whose processors are busy with others, a body gets up to twice the time: it is not to blame.
 */
function startClock(budget: number) {
  const controller = new AbortController();
  const { port1, port2 } = new MessageChannel();
  let timer = setTimeout(() => controller.abort(), LONGEST_START);
  port1.once('message', () => {
    clearTimeout(timer);
    const before = process.cpuUsage();
    const isStarved = () => {
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000 < budget * FAIR_SHARE;
    };
    timer = setTimeout(() => {
      if (isStarved()) timer = setTimeout(() => controller.abort(), budget);
      else controller.abort();
    }, budget);
  });
  return {
    signal: controller.signal,
    port: port2,
    stop() {
      clearTimeout(timer);
      port1.close();
    },
  };
}

/**
 * Short bodies get less: an honest one needs about 15 ms a kilobyte, so that a hundred hostile
 * comments cannot each hold a thread for the whole budget.
 */
function budgetFor(body: string, budget: number): number {
  return Math.min(budget, 2000 + Math.round(body.length / 60));
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

async function start(megabytes: number): Promise<Tinypool> {
  return new Tinypool({
    filename: pathToFileURL(await workerFile()).href,
    minThreads: THREADS,
    maxThreads: THREADS,
    concurrentTasksPerWorker: 1,
    resourceLimits: {
      maxOldGenerationSizeMb: megabytes,
      maxYoungGenerationSizeMb: Math.min(160, megabytes),
    },
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
