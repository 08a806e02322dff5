/** Where an issue stands on its way to readers. Pure. */
import type { IssueNode } from '../github/issue-fields';
import type { PostSummary } from './post';
import { type BlogRules, isByAllowedAuthor, isDraft, isPublished } from './publication';

export type Standing =
  | 'published'
  /** It carries the label, and its date lies ahead. */
  | 'scheduled'
  /** Labelled `Draft`. */
  | 'draft'
  /** No label of ours. */
  | 'unlabelled'
  /** Its author may not publish here, whatever its labels say. */
  | 'foreign';

/**
 * @param summary the issue as a post, for its date
 * @param now milliseconds
 */
export function standingOf(
  issue: Pick<IssueNode, 'labels' | 'author' | 'authorAssociation'>,
  summary: Pick<PostSummary, 'publishedAt'>,
  rules: BlogRules,
  now: number,
): Standing {
  if (!isByAllowedAuthor(issue, rules)) return 'foreign';
  if (isDraft(issue, rules)) return 'draft';
  if (!isPublished(issue, rules)) return 'unlabelled';
  return Date.parse(summary.publishedAt) <= now ? 'published' : 'scheduled';
}
