/** What runs in a worker thread; bundled by `build-worker.js` into `dist/worker.mjs`. */
import type { MessagePort } from 'node:worker_threads';
import { setOnigurumaFile } from './code/highlighter';
import { renderMarkdownNow } from './render';
import type { MarkdownContext, RenderedMarkdown } from './types';

setOnigurumaFile(new URL('./onig.wasm', import.meta.url));

export interface RenderTask {
  body: string;
  context: MarkdownContext;
  /** Told when the work begins. */
  started: MessagePort;
}

export interface RenderFailure {
  reason: 'too-deep' | 'failed';
  /** For the log. */
  message: string;
}

/** Never rejects: whatever a body does to a library, its page gets an answer. */
export default async function renderTask({
  body,
  context,
  started,
}: RenderTask): Promise<RenderedMarkdown | RenderFailure> {
  started.postMessage(null);
  try {
    return await renderMarkdownNow(body, context);
  } catch (error) {
    return {
      reason: error instanceof RangeError ? 'too-deep' : 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
