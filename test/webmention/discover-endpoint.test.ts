import { describe, expect, it } from 'vitest';
import { discoverEndpoint } from '../../lib/webmention/discover-endpoint';

const url = 'https://elsewhere.example/posts/1?page=2';
const found = (html: string, links: string | null = null) => discoverEndpoint({ url, links, html });

describe('a page that asks to be told of links', () => {
  it.each([
    ['a link', '<link rel="webmention" href="/told">', 'https://elsewhere.example/told'],
    ['an anchor', '<p><a href="told" rel="webmention">Tell</a>', `${new URL('told', url)}`],
    ['one word of several', '<link rel="me webmention" href="/told">', `${new URL('/told', url)}`],
    ['in capitals', '<LINK REL=WebMention HREF=/told>', `${new URL('/told', url)}`],
    [
      'with a query',
      '<link rel=webmention href="/told?a=1&amp;b=2">',
      `${new URL('/told?a=1&b=2', url)}`,
    ],
    ['the page itself', '<link rel="webmention" href="">', url],
    ['another server', '<link rel=webmention href="//m.example/x">', 'https://m.example/x'],
    [
      'by a base',
      '<base href="/deep/"><a rel=webmention href=x></a>',
      `${new URL('/deep/x', url)}`,
    ],
    [
      'the first',
      '<a rel=webmention href=/a></a><link rel=webmention href=/b>',
      `${new URL('/a', url)}`,
    ],
    [
      'a link without address before it',
      '<link rel=webmention><a rel=webmention href=/b>',
      `${new URL('/b', url)}`,
    ],
    [
      'after a comment',
      '<!-- <link rel=webmention href=/a> --><a rel=webmention href=/b>',
      `${new URL('/b', url)}`,
    ],
    [
      'after escaped text',
      '<code>&lt;link rel=webmention href=/a&gt;</code><a rel=webmention href=/b>',
      `${new URL('/b', url)}`,
    ],
  ])('in HTML: %s', (_, html, endpoint) => {
    expect(found(html)).toBe(endpoint);
  });

  it.each([
    ['quoted', '</told>; rel="webmention"'],
    ['bare', '<told>; rel=webmention'],
    ['in capitals', '</told>; rel="WebMention"'],
    ['one word of several', '</told>; rel="somethingelse webmention"'],
    ['among others', '</a>; rel="next", </told>; rel="webmention", </c>; rel="prev"'],
  ])('in its header: %s', (_, links) => {
    expect(found('<link rel=webmention href=/other>', links)).toMatch(/\/told$/);
  });

  it.each([
    ['nothing', '<a href="/x">x</a>', null],
    ['another relation', '<link rel="not-webmention" href="/x">', null],
    ['a script', '<a rel=webmention href="javascript:alert(1)">', null],
    ['an address that is none', '<a rel=webmention href="https://[">', null],
    ['a header that is none', '', '<<<;;;="'],
  ])('is not one with %s', (_, html, links) => {
    expect(found(html, links)).toBeNull();
  });
});
