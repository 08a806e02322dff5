import { describe, expect, it } from 'vitest';
import { documentOf, nameFrom } from '../../lib/pages/machine-addresses';

describe('an address for machines', () => {
  it.each([
    ['/tag/c++/feed.rss', 'c++'],
    ['/tag/c%2B%2B/feed.rss', 'c++'],
    ['/tag/%252f/feed.rss', '%2f'],
    ['/tag/100%25/feed.rss', '100%'],
    ['/tag/a%2Fb/feed.rss', 'a/b'],
    ['/tag/a&b=c/feed.rss', 'a&b=c'],
    ['/tag/a%26b~c/feed.rss', 'a&b~c'],
    ['/tag/%E6%97%A5%E6%9C%AC/feed.rss', '日本'],
  ])('%s names %s, however often it is decoded on the way', (path, name) => {
    const query = (documentOf(path, '') ?? '').split('?')[1] ?? '';
    const arrived = new URLSearchParams(query).get('name') ?? '';
    expect(nameFrom(arrived)).toBe(name);
    expect(nameFrom(decodeURIComponent(arrived))).toBe(name);
  });

  it('that names nothing is no name', () => {
    expect(nameFrom('~E0~A4')).toBeNull();
    expect(nameFrom('~25E0~25A4')).toBeNull();
    expect(documentOf('/tag/a/b', '')).toBeNull();
  });
});
