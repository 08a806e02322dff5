/**
 * The shapes everybody beyond `lib/github` works with. They are plain and serialisable, so that a
 * page's props, a feed and a test can all hold them as they are.
 */

/** GitHub's eight reactions, in GitHub's order (GraphQL `ReactionContent`). */
export const REACTIONS = [
  'THUMBS_UP',
  'THUMBS_DOWN',
  'LAUGH',
  'HOORAY',
  'CONFUSED',
  'HEART',
  'ROCKET',
  'EYES',
] as const;

export type ReactionContent = (typeof REACTIONS)[number];

export interface Reaction {
  content: ReactionContent;
  count: number;
}

/** Whoever wrote something. A deleted account is GitHub's `ghost`, with `kind: 'ghost'`. */
export interface Person {
  login: string;
  /** The display name, or the login where none is set. */
  name: string;
  avatarUrl: string;
  /** The profile on GitHub; null for a deleted account. */
  url: string | null;
  kind: 'user' | 'organization' | 'bot' | 'ghost';
}

/** What an author says of themselves on GitHub. */
export interface AuthorProfile {
  bio: string | null;
  /** Absolute, http or https. */
  websiteUrl: string | null;
}

export interface Tag {
  name: string;
  /** The last segment of `/tag/…`, not percent-encoded. */
  slug: string;
  /** Six hexadecimal digits without `#`, as GitHub stores it. */
  color: string;
  description: string | null;
}

/** A milestone, as the series its posts belong to. */
export interface Series {
  number: number;
  title: string;
  slug: string;
  description: string | null;
}

/** What a list, a feed or a card needs to know of a post. Times are ISO 8601 in UTC. */
export interface PostSummary {
  number: number;
  title: string;
  slug: string;
  /** The canonical address on this site, percent-encoded: `/post/12/a-real-time-blog`. */
  path: string;
  /** Plain text, at most about 280 characters; empty where the post has no prose. */
  excerpt: string;
  /** The author first, then co-authors (assignees) in order. Never empty. */
  authors: Person[];
  tags: Tag[];
  series: Series | null;
  publishedAt: string;
  /** When the text was last edited since it was published; null if never. */
  editedAt: string | null;
  /** When anything about the issue last changed, as GitHub says. */
  updatedAt: string;
  readingMinutes: number;
  commentCount: number;
  reactionCount: number;
  pinned: boolean;
  /** Comments are closed. */
  locked: boolean;
  /** An absolute address, from the metadata. */
  cover: string | null;
  /** BCP 47 tag of the post's language where the metadata says so, else null. */
  language: string | null;
  /** An address elsewhere that is the original, from the metadata; null when this page is. */
  canonicalUrl: string | null;
  /** Numbers of the issues that its text refers to, posts or not. */
  refersTo: number[];
}

/** What is seen of a post in a list. */
export type ListedPost = Omit<
  PostSummary,
  'slug' | 'series' | 'editedAt' | 'updatedAt' | 'locked' | 'canonicalUrl' | 'refersTo'
>;

export interface TableOfContentsEntry {
  /** The id of the heading on the page. */
  id: string;
  /** Plain text. */
  text: string;
  /** 1 to 6. */
  depth: number;
}

export interface Comment {
  /** GitHub's database id, as in `#issuecomment-345`. */
  id: number;
  author: Person;
  /** Safe HTML. */
  html: string;
  /** Plain text, at most about 280 characters. */
  excerpt: string;
  createdAt: string;
  editedAt: string | null;
  /** Why a moderator folded it away (`spam`, `off-topic`, …); null when it is shown. */
  minimizedReason: string | null;
  reactions: Reaction[];
  /** `/post/12/comment/345`. */
  path: string;
  /** The comment on GitHub. */
  url: string;
  /** GitHub's `authorAssociation`: OWNER, MEMBER, COLLABORATOR, CONTRIBUTOR, NONE … */
  association: string;
}

/** What the reader may be told beside a link to another post. */
export interface PostLink {
  title: string;
  path: string;
}

export interface Post extends PostSummary {
  /** The issue on GitHub. */
  url: string;
  /** Safe HTML. */
  html: string;
  tableOfContents: TableOfContentsEntry[];
  reactions: Reaction[];
  /** Oldest first, without the bot's own comment. */
  comments: Comment[];
  description: string | null;
}
