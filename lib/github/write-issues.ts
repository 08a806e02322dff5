/** Opening and editing issues and labelling them, as whoever the client acts for. */
import type { GitHub } from './client';
import { GitHubUnavailableError } from './errors';

const WRITTEN = 'id number url authorAssociation author { login }';

export const CREATE_ISSUE_MUTATION = `mutation CreateIssue($input: CreateIssueInput!) {
  createIssue(input: $input) { issue { ${WRITTEN} } }
}`;

export const UPDATE_ISSUE_MUTATION = `mutation UpdateIssue($input: UpdateIssueInput!) {
  updateIssue(input: $input) { issue { ${WRITTEN} } }
}`;

export const ADD_LABELS_MUTATION = `mutation AddLabels($id: ID!, $labelIds: [ID!]!) {
  addLabelsToLabelable(input: { labelableId: $id, labelIds: $labelIds }) { clientMutationId }
}`;

export const REMOVE_LABELS_MUTATION = `mutation RemoveLabels($id: ID!, $labelIds: [ID!]!) {
  removeLabelsFromLabelable(input: { labelableId: $id, labelIds: $labelIds }) { clientMutationId }
}`;

export interface WrittenIssue {
  id: string;
  number: number;
  url: string;
  authorAssociation: string;
  author: { login: string } | null;
}

export interface NewIssue {
  repositoryId: string;
  title: string;
  body: string;
  /** Left out for whoever may not label: GitHub would refuse the whole issue. */
  labelIds?: readonly string[];
  milestoneId?: string | null;
}

export interface IssueChanges {
  id: string;
  title?: string;
  body?: string;
  /** The whole new set. */
  labelIds?: readonly string[];
  /** Null takes the issue out of its milestone. */
  milestoneId?: string | null;
}

/** @throws GitHubError */
export async function createIssue(github: GitHub, input: NewIssue): Promise<WrittenIssue> {
  const answer = await github.query<{ createIssue: { issue: WrittenIssue | null } | null }>(
    CREATE_ISSUE_MUTATION,
    { input },
  );
  return present(answer.createIssue?.issue);
}

/** @throws GitHubError */
export async function updateIssue(github: GitHub, input: IssueChanges): Promise<WrittenIssue> {
  const answer = await github.query<{ updateIssue: { issue: WrittenIssue | null } | null }>(
    UPDATE_ISSUE_MUTATION,
    { input },
  );
  return present(answer.updateIssue?.issue);
}

/** @param id the issue's node id @throws GitHubError */
export async function addLabels(
  github: GitHub,
  id: string,
  labelIds: readonly string[],
): Promise<void> {
  if (labelIds.length > 0) await github.query(ADD_LABELS_MUTATION, { id, labelIds });
}

/** @param id the issue's node id @throws GitHubError */
export async function removeLabels(
  github: GitHub,
  id: string,
  labelIds: readonly string[],
): Promise<void> {
  if (labelIds.length > 0) await github.query(REMOVE_LABELS_MUTATION, { id, labelIds });
}

function present(issue: WrittenIssue | null | undefined): WrittenIssue {
  if (!issue) throw new GitHubUnavailableError('GitHub answered without the issue.');
  return issue;
}
