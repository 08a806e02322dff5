/** Characters that mean something in HTML, as references. */

/** Text for an element or a quoted attribute, of XML as well. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The value of a quoted attribute, as it stands in HTML that `renderMarkdown` made. */
export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&#x26;').replaceAll('"', '&#x22;').replaceAll('<', '&#x3C;');
}
