/** Brings an author's post together with what GitHub has by now. Pure. */

import {
  hasConflicts,
  joinParts,
  type MergePart,
  mergeLine,
  mergeSets,
  mergeTexts,
} from './merge-texts';
import { joinBody, splitBody } from './metadata-fields';
import { bodyOf, type PostText } from './post-text';
import type { PostSource } from './shapes';

export interface PostMerge {
  /** Title first, then the body's parts; a title that both changed is a conflict like any other. */
  title: MergePart;
  body: MergePart[];
  tags: string[];
  series: number | null;
}

type Base = Pick<PostSource, 'title' | 'body' | 'tags'>;

/** @param base what the author began with @param latest what GitHub has now */
export function mergePosts(base: Base, mine: PostText, latest: PostSource): PostMerge {
  const title = mergeLine(base.title, mine.title, latest.title);
  return {
    title:
      title === null
        ? { kind: 'conflict', mine: mine.title, base: base.title, theirs: latest.title }
        : { kind: 'agreed', text: title },
    // Written alike, so that only words differ, and no line ends.
    body: mergeTexts(rewritten(base.body), bodyOf(mine), rewritten(latest.body)),
    tags: mergeSets(base.tags, mine.tags, latest.tags),
    series: mine.series ?? latest.series,
  };
}

/** Whether somebody has to choose between two wordings. */
export function needsDecisions({ title, body }: PostMerge): boolean {
  return hasConflicts([title, ...body]);
}

/** @param resolutions in the order of the conflicts, the title's first: see `joinParts` */
export function resolveMerge(
  { title, body, tags, series }: PostMerge,
  resolutions: readonly (string | null)[],
): PostText {
  const ofTitle = title.kind === 'conflict' ? 1 : 0;
  return {
    title: joinParts([title], resolutions.slice(0, ofTitle)),
    parts: splitBody(joinParts(body, resolutions.slice(ofTitle))),
    tags,
    series,
  };
}

function rewritten(body: string): string {
  return joinBody(splitBody(body));
}
