/** Posts of WordPress' export file ("WXR": RSS with a namespace of its own), comments included. */
import { XMLParser } from 'fast-xml-parser';
import { decodeAddress } from '../../decode-address';
import { entriesOf, type Fields, fieldsOf, isFields, textOf, valueAt } from '../../unknown-fields';
import { EMPTY_POST, type MovedComment, type MovedPost } from '../moved-post';
import { MovingError } from '../moving-error';
import { toTime } from './front-matter';
import { htmlToMarkdown } from './html-to-markdown';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  processEntities: true,
  htmlEntities: true,
  isArray: (name) => ['item', 'category', 'wp:comment', 'wp:postmeta'].includes(name),
});

/** @throws MovingError when the file holds no posts */
export function readWordPress(xml: string, name: string): MovedPost[] {
  const channel = fieldsOf(valueAt(parser.parse(xml), 'rss', 'channel'));
  const items = listIn(channel.item).filter((item) => text(item['wp:post_type']) === 'post');
  const posts = items
    .filter((item) => !/^(?:trash|auto-draft|inherit)$/.test(text(item['wp:status'])))
    .map(toPost);
  if (posts.length === 0) {
    throw new MovingError(`${name} holds no posts. In WordPress, export "Posts" or "All content".`);
  }
  return posts.sort((one, other) => (one.date ?? '').localeCompare(other.date ?? ''));
}

function toPost(item: Fields): MovedPost {
  const categories = listIn(item.category)
    .filter((category) => text(category['@domain']) !== 'post_format')
    .map((category) => text(category['#text']))
    .filter((tag) => tag && tag !== 'Uncategorized');
  return {
    ...EMPTY_POST,
    key: `wordpress:${text(item['wp:post_id']) || text(item.guid)}`,
    title: text(item.title).trim() || 'Untitled',
    body: htmlToMarkdown(paragraphs(text(item['content:encoded']))),
    date: utc(item['wp:post_date_gmt']) ?? toTime(text(item.pubDate)),
    tags: [...new Set(categories)],
    draft: text(item['wp:status']) !== 'publish' && text(item['wp:status']) !== 'future',
    slug: decodeAddress(text(item['wp:post_name'])) || null,
    description: text(item['excerpt:encoded']).trim() || null,
    comments: listIn(item['wp:comment'])
      .filter((comment) => text(comment['wp:comment_approved']) === '1')
      .filter((comment) => /^(?:comment)?$/.test(text(comment['wp:comment_type'])))
      .map(toComment),
  };
}

function toComment(comment: Fields): MovedComment {
  const url = text(comment['wp:comment_author_url']);
  return {
    author: text(comment['wp:comment_author']) || 'Anonymous',
    authorUrl: /^https?:\/\//.test(url) ? url : null,
    date: utc(comment['wp:comment_date_gmt']),
    body: htmlToMarkdown(paragraphs(text(comment['wp:comment_content']))),
    reactions: {},
  };
}

/** The classic editor leaves paragraphs to empty lines; its successor writes them. */
function paragraphs(html: string): string {
  if (/<p[\s>]/i.test(html)) return html;
  return html
    .split(/\n{2,}/)
    .map((part) =>
      /^\s*<(?:h\d|ul|ol|pre|blockquote|table|figure|div|hr)\b/i.test(part)
        ? part
        : `<p>${part.replace(/\n/g, '<br>')}</p>`,
    )
    .join('\n');
}

/** `2019-01-02 03:04:05`, and zeros for none. */
function utc(value: unknown): string | null {
  const time = text(value);
  return /^\d{4}-\d\d-\d\d/.test(time) && !time.startsWith('0000') ? toTime(time) : null;
}

function text(value: unknown): string {
  return isFields(value) ? text(value['#text']) : textOf(value);
}

/** A category without attributes comes as a bare text. */
function listIn(value: unknown): Fields[] {
  return entriesOf(value).map((one) =>
    typeof one === 'string' ? { '#text': one } : fieldsOf(one),
  );
}
