/** Issues as GitHub's GraphQL answers them, for tests of what is made of them. */
import type { IssueWithComments } from '../../lib/github/get-issue';
import type { ActorNode, CommentNode, IssueNode } from '../../lib/github/issue-fields';
import type { BlogRules } from '../../lib/posts/publication';

export const RULES: BlogRules = {
  publishLabel: 'Publish',
  publishAuthors: { kind: 'anyone' },
  serverUrl: 'https://github.com',
};

export const OCTOCAT: ActorNode = {
  __typename: 'User',
  login: 'octocat',
  name: 'The Octocat',
  avatarUrl: 'https://avatars.githubusercontent.com/u/583231?v=4',
  url: 'https://github.com/octocat',
};

export const HUBOT: ActorNode = {
  __typename: 'User',
  login: 'hubot',
  name: null,
  avatarUrl: 'https://avatars.githubusercontent.com/u/480938?v=4',
  url: 'https://github.com/hubot',
};

export function sampleIssue(changes: Partial<IssueNode> = {}): IssueNode {
  return {
    id: 'I_1',
    number: 12,
    title: 'A real-time blog',
    body: 'Some text.',
    url: 'https://github.com/octocat/blog/issues/12',
    createdAt: '2025-01-02T03:04:05Z',
    lastEditedAt: null,
    updatedAt: '2025-01-02T03:04:05Z',
    isPinned: false,
    locked: false,
    authorAssociation: 'OWNER',
    author: OCTOCAT,
    assignees: { nodes: [] },
    labels: { nodes: [label('Publish')] },
    milestone: null,
    reactions: { totalCount: 0 },
    comments: { totalCount: 0, nodes: [] },
    commentIds: { nodes: [] },
    ...changes,
  };
}

export function withComments(issue: IssueNode, comments: CommentNode[]): IssueWithComments {
  return { ...issue, reactionGroups: [], comments, readAt: 0 };
}

export function sampleComment(changes: Partial<CommentNode> = {}): CommentNode {
  return {
    id: 'IC_1',
    fullDatabaseId: '345',
    body: 'Well said.',
    url: 'https://github.com/octocat/blog/issues/12#issuecomment-345',
    createdAt: '2025-01-03T00:00:00Z',
    updatedAt: '2025-01-03T00:00:00Z',
    lastEditedAt: null,
    isMinimized: false,
    minimizedReason: null,
    authorAssociation: 'NONE',
    viewerDidAuthor: false,
    author: HUBOT,
    reactionGroups: [],
    ...changes,
  };
}

export function label(name: string) {
  return { name, color: 'ededed', description: null };
}
