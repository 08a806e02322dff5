/** The pages elsewhere that a post links to: whom it might want to tell. Pure. */
import { elementsOf } from './html-elements';

/** A post that links to more is a list of links, and tells nobody beyond these. */
const MOST = 50;

/**
 * @param html the post's text as it is shown
 * @param own origins whose pages need not be told: the blog's own, and GitHub's, which does not listen
 * @returns absolute http(s) addresses as they are linked, in order, without repeats
 */
export function outgoingLinks(html: string, own: readonly string[]): string[] {
  const found = new Set<string>();
  for (const { tagName, properties } of elementsOf(html)) {
    const { href } = properties;
    if (tagName !== 'a' || typeof href !== 'string' || !URL.canParse(href)) continue;
    const { protocol, origin } = new URL(href);
    if (/^https?:$/.test(protocol) && !own.includes(origin)) found.add(href);
  }
  return [...found].slice(0, MOST);
}
