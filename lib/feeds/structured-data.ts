/**
 * What pages are, in schema.org's words, for JSON-LD. Pure.
 * Source: schema.org, and Google's "Article", "Breadcrumb" and "Profile page" documentation.
 */

import type { SiteConfig } from '../config';
import { originalAddress } from '../images/optimized';
import { absoluteUrl, authorPath, homePath } from '../paths';
import type { AuthorProfile, Comment, ListedPost, Person, Post } from '../posts/post';

export type Thing = { '@type': string } & Record<string, unknown>;

/** Comments beyond these are on the page, and counted, but not repeated in its data. */
const COMMENTS = 50;

/** @param image absolute */
export function blogPosting(site: SiteConfig, post: Post, image: string | null): Thing {
  const address = absoluteUrl(site.url, post.path);
  return {
    '@type': 'BlogPosting',
    '@id': address,
    mainEntityOfPage: address,
    url: address,
    headline: post.title,
    description: post.description ?? post.excerpt,
    ...(image ? { image: [image] } : {}),
    datePublished: post.publishedAt,
    dateModified: post.editedAt ?? post.publishedAt,
    inLanguage: post.language ?? site.language,
    author: post.authors.map((author) => person(site, author)),
    publisher: {
      '@type': 'Organization',
      name: site.title,
      url: absoluteUrl(site.url, homePath()),
    },
    keywords: post.tags.map((tag) => tag.name),
    ...(post.canonicalUrl ? { isBasedOn: post.canonicalUrl } : {}),
    ...(post.series
      ? { isPartOf: { '@type': 'CreativeWorkSeries', name: post.series.title } }
      : {}),
    commentCount: post.commentCount,
    comment: post.comments
      .filter((comment) => comment.minimizedReason === null)
      .slice(0, COMMENTS)
      .map((comment) => commentData(site, comment)),
  };
}

/** A comment, with the beginning of its text. */
export function commentData(site: SiteConfig, comment: Comment): Thing {
  return {
    '@type': 'Comment',
    '@id': absoluteUrl(site.url, comment.path),
    url: absoluteUrl(site.url, comment.path),
    author: commenter(comment.author),
    dateCreated: comment.createdAt,
    datePublished: comment.createdAt,
    ...(comment.editedAt ? { dateModified: comment.editedAt } : {}),
    text: comment.excerpt,
  };
}

/** Whoever comments need not have a page on the blog. */
function commenter({ login, name, url, avatarUrl }: Person): Thing {
  return {
    '@type': 'Person',
    name,
    alternateName: login,
    ...(url ? { url } : {}),
    ...(avatarUrl ? { image: originalAddress(avatarUrl) } : {}),
  };
}

/** The blog itself. @param posts those that the page shows, in its order */
export function blog(site: SiteConfig, posts: readonly ListedPost[]): Thing {
  return {
    '@type': 'Blog',
    '@id': absoluteUrl(site.url, homePath()),
    url: absoluteUrl(site.url, homePath()),
    name: site.title,
    ...(site.description ? { description: site.description } : {}),
    inLanguage: site.language,
    blogPost: posts.map((post) => ({
      '@type': 'BlogPosting',
      headline: post.title,
      url: absoluteUrl(site.url, post.path),
      datePublished: post.publishedAt,
      author: post.authors.map((author) => person(site, author)),
    })),
  };
}

/** An author, with what they say of themselves where that is known. */
export function person(
  site: SiteConfig,
  { login, name, url, avatarUrl, kind }: Person,
  profile: AuthorProfile | null = null,
): Thing {
  const elsewhere = [url, profile?.websiteUrl].filter((address) => address != null);
  return {
    '@type': kind === 'organization' ? 'Organization' : 'Person',
    name,
    alternateName: login,
    url: absoluteUrl(site.url, authorPath(login)),
    ...(avatarUrl ? { image: originalAddress(avatarUrl) } : {}),
    ...(profile?.bio ? { description: profile.bio } : {}),
    ...(elsewhere.length > 0 ? { sameAs: elsewhere } : {}),
  };
}

/** The page of an author. @param profile null where nothing more is known of them */
export function profilePage(
  site: SiteConfig,
  author: Person,
  profile: AuthorProfile | null,
): Thing {
  return { '@type': 'ProfilePage', mainEntity: person(site, author, profile) };
}

/** The way from the home page to this one. @param trail without the home page */
export function breadcrumbs(
  site: SiteConfig,
  trail: readonly { title: string; path: string }[],
): Thing {
  const steps = [{ title: site.title, path: homePath() }, ...trail];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ title, path }, place) => ({
      '@type': 'ListItem',
      position: place + 1,
      name: title,
      item: absoluteUrl(site.url, path),
    })),
  };
}
