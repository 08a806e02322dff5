/**
 * `next dev` keeps no pages: each is rendered whenever somebody asks, and `res.revalidate` finds no
 * page under an address with a number in it. Asking for the page is what tells open ones of it.
 */
import pLimit from 'p-limit';
import { announcePage } from '../cache/page-changes';
import { ownOrigin } from '../own-server';

/** Pages that are compiled at the same time write over each other's lists of files. */
const oneByOne = pLimit(1);

/** @param page percent-encoded @throws where the page cannot be rendered */
export async function revalidateInDevelopment(page: string): Promise<void> {
  const url = new URL(page, ownOrigin());
  await oneByOne(async () => {
    const response = await fetch(url, { redirect: 'manual' });
    const text = await response.text();
    if (response.status >= 500) throw new Error(`${page} could not be rendered.`);
    const [, revision = 'gone'] = /"revision":"([\w-]+)"/.exec(text) ?? [];
    announcePage(page, response.ok ? revision : 'gone');
  });
}
