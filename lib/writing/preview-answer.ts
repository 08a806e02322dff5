/** What `/api/preview` answers; apart, so that browsers load none of what makes it. */
import type { MarkdownWarning } from '../markdown/types';
import type { Metadata, MetadataProblem } from '../posts/metadata';
import type { TableOfContentsEntry } from '../posts/post';

export interface PreviewAnswer {
  /** Safe HTML, as on the page. */
  html: string;
  tableOfContents: TableOfContentsEntry[];
  excerpt: string;
  readingMinutes: number;
  /** For the author, from the renderer. */
  warnings: MarkdownWarning[];
  /** A post's metadata; empty for a comment, which has none. */
  metadata: Metadata;
  /** What is wrong with the metadata block. */
  problems: MetadataProblem[];
}
