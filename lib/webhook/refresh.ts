/** Carries a plan out: renders every stale page anew, a few at a time. */
import pLimit from 'p-limit';

/** @throws whatever kept the page from being rendered */
export type Revalidate = (path: string) => Promise<void>;

const AT_ONCE = 5;

/**
 * Every page is rendered twice in a row: Next lets the first call join a render that is already
 * under way and may have begun before the change; the second cannot.
 * @param deadline when to stop waiting, in milliseconds since the epoch; what is still to do then
 *   goes on, and counts as failed
 * @returns the paths that still show, or may show, the old page
 */
export async function refreshPages(
  paths: readonly string[],
  revalidate: Revalidate,
  deadline: number,
): Promise<string[]> {
  const limit = pLimit(AT_ONCE);
  const unfinished = new Set(paths);
  const work = paths.map((path) =>
    limit(async () => {
      await revalidate(path);
      await revalidate(path);
      unfinished.delete(path);
    }),
  );
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, deadline - Date.now()));
  });
  await Promise.race([Promise.allSettled(work), end]);
  clearTimeout(timer);
  return [...unfinished];
}
