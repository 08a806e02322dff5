/** What became of a blog's posts: which addresses they ever had, and what a page should at least show. */
import {
  commentPath,
  commentsPath,
  feedPath,
  markdownPath,
  postPath,
  revisionsPath,
  slugify,
} from '../../../lib/paths';

export interface Standing {
  /** The event that wrote the text that the post has now. */
  text: number;
  isPublic: boolean;
  /** The event that published or hid it. */
  count: number;
}

export interface Chronicle {
  opened(number: number, title: string, standing: Standing): void;
  edited(number: number, count: number): void;
  retitled(number: number, title: string): void;
  published(number: number, isPublic: boolean, count: number): void;
  deleted(number: number, count: number): void;
  commented(number: number, commentId: number): void;
  /** The number of the next issue. */
  nextNumber(): number;
  /** Numbers of issues that are not deleted. */
  present(): number[];
  /** How things stand at this moment, by number; deleted issues are not public. */
  standings(): Map<number, Standing>;
  /** Every address below `/post/` that ever was one. */
  addresses(): string[];
}

export function createChronicle(): Chronicle {
  const standings = new Map<number, Standing>();
  const deleted = new Set<number>();
  const addresses = new Set<string>();

  function change(number: number, changed: Partial<Standing>): void {
    const known = standings.get(number);
    if (known) standings.set(number, { ...known, ...changed });
  }
  function call(number: number, title: string): void {
    addresses.add(postPath(number, slugify(title)));
  }
  return {
    opened(number, title, standing) {
      standings.set(number, standing);
      for (const path of [postPath(number, ''), revisionsPath(number), markdownPath(number)]) {
        addresses.add(path);
      }
      addresses.add(feedPath('atom', commentsPath(number)));
      call(number, title);
    },
    edited: (number, count) => change(number, { text: count }),
    retitled: call,
    published(number, isPublic, count) {
      if (standings.get(number)?.isPublic !== isPublic) change(number, { isPublic, count });
    },
    deleted(number, count) {
      deleted.add(number);
      change(number, { isPublic: false, count });
    },
    commented: (number, commentId) => addresses.add(commentPath(number, commentId)),
    nextNumber: () => standings.size + 1,
    present: () => [...standings.keys()].filter((number) => !deleted.has(number)),
    standings: () => new Map(standings),
    addresses: () => [...addresses],
  };
}
