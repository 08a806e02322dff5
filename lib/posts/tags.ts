/** Labels as tags, and the milestone as a series. */
import type { IssueNode, MilestoneNode } from '../github/issue-fields';
import { slugify } from '../paths';
import type { Series, Tag } from './post';
import { type BlogRules, isSteeringLabel } from './publication';

/** The issue's labels but for those that steer the blog, in GitHub's order. */
export function tagsOf(issue: Pick<IssueNode, 'labels'>, rules: BlogRules): Tag[] {
  return (issue.labels?.nodes ?? []).flatMap((label) =>
    label && !isSteeringLabel(label.name, rules)
      ? [{ ...label, slug: tagSlug(label.name), description: label.description || null }]
      : [],
  );
}

/** Any label name as one path segment: `C++` is `c++`, `functional programming` has a hyphen. */
export function tagSlug(name: string): string {
  return name.normalize('NFC').toLowerCase().trim().replace(/\s+/g, '-');
}

export function toSeries(milestone: MilestoneNode | null): Series | null {
  if (!milestone) return null;
  const { number, title } = milestone;
  return { number, title, slug: slugify(title), description: milestone.description || null };
}
