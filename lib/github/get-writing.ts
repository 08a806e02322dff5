/**
 * What somebody who writes can choose from, and what they may do in the repository, asked as
 * themselves. Issue forms are files that GraphQL's `issueTemplates` leaves out; they are read apart,
 * because not every token may read files.
 */
import type { GitHub } from './client';
import { GitHubForbiddenError, GitHubNotFoundError, GitHubUnavailableError } from './errors';
import type { LabelNode } from './issue-fields';
import type { ViewerPermission } from './permission';

export const WRITING_QUERY = `query Writing($owner: String!, $name: String!) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    isArchived hasIssuesEnabled viewerPermission
    issueTemplates { filename name about title body labels(first: 20) { nodes { name } } }
    labels(first: 100, orderBy: { field: NAME, direction: ASC }) {
      nodes { name color description }
    }
    milestones(first: 100, states: [OPEN], orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { number title }
    }
  }
}`;

export const FORMS_QUERY = `query Forms($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    object(expression: "HEAD:.github/ISSUE_TEMPLATE") {
      ... on Tree { entries { name object { ... on Blob { text } } } }
    }
  }
}`;

export interface IssueTemplateNode {
  filename: string;
  name: string;
  about: string | null;
  title: string | null;
  body: string | null;
  labels: { nodes: readonly ({ name: string } | null)[] } | null;
}

export interface FormFile {
  filename: string;
  /** YAML. */
  text: string;
}

export interface Writing {
  login: string;
  permission: ViewerPermission;
  /** Archived, or without issues: nothing can be written. */
  isClosed: boolean;
  templates: IssueTemplateNode[];
  forms: FormFile[];
  labels: LabelNode[];
  milestones: { number: number; title: string }[];
}

interface WritingAnswer {
  viewer: { login: string };
  repository: {
    isArchived: boolean;
    hasIssuesEnabled: boolean;
    viewerPermission: ViewerPermission;
    issueTemplates: readonly IssueTemplateNode[] | null;
    labels: { nodes: readonly (LabelNode | null)[] } | null;
    milestones: { nodes: readonly ({ number: number; title: string } | null)[] } | null;
  } | null;
}

interface FormsAnswer {
  repository: {
    object: {
      entries?: readonly { name: string; object: { text?: string | null } | null }[] | null;
    } | null;
  } | null;
}

/** @param github acts as whoever writes @throws GitHubError */
export async function getWriting(github: GitHub): Promise<Writing> {
  const [{ viewer, repository }, forms] = await Promise.all([
    github.query<WritingAnswer>(WRITING_QUERY),
    listForms(github),
  ]);
  if (!repository) throw new GitHubUnavailableError('GitHub answered without the repository.');
  return {
    login: viewer.login,
    permission: repository.viewerPermission,
    isClosed: repository.isArchived || !repository.hasIssuesEnabled,
    templates: [...(repository.issueTemplates ?? [])],
    forms,
    labels: present(repository.labels?.nodes),
    milestones: present(repository.milestones?.nodes),
  };
}

async function listForms(github: GitHub): Promise<FormFile[]> {
  try {
    const { repository } = await github.query<FormsAnswer>(FORMS_QUERY);
    return (repository?.object?.entries ?? []).flatMap(({ name, object }) =>
      /\.ya?ml$/i.test(name) && !/^config\./i.test(name) && object?.text
        ? [{ filename: name, text: object.text }]
        : [],
    );
  } catch (error) {
    if (error instanceof GitHubForbiddenError || error instanceof GitHubNotFoundError) return [];
    throw error;
  }
}

function present<Node>(nodes: readonly (Node | null)[] | undefined): Node[] {
  return (nodes ?? []).filter((node) => node !== null);
}
