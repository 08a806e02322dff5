/**
 * The issues behind the blog's lists, 100 a call: all that carry the label, or all that changed
 * since a time. The label is looked up by name first, because list filters tell capitals apart
 * while label names themselves do not.
 */
import type { GitHub } from './client';
import { GitHubUnavailableError } from './errors';
import { ISSUE_FIELDS, type IssueNode, OPENING_COMMENTS_FIELDS } from './issue-fields';

const LISTED_FIELDS = `${ISSUE_FIELDS} ${OPENING_COMMENTS_FIELDS}`;
const PINNED = `pinnedIssues(first: 3) { nodes { issue { number } } }`;

export const LABELED_ISSUES_QUERY = `query LabeledIssues(
  $owner: String!, $name: String!, $label: String!, $after: String
) {
  repository(owner: $owner, name: $name) {
    ${PINNED}
    label(name: $label) {
      issues(first: 100, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ${LISTED_FIELDS} }
      }
    }
  }
}`;

export const CHANGED_ISSUES_QUERY = `query ChangedIssues(
  $owner: String!, $name: String!, $label: String!, $since: DateTime!, $after: String
) {
  repository(owner: $owner, name: $name) {
    ${PINNED}
    label(name: $label) { issues { totalCount } }
    issues(
      first: 30, after: $after, filterBy: { since: $since },
      orderBy: { field: UPDATED_AT, direction: DESC }
    ) {
      pageInfo { hasNextPage endCursor }
      nodes { ${LISTED_FIELDS} }
    }
  }
}`;

interface IssuePage {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: readonly (IssueNode | null)[];
}

interface ListAnswer {
  repository: {
    pinnedIssues: { nodes: readonly ({ issue: { number: number } } | null)[] } | null;
    label: { issues: { totalCount: number } & Partial<IssuePage> } | null;
    issues?: IssuePage;
  } | null;
}

export interface IssueList {
  issues: IssueNode[];
  /** How many issues of the repository carry the label, open and closed. */
  labeledCount: number;
  pinnedNumbers: number[];
  /** There was more than `pageLimit` allowed to read. */
  truncated: boolean;
}

/**
 * All issues with the label, newest first.
 * @throws GitHubError
 */
export function listLabeledIssues(github: GitHub, label: string): Promise<IssueList> {
  return list(github, LABELED_ISSUES_QUERY, { label }, Number.POSITIVE_INFINITY, (repository) => {
    const issues = repository.label?.issues;
    return issues?.nodes && issues.pageInfo
      ? { nodes: issues.nodes, pageInfo: issues.pageInfo }
      : null;
  });
}

/**
 * All issues, labelled or not, that changed at or after a time.
 * @param pageLimit stop after this many calls and say so in `truncated`
 * @throws GitHubError
 */
export function listChangedIssues(
  github: GitHub,
  label: string,
  since: Date,
  pageLimit: number,
): Promise<IssueList> {
  const variables = { label, since: since.toISOString() };
  return list(github, CHANGED_ISSUES_QUERY, variables, pageLimit, ({ issues }) => issues ?? null);
}

async function list(
  github: GitHub,
  document: string,
  variables: Record<string, unknown>,
  pageLimit: number,
  pageOf: (repository: NonNullable<ListAnswer['repository']>) => IssuePage | null,
): Promise<IssueList> {
  const found = new Map<number, IssueNode>();
  const result: IssueList = { issues: [], labeledCount: 0, pinnedNumbers: [], truncated: false };
  let after: string | null = null;
  for (let calls = 1; ; calls += 1) {
    const { repository }: ListAnswer = await github.query<ListAnswer>(document, {
      ...variables,
      after,
    });
    if (!repository) throw new GitHubUnavailableError('GitHub answered without the repository.');
    result.labeledCount = repository.label?.issues.totalCount ?? 0;
    result.pinnedNumbers = (repository.pinnedIssues?.nodes ?? []).flatMap((node) =>
      node ? [node.issue.number] : [],
    );
    const page: IssuePage | null = pageOf(repository);
    for (const node of page?.nodes ?? []) if (node) found.set(node.number, node);
    if (!page?.pageInfo.hasNextPage || !page.pageInfo.endCursor) break;
    if (calls >= pageLimit) {
      result.truncated = true;
      break;
    }
    after = page.pageInfo.endCursor;
  }
  result.issues = [...found.values()];
  return result;
}
