/** References to issues that turned out to be posts lead to the posts. */
import { escapeAttribute } from '../escape-html';
import { commentPath } from '../paths';
import type { PostLink } from '../posts/post';

/**
 * Our own serialised links to issues of this repository: see `issueReference`. Neither text nor an
 * attribute's value can look like this, since `<` in text and `"` in values are escaped.
 */
const REFERENCE = /<a data-issue="(\d+)"(?: data-comment="(\d+)")?([^>"]*(?:"[^"]*"[^>"]*)*)>/g;

/**
 * Points links at posts of this blog. Cheap, so that it can run after the cache, whenever what is
 * published changes.
 * @param html made by `renderMarkdown`
 * @param find the published post of a number, or null
 */
export function linkPosts(html: string, find: (number: number) => PostLink | null): string {
  if (!html.includes('<a data-issue="')) return html;
  return html.replace(
    REFERENCE,
    (link, issue: string, comment: string | undefined, rest: string) => {
      const number = Number(issue);
      const post = find(number);
      if (!post) return link;
      const path = comment ? commentPath(number, Number(comment)) : post.path;
      const title = rest.includes(' title="') ? '' : ` title="${escapeAttribute(post.title)}"`;
      return `<a${rest.replace(/ href="[^"]*"/, () => ` href="${escapeAttribute(path)}"`)}${title}>`;
    },
  );
}
