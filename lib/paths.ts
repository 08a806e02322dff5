/**
 * The site's public addresses, in one place: pages, feeds, the bot, the revalidation plan and the
 * scripts of pages share them. All results are percent-encoded paths that begin with a slash and,
 * where the site lives below a path, with that.
 */
import GithubSlugger from 'github-slugger';
import { BASE_PATH, withBase } from './base-path';

/**
 * The readable part of a post's address: every script keeps its letters. Empty where the title has
 * no letter or digit at all.
 */
export function slugify(title: string): string {
  const slugger = new GithubSlugger();
  const slug = slugger
    // Half a surrogate pair cannot be in an address, and JSON can carry one.
    .slug(title.toWellFormed().normalize('NFC'))
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '');
  const short = cut(slug, 80);
  return RESERVED.has(short) ? `${short}-post` : short;
}

/** Words that mean something else below `/post/12/`. */
const RESERVED = new Set(['comment', 'edit', 'revisions']);

/** Cuts at a hyphen where there is one in the second half, and never through a surrogate pair. */
function cut(slug: string, length: number): string {
  const characters = Array.from(slug);
  if (characters.length <= length) return slug;
  const head = characters.slice(0, length).join('');
  const hyphen = head.lastIndexOf('-');
  return hyphen > length / 2 ? head.slice(0, hyphen) : head;
}

/** The home page's list, page 1 being `/`. */
export function homePath(page = 1): string {
  return withBase(page === 1 ? '/' : `/page/${page}`);
}

/** @param slug not percent-encoded; empty gives the bare number, which is then canonical */
export function postPath(number: number, slug: string): string {
  return withBase(slug ? `/post/${number}/${encodeURIComponent(slug)}` : `/post/${number}`);
}

/** @param commentId GitHub's database id, as in `#issuecomment-345` */
export function commentPath(number: number, commentId: number): string {
  return withBase(`/post/${number}/comment/${commentId}`);
}

/** The edit history of a post's text. */
export function revisionsPath(number: number): string {
  return withBase(`/post/${number}/revisions`);
}

/** Where a post is edited, by those who may. */
export function editPath(number: number): string {
  return withBase(`/post/${number}/edit`);
}

/** What is not public yet, for whoever has the token. */
export function previewPath(number: number, token: string): string {
  return withBase(`/preview/${number}?token=${token}`);
}

/** @param slug a tag's slug, not percent-encoded */
export function tagPath(slug: string, page = 1): string {
  return numbered(withBase(`/tag/${encodeURIComponent(slug)}`), page);
}

/** @param login as GitHub writes it */
export function authorPath(login: string, page = 1): string {
  return numbered(withBase(`/author/${encodeURIComponent(login)}`), page);
}

/** @param slug a series' slug, not percent-encoded */
export function seriesPath(number: number, slug: string, page = 1): string {
  return numbered(withBase(`/series/${number}${slug ? `/${encodeURIComponent(slug)}` : ''}`), page);
}

/** @param year four digits; null for all years together */
export function archivePath(year: string | null, page = 1): string {
  return numbered(year === null ? ARCHIVE_PATH : `${ARCHIVE_PATH}/${year}`, page);
}

function numbered(path: string, page: number): string {
  return page === 1 ? path : `${path}/page/${page}`;
}

/** The outside form of a path. @param siteUrl absolute, without a trailing slash */
export function absoluteUrl(siteUrl: string, path: string): string {
  return `${siteUrl}${path}`;
}

export const ARCHIVE_PATH = withBase('/archive');
export const TAGS_PATH = withBase('/tags');
export const SEARCH_PATH = withBase('/search');
/** The full-text index that the browser searches in. */
export const SEARCH_INDEX_PATH = withBase('/search.json');
/** Searches for browsers where the index is too large to be sent. */
export const SEARCH_QUERY_PATH = withBase('/api/search');
export const SETUP_PATH = withBase('/setup');
/** Where GitHub sends whoever has registered the App. */
export const SETUP_CREATED_PATH = withBase('/setup/created');
/** Creates the label, by a form of `/setup`. */
export const SETUP_LABEL_PATH = withBase('/api/setup/label');

/** @param part from 1, where one file is too small for all addresses */
export function sitemapPath(part?: number): string {
  return withBase(part === undefined ? '/sitemap.xml' : `/sitemap/${part}.xml`);
}

/** The list whose feeds hold a post's comments; see `feedPath`. */
export function commentsPath(number: number): string {
  return withBase(`/post/${number}`);
}

/** A post's Markdown source, at the same address under any title. */
export function markdownPath(number: number): string {
  return withBase(`/post/${number}.md`);
}

/** The image of a page's card. @param name a number, `12-345` for a comment, a slug or a login */
export function cardPath(kind: 'post' | 'comment' | 'tag' | 'author', name: string): string {
  return withBase(`/card/${kind}/${encodeURIComponent(name)}.png`);
}

export const SITE_CARD_PATH = withBase('/card.png');

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;

/** The formats' media types. */
export const FEED_TYPES = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const;

export type FeedFormat = (typeof FEED_FORMATS)[number];

/**
 * A feed's address.
 * @param of the first page of the list it follows, `/tag/emacs`; the whole blog when left out
 */
export function feedPath(format: FeedFormat, of = BASE_PATH): string {
  return `${of}/feed.${format}`;
}

/** @param returnTo the page to come back to; the one the reader is on when left out */
export function signInPath(returnTo?: string): string {
  if (returnTo === undefined) return SIGN_IN_PATH;
  return `${SIGN_IN_PATH}?${new URLSearchParams({ return: returnTo })}`;
}

/** Below it one signs in and out. */
export const AUTH_PATH = withBase('/api/auth');
export const SIGN_IN_PATH = `${AUTH_PATH}/sign-in`;
export const SIGN_OUT_PATH = `${AUTH_PATH}/sign-out`;
/** Where GitHub sends whoever signs in. */
export const CALLBACK_PATH = `${AUTH_PATH}/callback`;
export const SESSION_PATH = withBase('/api/session');
export const NEW_POST_PATH = withBase('/new');

/** Where GitHub delivers what happens. */
export const WEBHOOK_PATH = withBase('/api/webhook');
export const HEALTH_PATH = withBase('/api/health');

/** What the editor asks: what may be chosen, how a text is going to look, to keep a picture. */
export const WRITING_PATH = withBase('/api/writing');
export const PREVIEW_PATH = withBase('/api/preview');
export const UPLOADS_PATH = withBase('/api/uploads');

/**
 * The route that saves posts; below a post's are those of its comments and reactions.
 * @param number left out for a new post
 */
export function postRoute(number?: number): string {
  return withBase(number === undefined ? '/api/posts' : `/api/posts/${number}`);
}

/** The route that gives a post's text as it is at GitHub, to those who may edit it. */
export function sourceRoute(number: number): string {
  return `${postRoute(number)}/source`;
}

/** Why somebody could not sign in. */
export const SIGN_IN_PROBLEMS = ['expired', 'github-down', 'refused', 'off'] as const;

export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

/** @param returnTo where the reader was */
export function signInProblemPath(problem: SignInProblem, returnTo: string): string {
  return withBase(`/sign-in?${new URLSearchParams({ problem, return: returnTo })}`);
}
