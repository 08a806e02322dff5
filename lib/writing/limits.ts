/**
 * What GitHub accepts as a title, a body and a label's name, counted as GitHub counts: in characters,
 * not in UTF-16 units. Source: the texts of its validation errors.
 */

export const LONGEST_TITLE = 256;
export const LONGEST_BODY = 65_536;
export const LONGEST_LABEL = 50;

/** Bytes of a request that holds one body: a character is at most six in JSON, most are one. */
export const LARGEST_REQUEST = 640 * 1024;

/** The characters of a text, a pair of surrogates being one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

export function firstCharacters(text: string, count: number): string {
  return [...text].slice(0, count).join('');
}
