/** Labels and milestones as they are called today, in posts that were read before. Pure. */
import type { RepositoryNames } from '../github/list-names';
import type { PostSummary, Tag } from './post';
import { toSeries, toTag } from './tags';

/**
 * @returns the posts under today's names, those that did not change being the same objects; null
 *   where a post carries a label that is not there any more, under any name: only the issues
 *   themselves can tell what became of it
 */
export function renameIn(
  posts: ReadonlyMap<number, PostSummary>,
  names: RepositoryNames,
): Map<number, PostSummary> | null {
  const labels = new Map(names.labels.map((label) => [label.name.toLowerCase(), toTag(label)]));
  const series = new Map(names.milestones.map((node) => [node.number, toSeries(node)]));
  const renamed = new Map<number, PostSummary>();
  for (const [number, post] of posts) {
    const tags: Tag[] = [];
    for (const tag of post.tags) {
      const today = labels.get(tag.name.toLowerCase());
      if (!today) return null;
      tags.push(today);
    }
    const own = post.series && (series.get(post.series.number) ?? null);
    const isSame = JSON.stringify([tags, own]) === JSON.stringify([post.tags, post.series]);
    renamed.set(number, isSame ? post : { ...post, tags, series: own });
  }
  return renamed;
}
