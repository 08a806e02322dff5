/** Waits until a post's page shows what was just sent: GitHub tells the site, and that takes a moment. */

/** Milliseconds between two looks. */
const PAUSE = 700;

/** What a page shows, by its revision; null where there is no page (yet). */
export async function revisionOf(path: string): Promise<{ path: string; revision: string } | null> {
  const answer = await fetch(path, { cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return null;
  const [, revision = ''] = /data-revision="([^"]+)"/.exec(await answer.text()) ?? [];
  return { path: new URL(answer.url).pathname, revision };
}

/**
 * @param before the page's revision before the change; null where there was none
 * @param patience milliseconds
 * @returns where the page is, once it shows something else; null when it takes longer
 */
export async function waitForPage(
  path: string,
  before: string | null,
  patience: number,
): Promise<string | null> {
  const end = Date.now() + patience;
  for (;;) {
    const page = await revisionOf(path);
    if (page && page.revision !== before) return page.path;
    if (Date.now() > end) return null;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
