/** A post on its way from another blog into this one, or out of it. */
import type { ReactionContent } from '../posts/post';

export type ReactionCounts = Partial<Record<ReactionContent, number>>;

export interface MovedComment {
  /** As they were called where they wrote. */
  author: string;
  /** Null where the source tells none. */
  authorUrl: string | null;
  /** ISO 8601; null where the source tells none. */
  date: string | null;
  /** Markdown. */
  body: string;
  reactions: ReactionCounts;
}

export interface MovedPost {
  /** What tells it apart in its source, the same at every run. */
  key: string;
  title: string;
  /** Markdown, without metadata. */
  body: string;
  /** ISO 8601; null where the source tells none. */
  date: string | null;
  /** Names of tags, each once. */
  tags: string[];
  series: string | null;
  draft: boolean;
  slug: string | null;
  description: string | null;
  canonical: string | null;
  /** An address, or a path like those of the images. */
  cover: string | null;
  language: string | null;
  /** As the source names them. */
  authors: string[];
  /** Whether it comes from our own export: its authors are logins, and its text is GitHub's. */
  own: boolean;
  comments: MovedComment[];
  reactions: ReactionCounts;
  /** Null where the source has no files. */
  files: PostFiles | null;
}

/** Where a post of a folder lies, so that what it links to is found. */
export interface PostFiles {
  /** The file itself. */
  file: string;
  /** The folder of all that belongs to the blog; nothing outside of it is taken. */
  project: string;
  /** Folders in which an address that begins with `/` may lie. */
  roots: readonly string[];
}

export const EMPTY_POST: Omit<MovedPost, 'key' | 'title' | 'body'> = {
  date: null,
  tags: [],
  series: null,
  draft: false,
  slug: null,
  description: null,
  canonical: null,
  cover: null,
  language: null,
  authors: [],
  own: false,
  comments: [],
  reactions: {},
  files: null,
};
