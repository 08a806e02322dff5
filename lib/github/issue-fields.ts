/**
 * The parts of an issue and a comment that the blog reads, as GraphQL fragments with their types.
 * Source: GitHub's GraphQL reference (objects `Issue`, `IssueComment`, `Actor`).
 */
import type { ReactionContent } from '../posts/post';

/** GraphQL's `author` is null for a deleted account; a bot's login comes without `[bot]`. */
export interface ActorNode {
  __typename: 'User' | 'Bot' | 'Organization' | 'Mannequin' | 'EnterpriseUserAccount';
  login: string;
  avatarUrl: string;
  url: string;
  name?: string | null;
  /** Only of a post's authors. */
  bio?: string | null;
  websiteUrl?: string | null;
}

export interface LabelNode {
  name: string;
  color: string;
  description: string | null;
}

export interface MilestoneNode {
  number: number;
  title: string;
  description: string | null;
}

export interface ReactionGroupNode {
  content: ReactionContent;
  reactors: { totalCount: number };
}

/** What a list needs of an issue. */
export interface IssueNode {
  id: string;
  number: number;
  title: string;
  body: string;
  url: string;
  createdAt: string;
  lastEditedAt: string | null;
  updatedAt: string;
  isPinned: boolean | null;
  locked: boolean;
  authorAssociation: string;
  author: ActorNode | null;
  assignees: { nodes: readonly (ActorNode | null)[] };
  labels: { nodes: readonly (LabelNode | null)[] } | null;
  milestone: MilestoneNode | null;
  reactions: { totalCount: number };
  /** How many, and the first few: the bot's own comment, which does not count, is among them. */
  comments: { totalCount: number; nodes: readonly (OpeningCommentNode | null)[] };
  /** The ids of the first hundred comments. */
  commentIds: { nodes: readonly (Pick<CommentNode, 'fullDatabaseId'> | null)[] };
}

/** Just enough of a comment to tell whether it is the bot's. */
export interface OpeningCommentNode {
  body: string;
  viewerDidAuthor: boolean;
  authorAssociation: string;
  author: Pick<ActorNode, '__typename'> | null;
}

export interface CommentNode {
  id: string;
  fullDatabaseId: string | number;
  body: string;
  url: string;
  createdAt: string;
  updatedAt: string;
  lastEditedAt: string | null;
  isMinimized: boolean;
  minimizedReason: string | null;
  authorAssociation: string;
  viewerDidAuthor: boolean;
  author: ActorNode | null;
  reactionGroups: readonly ReactionGroupNode[] | null;
}

export interface CommentConnection {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: readonly (CommentNode | null)[];
}

const ACTOR = `__typename login avatarUrl(size: 96) url ... on User { name }`;
const AUTHOR = `__typename login avatarUrl(size: 96) url ... on User { name bio websiteUrl }`;

export const ISSUE_FIELDS = `
  id number title body url createdAt lastEditedAt updatedAt isPinned locked authorAssociation
  author { ${AUTHOR} }
  assignees(first: 10) { nodes { ${AUTHOR} } }
  labels(first: 100) { nodes { name color description } }
  milestone { number title description }
  reactions { totalCount }
`;

/**
 * How many comments a list looks at to find the bot's, which comes within seconds of publication.
 * Where a long discussion came before the label, a list counts one comment more than the post shows.
 */
export const OPENING_COMMENTS = 5;

export const OPENING_COMMENTS_FIELDS = `
  comments(first: ${OPENING_COMMENTS}) {
    totalCount
    nodes { body viewerDidAuthor authorAssociation author { __typename } }
  }
  commentIds: comments(first: 100) { nodes { fullDatabaseId } }
`;

export const COMMENT_FIELDS = `
  id fullDatabaseId body url createdAt updatedAt lastEditedAt isMinimized minimizedReason
  authorAssociation viewerDidAuthor
  author { ${ACTOR} }
  reactionGroups { content reactors { totalCount } }
`;

export const COMMENTS_FIELDS = `
  totalCount
  pageInfo { hasNextPage endCursor }
  nodes { ${COMMENT_FIELDS} }
`;
