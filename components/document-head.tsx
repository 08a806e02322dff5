/** The part of `<head>` that says what a page is: title, description, address, feeds, a card. */
import Head from 'next/head';
import type { ReactElement, ReactNode } from 'react';
import { withBase } from '../lib/base-path';
import { breadcrumbs } from '../lib/feeds/structured-data';
import {
  absoluteUrl,
  authorPath,
  FEED_FORMATS,
  FEED_TYPES,
  feedPath,
  SITE_CARD_PATH,
} from '../lib/paths';
import type { PostSummary } from '../lib/posts/post';
import { useSite } from './site-context';
import { structuredData } from './structured-data';
import { PRELOADED_FONTS } from './theme/fonts';

/** See `lib/cards/draw-card.ts`, which browsers must not load. */
const CARD_WIDTH = 1200;
const CARD_HEIGHT = 630;

export interface DocumentHeadProps {
  /** Without the site's title; null on the home page. */
  title: string | null;
  description?: string | null;
  /** This page's own path. Null where it has no address of its own, as an error. */
  path: string | null;
  /** The original elsewhere, which search engines should prefer. */
  canonicalUrl?: string | null;
  /** Path of the list whose feeds belong to this page beside the site's: `/tag/emacs`. */
  feedsOf?: string | null;
  /** Path of the same page as Markdown. */
  markdown?: string | null;
  /** OpenGraph's type. */
  kind?: 'website' | 'article';
  /** Absolute address of a picture for cards. */
  image?: string | null;
  /** Path of the card that is drawn for this page; the site's where there is none of its own. */
  card?: string;
  /** Keeps the page out of search engines. */
  hidden?: boolean;
  /** For OpenGraph: when it was published and changed, by whom, under which tags. */
  article?: Pick<PostSummary, 'publishedAt' | 'editedAt' | 'authors' | 'tags'>;
  /** What stands between the home page and this one. */
  trail?: { title: string; path: string }[];
  /** More elements for `<head>`, such as structured data. */
  children?: ReactNode;
}

export function DocumentHead(props: DocumentHeadProps) {
  const { site, locale } = useSite();
  const title = documentTitle(props.title, site.title);
  const description = props.description ?? site.description;
  const address = props.path === null ? null : absoluteUrl(site.url, props.path);
  const image = props.image ?? absoluteUrl(site.url, props.card ?? SITE_CARD_PATH);
  return (
    <Head>
      <title>{title}</title>
      <meta key="viewport" name="viewport" content="width=device-width, initial-scale=1" />
      {PRELOADED_FONTS.map((font) => (
        <link
          key={font}
          rel="preload"
          href={withBase(font)}
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
      ))}
      <link key="icon" rel="icon" href={withBase('/favicon.svg')} type="image/svg+xml" />
      {description && <meta key="description" name="description" content={description} />}
      {props.hidden && <meta key="robots" name="robots" content="noindex" />}
      {address && <link key="canonical" rel="canonical" href={props.canonicalUrl ?? address} />}
      {FEED_FORMATS.map(
        (format) =>
          site.repositoryUrl && (
            <link
              key={`feed-${format}`}
              rel="alternate"
              type={FEED_TYPES[format]}
              title={`${site.title} (${format})`}
              href={feedPath(format)}
            />
          ),
      )}
      {FEED_FORMATS.map(
        (format) =>
          props.feedsOf && (
            <link
              key={`feed-here-${format}`}
              rel="alternate"
              type={FEED_TYPES[format]}
              title={`${props.title ?? site.title} (${format})`}
              href={feedPath(format, props.feedsOf)}
            />
          ),
      )}
      {props.markdown && (
        <link key="markdown" rel="alternate" type="text/markdown" href={props.markdown} />
      )}
      <meta key="og:site_name" property="og:site_name" content={site.title} />
      <meta key="og:type" property="og:type" content={props.kind ?? 'website'} />
      <meta key="og:title" property="og:title" content={props.title ?? site.title} />
      <meta key="og:locale" property="og:locale" content={locale.replace('-', '_')} />
      {description && <meta key="og:description" property="og:description" content={description} />}
      {address && <meta key="og:url" property="og:url" content={address} />}
      {address && <meta key="og:image" property="og:image" content={image} />}
      {address && (
        <meta key="og:image:alt" property="og:image:alt" content={props.title ?? title} />
      )}
      {address && !props.image && (
        <meta key="og:image:width" property="og:image:width" content={String(CARD_WIDTH)} />
      )}
      {address && !props.image && (
        <meta key="og:image:height" property="og:image:height" content={String(CARD_HEIGHT)} />
      )}
      {address && <meta key="twitter:image" name="twitter:image" content={image} />}
      <meta
        key="twitter:card"
        name="twitter:card"
        content={address ? 'summary_large_image' : 'summary'}
      />
      {typeof window === 'undefined'
        ? props.path !== null &&
          props.title &&
          structuredData(
            'trail',
            breadcrumbs(site, [...(props.trail ?? []), { title: props.title, path: props.path }]),
          )
        : null}
      {articleTags(props.article, site.url)}
      {props.children}
    </Head>
  );
}

/** What browsers and search engines show of a title at most. */
const TITLE_LENGTH = 70;

/** The page's title with the site's behind it, where there is room for both. */
export function documentTitle(title: string | null, siteTitle: string): string {
  if (!title) return siteTitle;
  const both = `${title} · ${siteTitle}`;
  if (both.length <= TITLE_LENGTH) return both;
  if (title.length <= TITLE_LENGTH) return title;
  const head = Array.from(title)
    .slice(0, TITLE_LENGTH - 1)
    .join('');
  const space = head.lastIndexOf(' ');
  return `${(space > TITLE_LENGTH / 2 ? head.slice(0, space) : head).trimEnd()}…`;
}

/** Source: ogp.me, "Object Types". */
function articleTags(article: DocumentHeadProps['article'], siteUrl: string): ReactElement[] {
  if (!article) return [];
  const { publishedAt, editedAt, authors, tags } = article;
  const facts: [string, string][] = [
    ['published_time', publishedAt],
    ['modified_time', editedAt ?? publishedAt],
    ...authors.map(({ login }): [string, string] => [
      'author',
      absoluteUrl(siteUrl, authorPath(login)),
    ]),
    ...tags.map(({ name }): [string, string] => ['tag', name]),
  ];
  return facts.map(([name, value]) => (
    <meta key={`article:${name}:${value}`} property={`article:${name}`} content={value} />
  ));
}
