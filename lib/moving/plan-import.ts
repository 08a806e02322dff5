/** What an import is going to do, decided before anything is written. */
import type { IssueBody } from '../github/list-bodies';
import { parseBody } from '../posts/metadata';
import { countCharacters, firstCharacters, LONGEST_BODY, LONGEST_TITLE } from '../writing/limits';
import { readPostMark } from './import-mark';
import type { MovedPost } from './moved-post';

export type Step =
  | { kind: 'create'; post: MovedPost }
  /** The post is there; some of the comments that come with it may not be. */
  | { kind: 'complete'; post: MovedPost; number: number }
  | { kind: 'present'; post: MovedPost; number: number }
  | { kind: 'refuse'; post: MovedPost; reason: string };

/** @param issues everything in the repository, published or not */
export function planImport(posts: readonly MovedPost[], issues: readonly IssueBody[]): Step[] {
  const known = new Map<string, number>();
  const byTitle = new Map<string, number>();
  for (const { number, title, body } of issues) {
    const { mark } = readPostMark(body);
    if (mark) known.set(mark.key, number);
    const { date } = parseBody(body).metadata;
    if (date) byTitle.set(titleKey(title, date), number);
  }
  return posts.map((post): Step => {
    const number = known.get(post.key);
    if (number !== undefined) {
      // Only a post whose own discussion was moved can lack a part of it.
      return post.comments.length > 0
        ? { kind: 'complete', post, number }
        : { kind: 'present', post, number };
    }
    const alike = post.date ? byTitle.get(titleKey(post.title, post.date)) : undefined;
    if (alike) return { kind: 'present', post, number: alike };
    const reason = whyNot(post);
    return reason ? { kind: 'refuse', post, reason } : { kind: 'create', post };
  });
}

/** The same post from another source, or from another folder, has the same title and time. */
function titleKey(title: string, date: string): string {
  return `${date}\n${firstCharacters(title.trim(), LONGEST_TITLE).toLowerCase()}`;
}

/** Room for metadata and the mark. */
const ADDITIONS = 2_000;

function whyNot({ body }: MovedPost): string | null {
  const count = countCharacters(body);
  if (count <= LONGEST_BODY - ADDITIONS) return null;
  return `it has ${count.toLocaleString('en')} characters, and an issue holds ${LONGEST_BODY.toLocaleString('en')}. Split it in two.`;
}
