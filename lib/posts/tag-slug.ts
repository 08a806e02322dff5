/** Apart, so that the editor knows how a tag is addressed without loading what else is known of tags. */

/** Any label name as one path segment: `C++` is `c++`, `functional programming` has a hyphen. */
export function tagSlug(name: string): string {
  const slug = name.toWellFormed().normalize('NFC').toLowerCase().trim().replace(/\s+/g, '-');
  return DOTS.has(slug) ? slug.replaceAll('.', 'dot') : slug;
}

/** Segments that every browser takes out of an address. */
const DOTS = new Set(['.', '..']);
