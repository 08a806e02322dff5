/** A moved post as the body of an issue: metadata, text, mark. Pure. */
import { stringify } from 'yaml';
import { slugify } from '../paths';
import { markPost } from './import-mark';
import type { MovedPost } from './moved-post';

export interface BodyParts {
  /** The post's Markdown as it is to be. */
  text: string;
  /** An address, or null for none. */
  cover: string | null;
  /** Logins. */
  authors: readonly string[];
}

/** @returns metadata, text and mark, as `parseBody` and `readPostMark` read them again */
export function writeBody(post: MovedPost, { text, cover, authors }: BodyParts): string {
  const metadata = {
    date: post.date,
    slug: post.slug && slugify(post.slug) !== slugify(post.title) ? post.slug : null,
    authors: authors.length > 0 ? authors : null,
    description: post.description,
    canonical: post.canonical && /^https?:\/\//.test(post.canonical) ? post.canonical : null,
    cover,
    language: post.language,
  };
  const given = Object.entries(metadata).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  const block =
    given.length > 0 ? wrap(stringify(Object.fromEntries(given), { lineWidth: 0 })) : '';
  return markPost(`${block}${text}`, post);
}

/** Invisible on GitHub, unless something in it would end the comment. */
function wrap(yaml: string): string {
  return yaml.includes('--') ? `---\n${yaml}---\n\n` : `<!--\n${yaml}-->\n\n`;
}
