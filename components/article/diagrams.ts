/**
 * Mermaid diagrams, drawn when they come near. Mermaid needs inline styles, which the site's policy
 * forbids, so it works in a sandboxed frame that has a policy of its own and no origin.
 */
import { withBase } from '../../lib/base-path';
import type { ArticleWords } from '../../lib/i18n/article-words';

/** Where `build-mermaid.js` puts the frame; see there for the headers it needs. */
const DIAGRAM_FRAME = withBase('/vendor/mermaid/frame.html');

interface Diagram {
  frame: HTMLIFrameElement;
  source: string;
  pre: HTMLElement;
}

const diagrams = new Set<Diagram>();

export function drawDiagrams(article: HTMLElement, words: ArticleWords): void {
  const waiting = article.querySelectorAll<HTMLElement>('pre[data-diagram="mermaid"]');
  if (waiting.length === 0) return;
  listen(words);
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        near.unobserve(target);
        draw(target, words);
      }
    },
    { rootMargin: '400px' },
  );
  for (const pre of waiting) {
    if (!isDrawn(pre)) near.observe(pre);
  }
}

/** A drawn diagram's source lies folded beneath it. */
function isDrawn(pre: HTMLElement): boolean {
  return pre.closest('.diagram-source') !== null;
}

function draw(pre: HTMLElement, words: ArticleWords): void {
  if (isDrawn(pre)) return;
  const frame = document.createElement('iframe');
  frame.className = 'diagram-frame';
  frame.title = words.diagram;
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.src = DIAGRAM_FRAME;
  const source = document.createElement('details');
  source.className = 'diagram-source';
  const summary = document.createElement('summary');
  summary.textContent = words.diagramSource;
  pre.before(frame);
  pre.replaceWith(source);
  source.append(summary, pre);
  diagrams.add({ frame, source: pre.textContent, pre });
}

let listening = false;

function listen(words: ArticleWords): void {
  if (listening) return;
  listening = true;
  window.addEventListener('message', ({ source, data }) => {
    for (const diagram of diagrams) {
      if (source === diagram.frame.contentWindow) answer(diagram, data, words);
    }
  });
  const redraw = () => {
    for (const diagram of diagrams) send(diagram);
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  new MutationObserver(redraw).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  });
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.id.startsWith('theme-')) redraw();
  });
}

function answer(diagram: Diagram, data: unknown, words: ArticleWords): void {
  if (typeof data !== 'object' || data === null) return;
  const { kind, height }: { kind?: unknown; height?: unknown } = data;
  if (kind === 'ready') send(diagram);
  if (kind === 'drawn' && typeof height === 'number') {
    diagram.frame.height = String(Math.min(Math.max(height, 40), 4000));
    diagram.frame.dataset.drawn = '';
  }
  if (kind === 'failed') fail(diagram, words);
}

function send({ frame, source }: Diagram): void {
  const style = getComputedStyle(document.documentElement);
  const dark = style.colorScheme === 'dark';
  // A sandboxed frame has no origin to name.
  frame.contentWindow?.postMessage({ source, dark }, '*');
}

function fail(diagram: Diagram, words: ArticleWords): void {
  diagrams.delete(diagram);
  const notice = document.createElement('p');
  notice.textContent = words.diagramFailed;
  diagram.frame.replaceWith(notice);
  const details = diagram.pre.closest('details');
  if (details) details.open = true;
}
