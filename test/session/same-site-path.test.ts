import { describe, expect, it } from 'vitest';
import { sameSitePath } from '../../lib/session/same-site-path';

describe('the way back', () => {
  it.each([
    '/',
    '/post/12/a-real-time-blog',
    '/post/12/a-real-time-blog?x=1&y=%20#comment-5',
    '/tag/%D8%B9%D8%B1%D8%A8%D9%8A',
    '/search?q=a//b',
    '/post/1?next=https://elsewhere.example/',
  ])('leads to %s, exactly', (path) => {
    expect(sameSitePath(path)).toBe(path);
  });

  it.each([
    ['another site', 'https://evil.example/'],
    ['another site without its protocol', '//evil.example/'],
    ['more slashes', '///evil.example'],
    ['a slash and a backslash', '/\\evil.example'],
    ['a backslash and a slash', '\\/evil.example'],
    ['two backslashes', '\\\\evil.example'],
    ['a backslash further on', '/post\\..\\..\\evil'],
    ['a protocol without slashes', 'https:evil.example'],
    ['a protocol with one slash', 'https:/evil.example'],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,hello'],
    ['a tab between the slashes', '/\t/evil.example'],
    ['a newline between the slashes', '/\n/evil.example'],
    ['a header of its own', '/post/1\r\nSet-Cookie: a=b'],
    ['a null', '/post/1\0'],
    ['a space in front', ' //evil.example'],
    ['dots that leave two slashes', '/.//evil.example'],
    ['dots that climb to two slashes', '/a/..//evil.example'],
    ['encoded dots that leave two slashes', '/%2e//evil.example'],
    ['a name and a password', 'https://site@evil.example/'],
    ['a relative path', 'post/1'],
    ['nothing', ''],
    ['no text', undefined],
    ['several', ['/post/1', '//evil.example']],
    ['a route that acts', '/api/auth/sign-out'],
    ['that route in disguise', '/post/../api/auth/sign-out'],
    ['something endless', `/${'x'.repeat(2_000)}`],
  ])('does not lead to %s', (_, value) => {
    expect(sameSitePath(value)).toBe('/');
  });

  it.each(['/%2F%2Fevil.example', '/%5Cevil.example', '/%09/evil.example'])(
    'stays on this site with %s',
    (value) => {
      const url = new URL(sameSitePath(value), 'https://blog.example.com');
      expect(url.origin).toBe('https://blog.example.com');
    },
  );
});
