/**
 * A button beside selected text that quotes it in an answer. A comment form on the page takes the
 * quotation by listening for `quote` on the discussion and preventing its default; otherwise it is
 * copied and the discussion shown. `offer-quotes.ts` loads it.
 */
export const QUOTE_EVENT = 'quote';

export function offerQuotes(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-quote]');
  const discussion = document.querySelector('#discussion');
  if (!button || !discussion) return;
  const follow = () => {
    const range = selectedRange();
    button.hidden = !range;
    if (!range) return;
    const { left, width, bottom } = range.getBoundingClientRect();
    button.style.left = `${Math.max(8, left + scrollX + width / 2)}px`;
    button.style.top = `${bottom + scrollY + 8}px`;
  };
  document.addEventListener('selectionchange', follow);
  follow();
  // A press would clear the selection before the click arrives.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', async () => {
    const markdown = quotation(String(getSelection()));
    button.hidden = true;
    const event = new CustomEvent(QUOTE_EVENT, { detail: markdown, cancelable: true });
    if (discussion.dispatchEvent(event)) await navigator.clipboard?.writeText(markdown);
    discussion.lastElementChild?.scrollIntoView({ block: 'center' });
  });
}

/** The selection, where it is text of the post or of a comment. */
function selectedRange(): Range | null {
  const selection = getSelection();
  if (!selection || !String(selection).trim()) return null;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: node } = range;
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.e-content') ? range : null;
}

/** Markdown that quotes a text: every line behind `>`. */
export function quotation(text: string): string {
  const lines = text.trim().split(/\n+/);
  return `${lines.map((line) => `> ${line}`).join('\n>\n')}\n\n`;
}
