/** What an author may want to mend in a post, as the bot lists it. Pure. */
import { withoutBase } from '../base-path';
import { decodeAddress } from '../decode-address';
import type { MarkdownWarning, RenderedMarkdown } from '../markdown';
import type { ParsedBody } from '../posts/metadata';
import type { PostSummary } from '../posts/post';
import { tagSlug } from '../posts/tag-slug';

/** One thing to do. */
export interface Finding {
  /** Markdown of one line, with everything that came from the author made harmless. */
  text: string;
}

export interface CheckedPost {
  body: ParsedBody;
  rendered: Pick<RenderedMarkdown, 'links' | 'warnings'>;
  /** ISO 8601. */
  publishedAt: string;
}

export interface Surroundings {
  /** Absolute, without a trailing slash. */
  siteUrl: string;
  /** The posts readers may see; null where nobody knows, and links are not judged. */
  published: readonly PostSummary[] | null;
  /** Milliseconds. */
  now: number;
}

/** A checklist is for reading. */
const MOST = 12;
const YEAR = 366 * 24 * 60 * 60 * 1_000;

/** @returns in the order an author would go through them; empty when all is well */
export function checkPost(post: CheckedPost, surroundings: Surroundings): Finding[] {
  const { body, rendered, publishedAt } = post;
  const texts = [
    ...body.problems.map(({ line, message }) => `Line ${line}: ${plain(message)}`),
    ...checkDate(publishedAt, surroundings.now),
    ...brokenLinks(rendered.links, surroundings),
    ...rendered.warnings.map((warning) => describeWarning(warning)),
    ...(body.text.trim() === '' ? ['The post has no text yet.'] : []),
    ...(body.metadata.description === null && body.problems.length === 0 ? [NO_DESCRIPTION] : []),
  ];
  const distinct = [...new Set(texts)];
  const shown = distinct.slice(0, MOST);
  const rest = distinct.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… and ${rest} more of the kind.`] : [])].map((text) => ({
    text,
  }));
}

const NO_DESCRIPTION =
  'There is no `description:` in the metadata. Search engines and link cards will show the first lines.';

function checkDate(publishedAt: string, now: number): string[] {
  const isFarAhead = Date.parse(publishedAt) - now > YEAR;
  return isFarAhead ? [`The date ${publishedAt.slice(0, 10)} is more than a year ahead.`] : [];
}

/** The body's own lines begin below the metadata, so that a line number would mislead. */
function describeWarning({ message }: MarkdownWarning): string {
  return plain(message);
}

/** Addresses on this site that lead nowhere, as far as the list of posts can tell. */
function brokenLinks(links: readonly string[], { siteUrl, published }: Surroundings): string[] {
  if (!published) return [];
  return links
    .filter((link) => link === siteUrl || link.startsWith(`${siteUrl}/`))
    .filter((link) => !leadsSomewhere(segmentsOf(link), published))
    .map((link) => `The link ${plain(link.slice(siteUrl.length))} leads to no page of this blog.`);
}

function segmentsOf(link: string): string[] {
  if (!URL.canParse(link)) return [];
  return withoutBase(new URL(link).pathname).split('/').filter(Boolean).map(decodeAddress);
}

/** Judges only the addresses it knows; whatever else the site may serve counts as good. */
function leadsSomewhere(
  [first, second = '']: readonly string[],
  published: readonly PostSummary[],
): boolean {
  if (first === 'post') {
    const number = Number(second.replace(/\.md$/, ''));
    return published.some((post) => post.number === number);
  }
  if (first === 'tag') {
    return published.some((post) => post.tags.some((tag) => tag.slug === tagSlug(second)));
  }
  if (first === 'author') {
    const login = second.toLowerCase();
    return published.some((post) => post.authors.some((one) => one.login.toLowerCase() === login));
  }
  if (first === 'series') {
    return published.some((post) => post.series?.number === Number(second));
  }
  return true;
}

/**
 * Text of anybody's as one harmless line of Markdown: it links to nobody, calls nobody, and refers
 * to no issue.
 */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]|~!]/g, '\\$&')
    .replace(/[@#](?=\w)/g, '$&\u200B')
    .replace(/:(?=\/\/)/g, ':\u200B')
    .trim();
}
