/**
 * GitHub has no webhook for reactions, so whoever reacts here has the page made anew for everybody
 * else, too.
 */
import type { NextApiResponse } from 'next';
import { isLow } from '../github/allowance';
import { commentPath } from '../paths';
import type { Blog } from '../posts/blog';
import { deliveryToolsFor } from '../webhook/delivery-tools';

/** What the one who reacted may wait for at most, in milliseconds. */
const PATIENCE = 3_000;

/**
 * @param comment the comment's id, as in the address; null for the post itself
 * @param response see `deliveryToolsFor`
 * @throws nothing: the page is made anew from time to time in any case
 */
export async function showReaction(
  blog: Blog,
  number: number,
  comment: string | null,
  response: NextApiResponse,
): Promise<void> {
  // The few calls that are left are for deliveries.
  if (isLow(blog.github.allowance())) return;
  try {
    const issue = await blog.issues.read(number, 0);
    if (issue) blog.index.put(issue);
    const path = blog.index.peek()?.posts.get(number)?.path;
    const paths = [path, comment === null ? null : commentPath(number, Number(comment))];
    const { refresher, revalidate } = deliveryToolsFor(blog, response);
    await refresher.refresh(
      paths.filter((one) => typeof one === 'string'),
      revalidate,
      { deadline: Date.now() + PATIENCE },
    );
  } catch (error) {
    console.warn(`A reaction to post ${number} is not shown yet:`, error);
  }
}
