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

/** @throws RangeError where the body is nested too deeply for the stack */
export default function renderTask({
  body,
  context,
  started,
}: RenderTask): Promise<RenderedMarkdown> {
  started.postMessage(null);
  return renderMarkdownNow(body, context);
}
