/** Who a token belongs to, and what they may do in the blog's repository. */
import type { GitHub } from './client';
import { GitHubNotFoundError } from './errors';
import type { ViewerPermission } from './permission';

const VIEWER_FIELDS = `viewer { login name avatarUrl(size: 96) url }`;

export const GET_VIEWER_QUERY = `query GetViewer($owner: String!, $name: String!) {
  ${VIEWER_FIELDS}
  repository(owner: $owner, name: $name) { viewerPermission }
}`;

export const GET_VIEWER_ALONE_QUERY = `query GetViewerAlone { ${VIEWER_FIELDS} }`;

export const IS_PRIVATE_QUERY = `query IsPrivate($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { isPrivate }
}`;

export interface ViewerNode {
  login: string;
  name: string | null;
  avatarUrl: string;
  url: string;
}

export interface ViewerAnswer {
  viewer: ViewerNode;
  permission: ViewerPermission;
}

interface Answer {
  viewer: ViewerNode;
  repository: { viewerPermission: ViewerPermission } | null;
}

/** @param github acts as the person @throws GitHubError */
export async function getViewer(github: GitHub): Promise<ViewerAnswer> {
  try {
    const { viewer, repository } = await github.query<Answer>(GET_VIEWER_QUERY);
    return { viewer, permission: repository?.viewerPermission ?? null };
  } catch (error) {
    if (!(error instanceof GitHubNotFoundError)) throw error;
    // A private repository which the person, or the App in their name, may not see.
    const { viewer } = await github.query<Pick<Answer, 'viewer'>>(GET_VIEWER_ALONE_QUERY);
    return { viewer, permission: null };
  }
}

/** Whether the blog's repository is private. @throws GitHubError */
export async function isPrivateRepository(github: GitHub): Promise<boolean> {
  const answer = await github.query<{ repository: { isPrivate: boolean } | null }>(
    IS_PRIVATE_QUERY,
  );
  return answer.repository?.isPrivate === true;
}
