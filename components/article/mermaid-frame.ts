/**
 * What runs inside the sandboxed frame that draws one Mermaid diagram: it is told the source and the
 * theme, and answers how high the drawing became. Bundled by `build-mermaid.js`.
 */
import mermaid from 'mermaid';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
let count = 0;

window.addEventListener('message', ({ source, data }) => {
  if (source !== window.parent || typeof data !== 'object' || data === null) return;
  const request: { source?: unknown; dark?: unknown } = data;
  if (typeof request.source === 'string') void draw(request.source, request.dark === true);
});

tell({ kind: 'ready' });

async function draw(source: string, dark: boolean): Promise<void> {
  try {
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      theme: dark ? 'dark' : 'default',
      fontFamily: FONT,
      maxTextSize: 20_000,
      maxEdges: 400,
      suppressErrorRendering: true,
    });
    count++;
    const { svg } = await mermaid.render(`diagram-${count}`, source);
    document.body.innerHTML = svg;
    const { height } = document.body.getBoundingClientRect();
    tell({ kind: 'drawn', height: Math.ceil(height) });
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

function tell(message: { kind: string; height?: number; message?: string }): void {
  // The frame has no origin, and what it tells is no secret.
  window.parent.postMessage(message, '*');
}
