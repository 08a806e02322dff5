/** A post while somebody writes it, and how it becomes an issue's title and body. Pure. */
import { countCharacters, LONGEST_BODY, LONGEST_TITLE } from './limits';
import { joinBody, NO_FIELDS, type SplitBody, splitBody, withoutHints } from './metadata-fields';
import type { PostSource, PostTemplate } from './shapes';

export interface PostText {
  title: string;
  /** The body, taken apart into fields and text. */
  parts: SplitBody;
  tags: string[];
  series: number | null;
}

export const EMPTY_POST: PostText = {
  title: '',
  parts: { fields: NO_FIELDS, text: '', block: '' },
  tags: [],
  series: null,
};

/** A new post as its template begins it, without the hints. */
export function fromTemplate({ title, body, tags }: PostTemplate): PostText {
  return { title, parts: withoutHints(splitBody(body)), tags: [...tags], series: null };
}

/** A post as GitHub has it. */
export function fromSource({ title, body, tags, series }: PostSource): PostText {
  return { title, parts: splitBody(body), tags: [...tags], series };
}

/** The whole body, with its metadata. */
export function bodyOf({ parts }: PostText): string {
  return joinBody(parts);
}

export function isSamePost(one: PostText, other: PostText): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** How many characters of title and body are too many for GitHub; 0 where all is well. */
export function excessOf(post: PostText): number {
  const title = countCharacters(post.title.trim()) - LONGEST_TITLE;
  const body = countCharacters(bodyOf(post)) - LONGEST_BODY;
  return Math.max(0, title) + Math.max(0, body);
}

/** Whether the post says that it shall wait. @param now milliseconds */
export function isScheduled({ parts }: PostText, now: number): boolean {
  const date = Date.parse(parts.fields?.date ?? '');
  return date > now;
}

/**
 * A key that is the same for the same text of the same draft, in whichever tab it is sent.
 * @param draft names the draft
 */
export function keyOf(draft: string, post: PostText): string {
  // FNV-1a in two lanes: nobody gains from a collision with a text of their own.
  let one = 0x811c9dc5;
  let other = 0x1b873593;
  for (const character of JSON.stringify(post)) {
    const code = character.codePointAt(0) ?? 0;
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
  }
  return `${draft}-${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}
