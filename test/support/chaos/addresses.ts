/** The addresses of a blog that are not below its posts. */

export const TAGS = ['odd', 'even', 'rare'];

export const LISTS = [
  '/',
  ...[2, 3, 4].map((page) => `/page/${page}`),
  '/archive',
  '/tags',
  '/author/octocat',
  '/author/octocat/page/2',
  ...TAGS.map((tag) => `/tag/${tag}`),
];

export const DOCUMENTS = [
  ...['rss', 'atom', 'json'].map((format) => `/feed.${format}`),
  '/tag/odd/feed.atom',
  '/sitemap.xml',
  '/llms.txt',
];

export const QUESTIONS = ['event', 'text after', 'post 7', 'title', 'odd'];

/** Searching without JavaScript, and by the search box of a large blog. */
export const SEARCHES = QUESTIONS.flatMap((words) => {
  const query = new URLSearchParams({ q: words });
  return [`/search?${query}`, `/api/search?${query}`];
});
