/**
 * Which pages show something else now than at the last plan, and having them rendered; then telling
 * everybody who wants to know: other instances, the hub, pages elsewhere.
 */
import { withoutBase } from '../base-path';
import { commentPath, postPath } from '../paths';
import { changedLinks, pagesReferringTo } from '../posts/comment-references';
import { listPublished } from '../posts/list-posts';
import { changedPages, listPages, newPages } from '../posts/listing';
import type { PostSummary } from '../posts/post';
import type { IndexState } from '../posts/post-index';
import { changedTexts } from '../webmention/plan-mentions';
import type { DeliveryTools } from './delivery-tools';
import type { BlogEvent } from './event';
import { changedFeeds, pingHub } from './ping-hub';
import { planRevalidation } from './plan';
import type { IssueEvent } from './read-settled';

/**
 * Has every page rendered anew that shows something else now than at the last plan, and those that
 * an event names.
 * @returns what was planned, and what of it could not be done in time
 */
export async function refreshChanged(
  tools: DeliveryTools,
  deadline: number,
  about: { event: IssueEvent | ListsChanged; commentIds: readonly number[] } | null,
): Promise<{ paths: string[]; failed: string[] }> {
  const { blog, pending, refresher, revalidate, underWay } = tools;
  const { before, after } = blog.index.takeChanges();
  const { postsPerPage } = blog.config;
  const shown = {
    before: before && publishedNow(before),
    after: publishedNow(after),
    postsPerPage,
  };
  const planned = about
    ? planRevalidation(about.event, { ...shown, commentIds: about.commentIds })
    : changedPages(shown.before ?? shown.after, shown.after, postsPerPage);
  const gone = before && after ? goneComments(before, after) : [];
  const references = blog.commentReferences.all();
  const referring = shown.before ? pagesReferringTo(shown.before, shown.after, references) : [];
  const paths = [...new Set([...planned, ...gone, ...referring, ...pending])];
  // From here on they are this plan's; only what it cannot refresh goes back.
  pending.clear();
  const own = about && about.event.kind !== 'lists-changed' ? about.event.number : null;
  const changedNumbers = changedLinks(shown.before ?? shown.after, shown.after);
  // Also where only a comment changed: others hear that the post was attended to, and need not look.
  if (about && about.event.kind !== 'lists-changed') changedNumbers.add(about.event.number);
  const turn = Symbol('a plan');
  underWay.add(turn);
  const added = new Set(shown.before && newPages(shown.before, shown.after, postsPerPage));
  const failed = await refresher
    .refresh(paths, revalidate, {
      deadline,
      mayLeadAway: (path) => !listPages(shown.after, postsPerPage).has(path),
      // Its new address is where others lead from now on.
      canWait: (path) => isAnotherPost(path, own) && !added.has(path),
      changedPosts: [...changedNumbers].map((changed) => postPath(changed, '')),
    })
    .finally(() => underWay.delete(turn));
  for (const path of failed) pending.add(path);
  if (after && failed.length === 0 && underWay.size === 0) await blog.index.keep(after);
  const { websubHub, site } = blog.config;
  if (websubHub && shown.before && failed.length === 0) {
    void pingHub(websubHub, changedFeeds(shown.before, shown.after, site.url));
  }
  if (failed.length === 0) {
    const posts = before && after ? changedPosts(before, after) : [];
    if (posts.length > 0) void blog.instances?.tell({ kind: 'carried', posts });
    const edited = shown.before ? changedTexts(shown.before, shown.after) : [];
    tools.mentions?.follow(own === null ? edited : [own, ...edited]);
  }
  return { paths, failed };
}

/** What became of the posts that changed; null for one that is gone. */
function changedPosts(before: IndexState, after: IndexState): [number, PostSummary | null][] {
  const numbers = new Set([...before.posts.keys(), ...after.posts.keys()]);
  return [...numbers].flatMap((number): [number, PostSummary | null][] => {
    const post = after.posts.get(number) ?? null;
    return before.posts.get(number) === (post ?? undefined) ? [] : [[number, post]];
  });
}

/** The pages of comments that are not there any more. */
function goneComments(before: IndexState, after: IndexState): string[] {
  return [...before.comments].flatMap(([number, { ids }]) => {
    const now = after.comments.get(number);
    if (now && (now.ids === ids || !now.isWhole)) return [];
    const present = new Set(now?.ids);
    return ids.filter((id) => !present.has(id)).map((id) => commentPath(number, id));
  });
}

type ListsChanged = Extract<BlogEvent, { kind: 'lists-changed' }>;

/**
 * A post that only names the one that changed, beside or below its text. Rendering it takes a call to
 * GitHub, which whoever reads it next is worth and nobody else.
 */
function isAnotherPost(path: string, number: number | null): boolean {
  const found = /^\/post\/(\d+)/.exec(withoutBase(path));
  return found !== null && Number(found[1]) !== number;
}

function publishedNow(state: IndexState | null): PostSummary[] {
  return state ? listPublished(state, Date.now()) : [];
}
