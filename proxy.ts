import { type NextRequest, NextResponse } from 'next/server';
import { documentOf } from './lib/pages/machine-addresses';

/**
 * Leads the addresses for machines to the routes that answer them. As rewrites in next.config.js
 * they would do the same, but every reader's browser would have to load what follows rewrites.
 */
export function proxy({ url, nextUrl, headers }: NextRequest): NextResponse {
  const document = documentOf(nextUrl.pathname, headers.get('accept') ?? '');
  if (!document) return NextResponse.next();
  return NextResponse.rewrite(new URL(`${nextUrl.basePath}${document}`, url));
}

export const config = {
  matcher: [
    '/(.*)feed.(rss|atom|json)',
    '/post/(\\d+).md',
    '/sitemap.xml',
    '/sitemap/(\\d+).xml',
    '/card.png',
    '/card/(post|comment|tag|author)/(.*).png',
    '/search.json',
    '/robots.txt',
    '/llms.txt',
    {
      source: '/post/(\\d+)(/[^/]*)?',
      has: [{ type: 'header', key: 'accept', value: '(?!.*text/html).*text/markdown.*' }],
    },
  ],
};
