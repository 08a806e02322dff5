/**
 * Rendered text stands in a page once: as HTML. The copy in the page's data, which React needs to
 * take over, is left empty when the page is served and filled from the page before React starts.
 */

/** A post or a comment, as far as its text goes. */
export interface Text {
  html: string;
  /** A comment's. */
  id?: number;
  /** A post's. */
  number?: number;
}

/** Which element holds a text: the value of its `data-html`. */
export function nameOfText({ id, number }: Text): string {
  return id === undefined ? `post-${number}` : `comment-${id}`;
}

/**
 * @param data plain data; it is left as it is
 * @param replace what to put in a text's place, given its name
 * @returns a copy in which every text is replaced
 */
export function mapTexts(data: unknown, replace: (name: string, html: string) => string): unknown {
  if (Array.isArray(data)) return data.map((item) => mapTexts(item, replace));
  if (typeof data !== 'object' || data === null) return data;
  const copy = Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, mapTexts(value, replace)]),
  );
  return isText(data) ? { ...copy, html: replace(nameOfText(data), data.html) } : copy;
}

function isText(thing: object): thing is Text {
  return 'html' in thing && typeof thing.html === 'string' && ('id' in thing || 'number' in thing);
}
