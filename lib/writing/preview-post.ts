/** The post that a text is going to be, as the components of its page take it. Pure. */
import type { Person, Post } from '../posts/post';
import { tagSlug } from '../posts/tag-slug';
import type { PostText } from './post-text';
import type { PreviewAnswer } from './preview-answer';
import type { PostSource, WritingOptions } from './shapes';

export interface PreviewSurroundings {
  /** The post as the editor opened it; null for a new one. */
  source: PostSource | null;
  /** Of a new one. */
  author: Person;
  options: Pick<WritingOptions, 'tags' | 'series'>;
  untitled: string;
  /** ISO 8601. */
  now: string;
}

export function toPreviewPost(
  { title, tags, series }: PostText,
  { html, tableOfContents, excerpt, readingMinutes, metadata }: PreviewAnswer,
  { source, author, options, untitled, now }: PreviewSurroundings,
): Post {
  const shown = title.trim() || untitled;
  const milestone = options.series.find(({ number }) => number === series);
  return {
    number: source?.number ?? 0,
    title: shown,
    slug: '',
    path: '',
    excerpt,
    authors: source?.authors ?? [author],
    tags: tags.map((name) => {
      const known = options.tags.find((tag) => tag.name === name);
      return { name, slug: tagSlug(name), color: known?.color ?? 'ededed', description: null };
    }),
    series: milestone ? { ...milestone, slug: '', description: null } : null,
    publishedAt: metadata.date ?? source?.publishedAt ?? now,
    editedAt: null,
    updatedAt: now,
    readingMinutes,
    commentCount: 0,
    reactionCount: 0,
    pinned: false,
    locked: false,
    cover: metadata.cover,
    language: metadata.language,
    refersTo: [],
    url: source?.url ?? '',
    html,
    tableOfContents,
    reactions: [],
    comments: [],
    canonicalUrl: metadata.canonical,
    description: metadata.description,
  };
}
