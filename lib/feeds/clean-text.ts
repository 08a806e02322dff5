/** Text as XML 1.0 allows it (section 2.2): no control characters, no half of a surrogate pair. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
