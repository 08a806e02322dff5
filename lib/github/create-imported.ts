/**
 * Opening issues, commenting and making milestones by REST, where labels go by their names and those
 * that are missing are made on the way. Source: "Create an issue", "Create an issue comment" and
 * "Create a milestone" in GitHub's REST reference.
 */
import { numberAt } from '../unknown-fields';
import type { GitHub } from './client';
import { GitHubUnavailableError } from './errors';

export interface ImportedIssue {
  title: string;
  body: string;
  labels: readonly string[];
  /** A milestone's number. */
  milestone: number | null;
}

/** @returns its number @throws GitHubError */
export async function createImportedIssue(github: GitHub, issue: ImportedIssue): Promise<number> {
  const { milestone, ...fields } = issue;
  const answer = await github.rest('POST /repos/{owner}/{repo}/issues', {
    ...fields,
    ...(milestone !== null && { milestone }),
  });
  return numberIn(answer);
}

/** @throws GitHubError */
export async function createImportedComment(
  github: GitHub,
  number: number,
  body: string,
): Promise<void> {
  await github.rest('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    issue_number: number,
    body,
  });
}

/** @throws GitHubError */
export async function replaceIssueBody(
  github: GitHub,
  number: number,
  body: string,
): Promise<void> {
  await github.rest('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
    issue_number: number,
    body,
  });
}

/** @returns its number @throws GitHubError */
export async function createMilestone(github: GitHub, title: string): Promise<number> {
  return numberIn(await github.rest('POST /repos/{owner}/{repo}/milestones', { title }));
}

function numberIn(answer: unknown): number {
  const number = numberAt(answer, 'number');
  if (number === null) {
    throw new GitHubUnavailableError('GitHub answered without the number of what it made.');
  }
  return number;
}
