/** What goes into the Markdown renderer and what comes out; see `index.ts`. Everything is serialisable. */
import type { TableOfContentsEntry } from '../posts/post';

export interface MarkdownContext {
  /** The repository that `#12` and relative links refer to. */
  repository: { owner: string; name: string };
  /** Where GitHub's pages are, without a trailing slash: `https://github.com`. */
  serverUrl: string;
  /** Prefix of every id in the result, so that a post and its comments never clash: `post-12-`. */
  idPrefix: string;
  /** The first image is what the reader sees first (a post): load it at once. Default: lazily. */
  eagerFirstImage?: boolean;
  /** Links are a stranger's: search engines are told `rel="ugc nofollow"`. Default: no. */
  ugc?: boolean;
}

export interface MarkdownWarning {
  kind: 'missing-alt' | 'broken-fragment' | 'too-slow' | 'too-deep' | 'failed' | 'maths';
  /** One sentence for the author. */
  message: string;
  /** 1-based line of the body, where known. */
  line: number | null;
}

export interface RenderedMarkdown {
  /** Safe HTML: sanitised, every id prefixed, no inline style, no script. */
  html: string;
  tableOfContents: TableOfContentsEntry[];
  /** The whole text without markup. */
  text: string;
  /** The first prose, cut at a word, at most about 280 characters. */
  excerpt: string;
  readingMinutes: number;
  /** Absolute addresses this text links to, in order, without repeats. */
  links: string[];
  warnings: MarkdownWarning[];
  /** The body could not be rendered within its budget and is shown as plain text. */
  plain: boolean;
}
