// @ts-check
/**
 * Where the addresses for machines lead. They look like files and none of them is a page, so that
 * they stand before the pages whose addresses begin alike.
 */

const FEED = 'feed.:format(rss|atom|json)';

/** @satisfies {import('next/dist/lib/load-custom-routes').Rewrite[]} */
export const MACHINE_REWRITES = [
  { source: `/${FEED}`, destination: '/api/feed?of=blog&format=:format' },
  { source: `/tag/:name/${FEED}`, destination: '/api/feed?of=tag&name=:name&format=:format' },
  { source: `/author/:name/${FEED}`, destination: '/api/feed?of=author&name=:name&format=:format' },
  {
    source: `/post/:name(\\d+)/${FEED}`,
    destination: '/api/feed?of=comments&name=:name&format=:format',
  },
  { source: '/post/:number(\\d+).md', destination: '/api/text?kind=markdown&number=:number' },
  { source: '/sitemap.xml', destination: '/api/text?kind=sitemap' },
  { source: '/sitemap/:number(\\d+).xml', destination: '/api/text?kind=sitemap&number=:number' },
  { source: '/card.png', destination: '/api/card?kind=site' },
  {
    source: '/card/:kind(post|comment|tag|author)/:name.png',
    destination: '/api/card?kind=:kind&name=:name',
  },
  { source: '/search.json', destination: '/api/text?kind=search' },
  { source: '/robots.txt', destination: '/api/text?kind=robots' },
  { source: '/llms.txt', destination: '/api/text?kind=llms' },
];

/** A post's address answers in Markdown to whoever asks for that and not for HTML. */
export const MARKDOWN_REWRITE = {
  source: '/post/:number(\\d+)/:slug?',
  has: [
    {
      type: /** @type {const} */ ('header'),
      key: 'accept',
      value: '(?!.*text/html).*text/markdown.*',
    },
  ],
  destination: '/api/text?kind=markdown&number=:number',
};

/** So that no cache gives one for the other. */
export const MARKDOWN_HEADERS = {
  source: '/post/:number(\\d+)/:slug?',
  headers: [{ key: 'Vary', value: 'Accept' }],
};
