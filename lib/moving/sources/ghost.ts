/** Posts of Ghost's JSON export. Source: "Migrating to Ghost", section "JSON file structure". */
import { type Fields, fieldsOf, textOf } from '../../unknown-fields';
import { EMPTY_POST, type MovedPost } from '../moved-post';
import { MovingError } from '../moving-error';
import { toTime } from './front-matter';
import { htmlToMarkdown } from './html-to-markdown';

/** Whether parsed JSON is an export of Ghost's: in its form of today, or the older one. */
export function isGhost(parsed: unknown): boolean {
  return dataOf(parsed) !== null;
}

/** @throws MovingError when it holds no posts */
export function readGhost(parsed: unknown, name: string): MovedPost[] {
  const data = dataOf(parsed) ?? {};
  const tagNames = new Map(
    listIn(data.tags)
      // Ghost's internal tags begin with #.
      .filter((tag) => !textOf(tag.name).startsWith('#'))
      .map((tag) => [textOf(tag.id), textOf(tag.name)]),
  );
  const tagsOf = (post: string) =>
    listIn(data.posts_tags)
      .filter((link) => textOf(link.post_id) === post)
      .sort((one, other) => Number(one.sort_order ?? 0) - Number(other.sort_order ?? 0))
      .flatMap((link) => tagNames.get(textOf(link.tag_id)) ?? []);
  const posts = listIn(data.posts)
    .filter((post) => textOf(post.type || 'post') === 'post' && textOf(post.page) !== '1')
    .map((post) => toPost(post, tagsOf(textOf(post.id))));
  if (posts.length === 0) throw new MovingError(`${name} is Ghost's export, without posts.`);
  return posts.sort((one, other) => (one.date ?? '').localeCompare(other.date ?? ''));
}

function toPost(post: Fields, tags: string[]): MovedPost {
  // The placeholder for the address that the blog will have.
  const html = textOf(post.html).replaceAll('__GHOST_URL__', '');
  return {
    ...EMPTY_POST,
    key: `ghost:${textOf(post.uuid) || textOf(post.id)}`,
    title: textOf(post.title).trim() || 'Untitled',
    body: htmlToMarkdown(html) || textOf(post.plaintext),
    date: toTime(post.published_at) ?? toTime(post.created_at),
    tags: [...new Set(tags)],
    draft: textOf(post.status) !== 'published' && textOf(post.status) !== 'scheduled',
    slug: textOf(post.slug) || null,
    description: textOf(post.custom_excerpt) || null,
    canonical: textOf(post.canonical_url) || null,
    cover: /^https?:/.test(textOf(post.feature_image)) ? textOf(post.feature_image) : null,
  };
}

function dataOf(parsed: unknown): Fields | null {
  const first: unknown = Array.isArray(fieldsOf(parsed).db)
    ? listIn(fieldsOf(parsed).db)[0]
    : parsed;
  const data = fieldsOf(fieldsOf(first).data);
  return Array.isArray(data.posts) ? data : null;
}

function listIn(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}
