/**
 * Whether an address that is not known may be worth a call to GitHub: a post that was published a
 * moment ago, and nobody told. The list of posts knows all others, so that readers who ask for what
 * does not exist cost nothing, however many they are.
 */
import { LRUCache } from 'lru-cache';
import { GitHubUnavailableError } from '../github/errors';
import type { Blog } from '../posts/blog';
import { listPublished } from '../posts/list-posts';
import type { PostSummary } from '../posts/post';
import { readIndex } from './page-result';

/** How many calls may be made at once for nothing, and how long each takes to come back. */
const BUDGET = 6;
const REFILL = 60_000;
/** A new issue has a number a little above the newest. */
const AHEAD = 100;
/** While GitHub fails it is asked again after this time, in milliseconds. */
const PATIENCE = 3_000;
/** How long an answer about one number serves: an old one, and one that may be in use any moment. */
const OLD_ANSWER = 30_000;
const NEW_ANSWER = 2_000;
/** The same about where it went, as long as that is remembered. */
const MOVED_ANSWER = 5_000;
/** So many calls are left to what is likelier to exist. */
const KEPT = 4;

const asked = new LRUCache<number, true>({ max: 2_000, ttl: OLD_ANSWER });
const askedWhere = new LRUCache<number, true>({ max: 2_000, ttl: MOVED_ANSWER });

declare global {
  var issuepressLookups: { left: number; at: number } | undefined;
}

/**
 * The post of a number, as lists know it.
 * @param isTold a delivery has the page rendered: the list is as new as can be
 * @returns null where there is none @throws GitHubError where only GitHub could say
 */
export async function findPost(
  blog: Blog,
  number: number,
  isTold: boolean,
): Promise<PostSummary | null> {
  const { index, github } = blog;
  const state = await readIndex(blog);
  const find = (posts: typeof state.posts) =>
    listPublished({ posts }, Date.now()).find((post) => post.number === number) ?? null;
  const known = find(state.posts);
  if (known || isTold) return known;
  const last = github.lastCall();
  if (last?.failure) {
    // What is known not to be a post shows nothing, and nothing of what it may have shown.
    if (index.heard().has(number)) return null;
    if (Date.now() - last.endedAt > PATIENCE) return find((await index.sync(0)).posts);
    throw new GitHubUnavailableError('GitHub cannot be asked at the moment.');
  }
  const ahead = number - newestOf(blog);
  if (asked.has(number) || !spendLookup(ahead <= AHEAD ? 0 : KEPT)) return null;
  asked.set(number, true, { ttl: ahead > 0 ? NEW_ANSWER : OLD_ANSWER });
  try {
    const found = find((await index.sync(0)).posts);
    if (found) giveBack();
    return found;
  } catch (error) {
    asked.delete(number);
    giveBack();
    throw error;
  }
}

/** Where a post went that has no number here any more. It never rejects. */
export async function findMovedPost(
  blog: Blog,
  number: number,
  isTold: boolean,
): Promise<{ path: string } | null> {
  const isFree = isTold || askedWhere.has(number);
  if (!isFree && (number > newestOf(blog) || !spendLookup(0))) return null;
  if (!isFree) askedWhere.set(number, true);
  const moved = await blog.findMoved(number);
  if (moved && !isFree) giveBack();
  return moved;
}

/** The greatest number that was heard of. */
function newestOf({ index }: Blog): number {
  let newest = 0;
  for (const heard of index.heard().keys()) newest = Math.max(newest, heard);
  for (const labeled of index.peek()?.labeled ?? []) newest = Math.max(newest, labeled);
  return newest;
}

/** @param keep how many are to be left @returns whether a call may be made for a reader's guess */
function spendLookup(keep: number): boolean {
  const now = Date.now();
  const purse = globalThis.issuepressLookups ?? { left: BUDGET, at: now };
  const earned = Math.floor((now - purse.at) / REFILL);
  const left = Math.min(BUDGET, purse.left + earned);
  const at = left === BUDGET ? now : purse.at + earned * REFILL;
  const isGranted = left > keep;
  globalThis.issuepressLookups = { left: isGranted ? left - 1 : left, at };
  return isGranted;
}

/** The guess was right, or GitHub did not answer. */
function giveBack(): void {
  const purse = globalThis.issuepressLookups;
  if (purse) purse.left = Math.min(BUDGET, purse.left + 1);
}
