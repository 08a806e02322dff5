/** Notices that a page has changed where the server cannot tell: it asks for its mark, not its text. */

/** Milliseconds between two questions, while the page is in view. */
const POLLING = 20_000;

/**
 * @param path of the open page
 * @param onChange called when the page is not what it was when the asking began
 * @returns stops asking
 */
export function pollPage(path: string, onChange: () => void): () => void {
  let known: string | null = null;

  async function ask(): Promise<void> {
    if (document.hidden) return;
    const response = await fetch(path, { method: 'HEAD' }).catch(() => null);
    if (!response || response.status >= 500) return;
    const mark = `${response.status} ${response.headers.get('etag')}`;
    known ??= mark;
    if (mark !== known) onChange();
  }

  void ask();
  const timer = setInterval(ask, POLLING);
  return () => clearInterval(timer);
}
