/** The card of a page: which one it is and what stands on it. */
import { type Card, drawCard } from '../cards/draw-card';
import { fetchPicture } from '../cards/fetch-picture';
import type { SiteConfig } from '../config';
import { fill, formatDate, formatPlural, interfaceLanguage } from '../i18n';
import { messagesFor } from '../i18n/languages';
import { type Blog, getBlog } from '../posts/blog';
import { groupPosts } from '../posts/group-posts';
import { listPublished } from '../posts/list-posts';
import type { Person, PostSummary } from '../posts/post';
import { tagSlug } from '../posts/tag-slug';
import { readIndex } from './page-result';
import { parseNumber } from './post-page';

/** Names are as in the address, decoded; a comment's is `12-345`. */
export interface CardSubject {
  kind: 'site' | 'post' | 'comment' | 'tag' | 'author';
  name: string;
}

export interface CardImage {
  /** Equal exactly when what stands on the card is. */
  madeOf: string;
  /** A PNG. */
  draw(): Promise<Buffer>;
}

/** @returns null where there is nothing of that name @throws GitHubError */
export async function loadCard(subject: CardSubject): Promise<CardImage | null> {
  const blog = getBlog();
  if (!blog) return null;
  const published = listPublished(await readIndex(blog), Date.now());
  const plan = await planCard(blog, published, subject);
  if (!plan) return null;
  const { person, ...card } = plan;
  return {
    madeOf: JSON.stringify(plan),
    async draw() {
      const picture = person ? await fetchPicture(person.avatarUrl) : null;
      return drawCard({ ...card, picture });
    },
  };
}

type CardPlan = Omit<Card, 'picture'> & { person: Person | null };

async function planCard(
  blog: Blog,
  published: PostSummary[],
  { kind, name }: CardSubject,
): Promise<CardPlan | null> {
  const { site } = blog.config;
  const words = messagesFor(site.language);
  const base = { kind: null, text: null, byline: null, color: null, person: null };
  const count = (posts: PostSummary[]) =>
    formatPlural(words.list.posts, posts.length, interfaceLanguage(site.language));
  if (kind === 'site') {
    return { ...base, siteTitle: '', title: site.title, text: site.description || null };
  }
  if (kind === 'tag') {
    const group = groupPosts(published).tags.get(tagSlug(name));
    if (!group) return null;
    const { tag, posts } = group;
    return {
      ...base,
      siteTitle: site.title,
      kind: words.list.taggedWith,
      title: tag.name,
      text: tag.description,
      byline: count(posts),
      color: tag.color,
    };
  }
  if (kind === 'author') {
    const group = groupPosts(published).authors.get(name.toLowerCase());
    if (!group) return null;
    const { author, posts } = group;
    const profile = blog.index.peek()?.profiles.get(name.toLowerCase());
    return {
      ...base,
      siteTitle: site.title,
      kind: words.list.writtenBy,
      title: author.name,
      text: profile?.bio ?? null,
      byline: count(posts),
      person: author,
    };
  }
  const [number = '', comment] = name.split('-');
  const post = published.find((other) => other.number === parseNumber(number));
  if (!post) return null;
  if (kind === 'post') {
    const authors = post.authors.map((author) => author.name).join(', ');
    return {
      ...base,
      siteTitle: site.title,
      title: post.title,
      byline: `${authors} · ${dateOf(site, post.publishedAt)}`,
      person: post.authors[0] ?? null,
    };
  }
  return planComment(blog, post, Number(comment));
}

async function planComment(blog: Blog, post: PostSummary, id: number): Promise<CardPlan | null> {
  const { site } = blog.config;
  const known = blog.index.peek()?.comments.get(post.number);
  if (known?.isWhole && !known.ids.includes(id)) return null;
  const discussion = await blog.readDiscussion(post);
  const comment = discussion?.comments.find((other) => other.id === id);
  if (!comment) return null;
  const words = messagesFor(site.language).discussion;
  return {
    siteTitle: site.title,
    kind: fill(words.commentBy, { name: comment.author.name }),
    title: post.title,
    text: comment.excerpt,
    byline: `${comment.author.name} · ${dateOf(site, comment.createdAt)}`,
    color: null,
    person: comment.author,
  };
}

function dateOf(site: SiteConfig, time: string): string {
  return formatDate(time, interfaceLanguage(site.language));
}
