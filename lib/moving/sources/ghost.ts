/** Posts of Ghost's JSON export. Source: "Migrating to Ghost", section "JSON file structure". */
import { EMPTY_POST, type MovedPost } from '../moved-post';
import { MovingError } from '../moving-error';
import { toTime } from './front-matter';
import { htmlToMarkdown } from './html-to-markdown';

type Fields = Record<string, unknown>;

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
      .filter((tag) => !text(tag.name).startsWith('#'))
      .map((tag) => [text(tag.id), text(tag.name)]),
  );
  const tagsOf = (post: string) =>
    listIn(data.posts_tags)
      .filter((link) => text(link.post_id) === post)
      .sort((one, other) => Number(one.sort_order ?? 0) - Number(other.sort_order ?? 0))
      .flatMap((link) => tagNames.get(text(link.tag_id)) ?? []);
  const posts = listIn(data.posts)
    .filter((post) => text(post.type || 'post') === 'post' && text(post.page) !== '1')
    .map((post) => toPost(post, tagsOf(text(post.id))));
  if (posts.length === 0) throw new MovingError(`${name} is Ghost's export, without posts.`);
  return posts.sort((one, other) => (one.date ?? '').localeCompare(other.date ?? ''));
}

function toPost(post: Fields, tags: string[]): MovedPost {
  // The placeholder for the address that the blog will have.
  const html = text(post.html).replaceAll('__GHOST_URL__', '');
  return {
    ...EMPTY_POST,
    key: `ghost:${text(post.uuid) || text(post.id)}`,
    title: text(post.title).trim() || 'Untitled',
    body: htmlToMarkdown(html) || text(post.plaintext),
    date: toTime(post.published_at) ?? toTime(post.created_at),
    tags: [...new Set(tags)],
    draft: text(post.status) !== 'published' && text(post.status) !== 'scheduled',
    slug: text(post.slug) || null,
    description: text(post.custom_excerpt) || null,
    canonical: text(post.canonical_url) || null,
    cover: /^https?:/.test(text(post.feature_image)) ? text(post.feature_image) : null,
  };
}

function dataOf(parsed: unknown): Fields | null {
  const first: unknown = Array.isArray(fieldsIn(parsed).db)
    ? listIn(fieldsIn(parsed).db)[0]
    : parsed;
  const data = fieldsIn(fieldsIn(first).data);
  return Array.isArray(data.posts) ? data : null;
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function fieldsIn(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listIn(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsIn) : [];
}
