/**
 * Where the addresses for machines lead. They look like files and none of them is a page. `proxy.ts`
 * asks; an address that is new here has to be in its matcher, too.
 */

/** What an address looks like, and the route that answers, named groups filled in. */
type Lead = readonly [address: RegExp, route: string];

const LEADS: readonly Lead[] = [
  [/^\/feed\.(?<format>rss|atom|json)$/, '/api/feed?of=blog&format={format}'],
  [
    /^\/(?<of>tag|author)\/(?<name>[^/]+)\/feed\.(?<format>rss|atom|json)$/,
    '/api/feed?of={of}&name={name}&format={format}',
  ],
  [
    /^\/post\/(?<name>\d+)\/feed\.(?<format>rss|atom|json)$/,
    '/api/feed?of=comments&name={name}&format={format}',
  ],
  [/^\/post\/(?<number>\d+)\.md$/, '/api/text?kind=markdown&number={number}'],
  [/^\/sitemap\.xml$/, '/api/text?kind=sitemap'],
  [/^\/sitemap\/(?<number>\d+)\.xml$/, '/api/text?kind=sitemap&number={number}'],
  [/^\/card\.png$/, '/api/card?kind=site'],
  [
    /^\/card\/(?<kind>post|comment|tag|author)\/(?<name>[^/]+)\.png$/,
    '/api/card?kind={kind}&name={name}',
  ],
  [/^\/search\.json$/, '/api/text?kind=search'],
  [/^\/robots\.txt$/, '/api/text?kind=robots'],
  [/^\/llms\.txt$/, '/api/text?kind=llms'],
];

/** A post's address answers in Markdown to whoever asks for that and not for HTML. */
const IN_MARKDOWN: Lead = [
  /^\/post\/(?<number>\d+)(?:\/[^/]*)?$/,
  '/api/text?kind=markdown&number={number}',
];

/**
 * @param path percent-encoded
 * @param accept the request's header
 * @returns the route that answers, with its query; null where a page does
 */
export function documentOf(path: string, accept: string): string | null {
  const wantsMarkdown = accept.includes('text/markdown') && !accept.includes('text/html');
  for (const [address, route] of wantsMarkdown ? [...LEADS, IN_MARKDOWN] : LEADS) {
    const match = address.exec(path);
    if (match) return fillIn(route, match.groups ?? {});
  }
  return null;
}

/** On the way to a route names are decoded more than once; so they go in a form that this leaves alone. */
function fillIn(route: string, groups: Readonly<Record<string, string>>): string {
  return route.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(groups[name] ?? '')
      .replaceAll('~', '%7E')
      .replaceAll('%', '~'),
  );
}

/**
 * A name as the route gets it, as it was meant.
 * @returns null for what no address holds
 */
export function nameFrom(query: string): string | null {
  try {
    return decodeURIComponent(decodeURIComponent(query.replaceAll('~', '%')));
  } catch {
    return null;
  }
}
