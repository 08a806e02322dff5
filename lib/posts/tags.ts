/** Labels as tags, and the milestone as a series. */
import type { IssueNode, LabelNode, MilestoneNode } from '../github/issue-fields';
import { slugify } from '../paths';
import type { Series, Tag } from './post';
import { type BlogRules, isSteeringLabel } from './publication';
import { tagSlug } from './tag-slug';

/** The issue's labels but for those that steer the blog, in GitHub's order. */
export function tagsOf(issue: Pick<IssueNode, 'labels'>, rules: BlogRules): Tag[] {
  return (issue.labels?.nodes ?? []).flatMap((label) =>
    label && !isSteeringLabel(label.name, rules) ? [toTag(label)] : [],
  );
}

/** A label as a tag; whether it is one, `tagsOf` decides. */
export function toTag({ name, color, description }: LabelNode): Tag {
  return { name, color, description: description || null, slug: tagSlug(name) };
}

/** @returns null for an issue without a milestone */
export function toSeries(milestone: MilestoneNode | null): Series | null {
  if (!milestone) return null;
  const { number, title } = milestone;
  return { number, title, slug: slugify(title), description: milestone.description || null };
}
