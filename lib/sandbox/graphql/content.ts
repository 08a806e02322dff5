/**
 * Bodies as HTML and as text. The embedded GitHub renders no Markdown: paragraphs and escaping are
 * all it does, which is enough for a client that renders bodies itself.
 */

/** @param body Markdown or null */
export function asHtml(body: string | null): string {
  const paragraphs = (body ?? '').replace(/\r\n?/g, '\n').split(/\n{2,}/);
  return paragraphs
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p dir="auto">${escapeHtml(paragraph).replace(/\n/g, '<br>')}</p>`)
    .join('\n');
}

/** A title as HTML: code spans are kept, everything else is escaped. */
export function titleAsHtml(title: string): string {
  return escapeHtml(title).replace(/`([^`]+)`/g, '<code>$1</code>');
}

export function asText(body: string | null): string {
  return (body ?? '').replace(/[*_`#>]+/g, '').trim();
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
