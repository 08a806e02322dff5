/** Hears from the server when a page has changed. */

export interface PageListener {
  /** Percent-encoded, without query; or where else the page's changes are told. */
  path: string;
  /** What the page shows now. The server speaks up when that is not the newest. */
  revision: string;
  onRevision(revision: string): void;
  /** Whether the server can be heard. */
  onConnection?(isOpen: boolean): void;
}

/**
 * Listens while the page is in view. Browsers allow a site few connections over all of its tabs, and
 * what changed meanwhile is told on return.
 * @returns stops listening
 */
export function listenToPage({
  path,
  revision,
  onRevision,
  onConnection,
}: PageListener): () => void {
  let known = revision;
  let source: EventSource | null = null;

  function open(): void {
    // Said by the boot script: importing `BASE_PATH` would cost every reader a file.
    const base = globalThis.issuepressBase ?? '';
    source = new EventSource(`${base}/api/live?${new URLSearchParams({ path, revision: known })}`);
    source.onopen = () => onConnection?.(true);
    source.onerror = () => onConnection?.(false);
    source.onmessage = ({ data }) => {
      known = String(data);
      onRevision(known);
    };
  }

  function close(): void {
    source?.close();
    source = null;
  }

  function follow(): void {
    if (document.hidden) close();
    else if (!source) open();
  }

  document.addEventListener('visibilitychange', follow);
  follow();
  return () => {
    document.removeEventListener('visibilitychange', follow);
    close();
  };
}
