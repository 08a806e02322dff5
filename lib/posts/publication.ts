/** Which issues are posts. The one place that knows the rule. */
import type { Config } from '../config';
import type { IssueNode } from '../github/issue-fields';

/** The settings that turn issues into posts. */
export interface BlogRules {
  publishLabel: Config['publishLabel'];
  publishAuthors: Config['publishAuthors'];
  /** Where GitHub's pages are, without a trailing slash. */
  serverUrl: string;
}

/** The label of a post that waits, in any case; as the blog writes it. */
export const DRAFT_LABEL = 'Draft';

type Labelled = Pick<IssueNode, 'labels' | 'author' | 'authorAssociation'>;

/** Whether the issue carries the label (in any case) and its author may publish. */
export function isPublished(issue: Labelled, rules: BlogRules): boolean {
  return hasLabel(issue, rules.publishLabel) && mayPublish(issue, rules.publishAuthors);
}

/** Whether an issue carries a label. @param label in any case */
export function hasLabel(issue: Pick<IssueNode, 'labels'>, label: string): boolean {
  return (issue.labels?.nodes ?? []).some((node) => node !== null && sameName(node.name, label));
}

/** Whether the issue is waiting: it carries the label `Draft` and its author may publish. */
export function isDraft(issue: Labelled, rules: BlogRules): boolean {
  return (
    hasLabel(issue, DRAFT_LABEL) && !isPublished(issue, rules) && isByAllowedAuthor(issue, rules)
  );
}

/** Whether the issue would be a post if it carried the label. */
export function isByAllowedAuthor(
  issue: Pick<IssueNode, 'author' | 'authorAssociation'>,
  rules: BlogRules,
): boolean {
  return mayPublish(issue, rules.publishAuthors);
}

/** Whether a label is one of those that decide about publication. */
export function isSteeringLabel(name: string, rules: BlogRules): boolean {
  return sameName(name, rules.publishLabel) || sameName(name, DRAFT_LABEL);
}

/** GitHub's names of labels, logins and repositories do not tell capitals apart. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function mayPublish(
  issue: Pick<IssueNode, 'author' | 'authorAssociation'>,
  policy: Config['publishAuthors'],
): boolean {
  if (policy.kind === 'anyone') return true;
  if (policy.kind === 'collaborators') return isTrusted(issue.authorAssociation);
  const login = issue.author?.login;
  return login !== undefined && policy.logins.some((allowed) => sameName(allowed, login));
}

/** People who may write to the repository, by GitHub's `CommentAuthorAssociation`. */
export function isTrusted(association: string): boolean {
  return ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(association);
}
