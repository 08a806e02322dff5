/** Which pages a post has to tell of itself now, by what it told before. Pure. */
import type { PostSummary } from '../posts/post';

/** `unsupported`: the page did not ask to be told. */
export type Outcome = 'sent' | 'unsupported' | 'failed';

export interface Told {
  outcome: Outcome;
  /** Milliseconds. */
  at: number;
}

const HOUR = 3_600_000;

/** How long a page is not asked again; what was sent stands until the link goes. */
const PAUSES: Record<Outcome, number> = {
  sent: Number.POSITIVE_INFINITY,
  unsupported: 7 * 24 * HOUR,
  failed: HOUR,
};

/**
 * @param links that the post has now; none where it is not public any more
 * @param told before, by address
 * @param now in milliseconds
 * @returns `news` are links that nobody heard of, `withdrawn` those that were told of and are gone:
 *   their pages are told again, and find nothing
 */
export function planMentions(
  links: readonly string[],
  told: ReadonlyMap<string, Told>,
  now: number,
): { news: string[]; withdrawn: string[] } {
  const isNews = (link: string) => {
    const known = told.get(link);
    return known === undefined || now - known.at >= PAUSES[known.outcome];
  };
  const withdrawn = [...told].flatMap(([link, { outcome }]) =>
    outcome === 'sent' && !links.includes(link) ? [link] : [],
  );
  return { news: links.filter(isNews), withdrawn };
}

/** The posts whose text may be another after than before: new, edited or gone. @returns numbers */
export function changedTexts(
  before: readonly PostSummary[],
  after: readonly PostSummary[],
): number[] {
  if (before === after) return [];
  const known = new Map(before.map((post) => [post.number, post]));
  const changed = after.filter((post) => {
    const old = known.get(post.number);
    known.delete(post.number);
    return old?.editedAt !== post.editedAt || old === undefined;
  });
  return [...changed, ...known.values()].map((post) => post.number);
}
