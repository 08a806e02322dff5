/** What the site's routes for writing answered, checked before the editor leans on it. */
import type { MarkdownWarning } from '../markdown/types';
import { isPerson } from '../posts/is-person';
import type { Metadata, MetadataProblem } from '../posts/metadata';
import type { TableOfContentsEntry } from '../posts/post';
import { isFlag, isNumber, isText, listOf, oneOf, orNull, shapeOf } from '../shape-of';
import type { PreviewAnswer } from './preview-answer';
import type {
  PostSource,
  PostTemplate,
  SavedPost,
  TagChoice,
  UploadedImage,
  WritingOptions,
} from './shapes';

/** What the editor may offer. */
export const isOptions = shapeOf<WritingOptions>({
  templates: listOf(
    shapeOf<PostTemplate>({
      id: isText,
      name: isText,
      about: isText,
      title: isText,
      body: isText,
      tags: listOf(isText),
    }),
  ),
  tags: listOf(shapeOf<TagChoice>({ name: isText, color: isText, description: orNull(isText) })),
  mayCreateTags: isFlag,
  series: listOf(shapeOf<{ number: number; title: string }>({ number: isNumber, title: isText })),
  mayUpload: isFlag,
  largestImage: isNumber,
  mayPublish: isFlag,
});

/** A post as it is edited. */
export const isSource = shapeOf<PostSource>({
  number: isNumber,
  title: isText,
  body: isText,
  tags: listOf(isText),
  series: orNull(isNumber),
  version: isText,
  standing: oneOf('published', 'scheduled', 'draft', 'unlabelled', 'foreign'),
  path: orNull(isText),
  url: isText,
  channel: orNull(isText),
  editedBy: orNull(isText),
  editedAt: orNull(isText),
  publishedAt: isText,
  authors: listOf(isPerson),
});

/** What became of a post that was sent. */
export const isSaved = shapeOf<SavedPost>({
  number: isNumber,
  url: isText,
  standing: oneOf('published', 'scheduled', 'draft', 'proposed', 'unlabelled'),
  path: orNull(isText),
  missing: listOf(isText),
});

/** Where a picture is now. */
export const isUploaded = shapeOf<UploadedImage>({ url: isText });

/** A text as it is going to be shown. */
export const isPreview = shapeOf<PreviewAnswer>({
  html: isText,
  tableOfContents: listOf(
    shapeOf<TableOfContentsEntry>({ id: isText, text: isText, depth: isNumber }),
  ),
  excerpt: isText,
  readingMinutes: isNumber,
  warnings: listOf(
    shapeOf<MarkdownWarning>({
      kind: oneOf('missing-alt', 'broken-fragment', 'too-slow', 'too-deep', 'failed', 'maths'),
      message: isText,
      line: orNull(isNumber),
    }),
  ),
  metadata: shapeOf<Metadata>({
    date: orNull(isText),
    canonical: orNull(isText),
    description: orNull(isText),
    cover: orNull(isText),
    slug: orNull(isText),
    authors: listOf(isText),
    language: orNull(isText),
  }),
  problems: listOf(shapeOf<MetadataProblem>({ message: isText, line: isNumber })),
});
