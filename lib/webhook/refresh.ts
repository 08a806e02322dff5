/** Carries plans out: renders stale pages anew, a few at a time, each only as often as needed. */
import pLimit from 'p-limit';
import { withoutBase } from '../base-path';
import { coalesce } from '../cache/coalesce';
import type { KeptPages } from '../cache/kept-pages';
import { noteChange } from '../cache/page-loads';

/** @throws whatever kept the page from being rendered */
export type Revalidate = (path: string) => Promise<void>;

export interface Refresher {
  /** @returns the paths that still show, or may show, the old page */
  refresh(
    paths: readonly string[],
    revalidate: Revalidate,
    options: RefreshOptions,
  ): Promise<string[]>;
}

export interface RefreshOptions {
  /**
   * When to stop waiting, in milliseconds since the epoch; what is still to do then goes on, and
   * counts as failed.
   */
  deadline: number;
  /**
   * Which addresses may lead to another. They wait until all others are there: a new address that still
   * redirected to its post's old one, as it did while that was right, would make a circle with it.
   */
  mayLeadAway?: (path: string) => boolean;
  /** Which pages need not be rendered before somebody asks for them. */
  canWait?: (path: string) => boolean;
  /**
   * Posts all of whose pages may show something else. Those that are not among the paths, as what one
   * was called two titles ago, are rendered when somebody asks for them.
   */
  changedPosts?: readonly string[];
}

export interface RefresherOptions {
  /** The pages that are kept; null where the platform keeps them. */
  findKeptPages?: () => KeptPages | null;
  /** Which pages are rendered even where nobody asked for them yet. */
  isWorthRendering?: (path: string) => boolean;
}

const AT_ONCE = 6;

/**
 * So many pages of one plan are rendered at once, the most important ones. The rest are mostly the
 * numbered pages that a new post pushes along, which nobody may ever ask for again.
 */
const RENDERED = 60;

/**
 * Every page is rendered twice in a row: Next lets the first call join a render that is already
 * under way and may have begun before the change; the second cannot. Deliveries that want the same
 * page at the same time share its renders, so that a storm of them costs each page a few. A page
 * that nobody has seen yet costs none; should its first render be under way, what that shows is not
 * kept.
 */
export function createRefresher({
  findKeptPages = () => null,
  isWorthRendering = () => true,
}: RefresherOptions = {}): Refresher {
  const limit = pLimit(AT_ONCE);
  const wanted = new Map<string, { again: () => Promise<void>; waiting: number }>();

  async function refreshOne(path: string, revalidate: Revalidate): Promise<void> {
    const page = wanted.get(path) ?? {
      waiting: 0,
      again: coalesce(() =>
        limit(async () => {
          await revalidate(path);
          await revalidate(path);
        }),
      ),
    };
    wanted.set(path, page);
    page.waiting += 1;
    try {
      await page.again();
    } finally {
      page.waiting -= 1;
      if (page.waiting === 0) wanted.delete(path);
    }
  }

  return {
    async refresh(paths, revalidate, options) {
      const { deadline, changedPosts = [] } = options;
      const { mayLeadAway = () => false, canWait = () => false } = options;
      const unfinished = new Set(paths);
      const kept = findKeptPages();
      const turn = noteChange(paths.map(withoutBase));
      const visit = async (path: string, place: number) => {
        if (kept && (place >= RENDERED || canWait(path))) await limit(() => kept.forget(path));
        else if (!kept || isWorthRendering(path) || (await limit(() => kept.has(path)))) {
          await refreshOne(path, revalidate);
        }
        unfinished.delete(path);
      };
      const visitAll = (isTheirTurn: (path: string) => boolean) =>
        Promise.allSettled(
          paths.map((path, place) => (isTheirTurn(path) ? visit(path, place) : null)),
        );
      const work = visitAll((path) => !mayLeadAway(path))
        .then(() => visitAll(mayLeadAway))
        // Not before: while GitHub fails, whatever is there stays.
        .then(async () => {
          if (!kept || unfinished.size > 0) return;
          const forget = (post: string) => limit(() => kept.forgetBelow(post, turn));
          await Promise.all(changedPosts.map(forget));
        });
      let timer: NodeJS.Timeout | undefined;
      const end = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, Math.max(0, deadline - Date.now()));
      });
      await Promise.race([work, end]);
      clearTimeout(timer);
      return [...unfinished];
    },
  };
}
