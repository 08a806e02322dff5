import { describe, expect, it } from 'vitest';
import { readFeed } from '../../lib/moving/sources/feed';
import { toGitHubMarkdown } from '../../lib/moving/sources/notations';
import { readSource } from '../../lib/moving/sources/read-source';
import { readWordPress } from '../../lib/moving/sources/wordpress';
import { docusaurusBlog, folderOf, hugoBlog, jekyllBlog } from './blogs';

describe('a folder of Markdown', () => {
  it('is read in Hugo’s three notations', async () => {
    const posts = await readSource(await folderOf(hugoBlog(4)));
    expect(
      posts.map(({ title, date, tags, series, draft, slug }) => ({
        title,
        date,
        tags,
        series,
        draft,
        slug,
      })),
    ).toEqual([
      {
        title: 'Hugo 1',
        date: '2021-03-01T07:30:00.000Z',
        tags: ['stone', 'c++'],
        series: 'Walls',
        draft: false,
        slug: 'hugo-1',
      },
      {
        title: 'Hugo 2',
        date: '2021-03-02T00:00:00.000Z',
        tags: ['Stone'],
        series: null,
        draft: false,
        slug: 'wall-2',
      },
      {
        title: 'Hugo 3',
        date: '2021-03-03T08:00:00.000Z',
        tags: ['stone'],
        series: null,
        draft: false,
        slug: 'hugo-3',
      },
      {
        title: 'Hugo 4',
        date: '2021-03-04T07:30:00.000Z',
        tags: ['stone', 'c++'],
        series: 'Walls',
        draft: true,
        slug: 'hugo-4',
      },
    ]);
    expect(posts[0]?.body).toBe(
      'Before the fold.\n\n\n![A dot](/img/dot.png)\n\n*One dot*\n\n```go\nfmt.Println("{{< figure >}}")\n```',
    );
  });

  it('is read in Jekyll’s notation, drafts included', async () => {
    const posts = await readSource(await folderOf(jekyllBlog(2)));
    expect(posts.map(({ title, date, draft }) => [title, date, draft])).toEqual([
      ['Unfinished', null, true],
      ['Jekyll 1', '2020-05-01T08:00:00.000Z', false],
      ['Jekyll 2', '2020-05-02T08:00:00.000Z', false],
    ]);
    expect(posts[1]?.tags).toEqual(['water', 'ice']);
    expect(posts[1]?.body).toContain('[the other](2020-05-02-jekyll-2.md)');
    expect(posts[1]?.body).toContain('![Dot](/assets/dot.png)');
    expect(posts[1]?.body).toContain('```ruby\nputs "@somebody #12"\n```');
  });

  it('is read in Docusaurus’ notation', async () => {
    const [post] = await readSource(await folderOf(docusaurusBlog(1)));
    expect(post).toMatchObject({
      title: 'Docusaurus 1',
      date: '2022-07-01T00:00:00.000Z',
      slug: 'docusaurus-1',
      tags: ['fire', 'Deep Sea'],
      authors: ['slorber', 'Ann Lee'],
    });
    expect(post?.body).toBe(
      "> [!TIP]\n> **Try it**\n>\n> It works:\n>\n> ```js\n> import a from 'b';\n> :::\n> ```\n\n![A dot](./dot.png 'Dot')",
    );
  });

  it('takes a title from the first heading, and from the file’s name', async () => {
    const posts = await readSource(
      await folderOf({ '2019-01-02-a-b.md': '# The *title*\n\nText.', 'no-title.md': 'Text.' }),
    );
    expect(posts.map(({ title, body, date }) => [title, body, date])).toEqual([
      ['No title', 'Text.', null],
      ['The *title*', 'Text.', '2019-01-02T00:00:00.000Z'],
    ]);
  });

  it.each([
    ['---\ntitle: [a\n---\n', /2020\.md: the data at its top cannot be read/],
    ['+++\ntitle = \n+++\n', /2020\.md: the data at its top cannot be read/],
  ])('says which file cannot be read: %j', async (content, message) => {
    await expect(readSource(await folderOf({ '2020.md': content }))).rejects.toThrow(message);
  });

  it('names every file that cannot be read, not only the first', async () => {
    const folder = await folderOf({
      'a.md': '---\ntitle: [a\n---\n',
      'b.md': 'Fine.',
      'c.md': '---\ntitle: [c\n---\n',
    });
    await expect(readSource(folder)).rejects.toThrow(/^a\.md: [^\n]+\nc\.md: [^\n]+$/);
  });

  it('says when there is nothing to move', async () => {
    await expect(readSource(await folderOf({ 'a.txt': '' }))).rejects.toThrow(/no Markdown files/);
    await expect(readSource('/nowhere/at/all')).rejects.toThrow(/There is nothing at/);
  });
});

describe('notations of others', () => {
  it.each([
    ['`{% raw %}` and {% raw %}{{ x }}{% endraw %}', '`{% raw %}` and {{ x }}'],
    ['{{< youtube abc-1 >}}', 'https://www.youtube.com/watch?v=abc-1'],
    [':::danger\nNo.\n:::', '> [!CAUTION]\n> No.'],
    [':::tip\nnever closed', ':::tip\nnever closed'],
    [':::custom\nx\n:::', ':::custom\nx\n:::'],
    ['A line.\n{: .wide}\nAnother.', 'A line.\nAnother.'],
  ])('%j', (before, after) => {
    expect(toGitHubMarkdown(before)).toBe(after);
  });
});

describe('exports of others', () => {
  it('WordPress: posts, tags, drafts and comments', () => {
    const xml = `<?xml version="1.0"?><rss xmlns:content="c" xmlns:wp="w" xmlns:excerpt="e"><channel>
      <item><title>One &amp; two</title><content:encoded><![CDATA[<!-- wp:paragraph --><p>Hello <strong>you</strong>.</p><!-- /wp:paragraph -->]]></content:encoded>
        <excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>7</wp:post_id><wp:post_date_gmt>2015-04-03 02:01:00</wp:post_date_gmt><wp:post_name>one-two</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
        <category domain="post_tag" nicename="sea"><![CDATA[Sea]]></category><category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category>
        <wp:comment><wp:comment_author><![CDATA[Ann]]></wp:comment_author><wp:comment_author_url>https://ann.example</wp:comment_author_url><wp:comment_date_gmt>2015-04-04 00:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[Nice.]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type></wp:comment>
        <wp:comment><wp:comment_author>Spam</wp:comment_author><wp:comment_content>Buy</wp:comment_content><wp:comment_approved>spam</wp:comment_approved></wp:comment></item>
      <item><title>Old way</title><content:encoded><![CDATA[First.\n\nSecond.]]></content:encoded><wp:post_id>8</wp:post_id><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
      <item><title>A page</title><wp:post_type>page</wp:post_type></item></channel></rss>`;
    const posts = readWordPress(xml, 'blog.xml');
    expect(
      posts.map(({ title, body, date, tags, draft, slug }) => ({
        title,
        body,
        date,
        tags,
        draft,
        slug,
      })),
    ).toEqual([
      {
        title: 'Old way',
        body: 'First.\n\nSecond.',
        date: null,
        tags: [],
        draft: true,
        slug: null,
      },
      {
        title: 'One & two',
        body: 'Hello **you**.',
        date: '2015-04-03T02:01:00.000Z',
        tags: ['Sea'],
        draft: false,
        slug: 'one-two',
      },
    ]);
    expect(posts[1]?.comments).toEqual([
      {
        author: 'Ann',
        authorUrl: 'https://ann.example',
        date: '2015-04-04T00:00:00.000Z',
        body: 'Nice.',
        reactions: {},
      },
    ]);
  });

  it('Ghost: posts with their tags, without pages and internal tags', async () => {
    const data = {
      posts: [
        {
          id: 'a',
          uuid: 'u-a',
          title: 'A',
          slug: 'a',
          html: '<h2>Hi</h2><ul><li>x</li></ul><img src="__GHOST_URL__/i.png">',
          status: 'published',
          type: 'post',
          published_at: '2018-01-01T00:00:00.000Z',
        },
        {
          id: 'b',
          uuid: 'u-b',
          title: 'B',
          slug: 'b',
          html: '',
          plaintext: 'Plain.',
          status: 'draft',
          type: 'post',
          created_at: '2018-02-01T00:00:00.000Z',
        },
        { id: 'c', title: 'C', type: 'page', html: '' },
      ],
      tags: [
        { id: 't', name: 'Sea' },
        { id: 'i', name: '#internal' },
      ],
      posts_tags: [
        { post_id: 'a', tag_id: 't' },
        { post_id: 'a', tag_id: 'i' },
      ],
    };
    const folder = await folderOf({ 'ghost.json': JSON.stringify({ db: [{ data }] }) });
    const posts = await readSource(`${folder}/ghost.json`);
    expect(
      posts.map(({ key, title, body, tags, draft }) => [key, title, body, tags, draft]),
    ).toEqual([
      ['ghost:u-a', 'A', '## Hi\n\n-   x\n\n![](/i.png)', ['Sea'], false],
      ['ghost:u-b', 'B', 'Plain.', [], true],
    ]);
  });

  it('Medium: an HTML file a post', async () => {
    const page = `<!DOCTYPE html><html><head><title>A walk</title></head><body><article class="h-entry"><header><h1 class="p-name">A walk</h1></header>
      <section data-field="subtitle" class="p-summary">By the sea</section>
      <section data-field="body" class="e-content"><section><div class="section-divider"><hr></div><h3>A walk</h3><p>It <em>rained</em>.</p></section></section>
      <footer><a href="https://medium.com/@ann/a-walk-0a1b2c3d4e5f" class="p-canonical">Canonical</a><time class="dt-published" datetime="2017-06-05T04:03:02.000Z">x</time></footer></article></body></html>`;
    const folder = await folderOf({
      'posts/2017-06-05_A-walk-0a1b2c3d4e5f.html': page,
      'posts/draft_Later-aabbccddeeff.html': page.replaceAll('A walk', 'Later'),
    });
    const posts = await readSource(folder);
    expect(
      posts.map(({ key, title, body, slug, date, draft }) => ({
        key,
        title,
        body,
        slug,
        date,
        draft,
      })),
    ).toMatchObject([
      {
        key: 'medium:0a1b2c3d4e5f',
        title: 'A walk',
        body: 'It *rained*.',
        slug: 'a-walk',
        date: '2017-06-05T04:03:02.000Z',
        draft: false,
      },
      { key: 'medium:aabbccddeeff', title: 'Later', draft: true },
    ]);
  });

  const items = [
    ['https://a.example/x/one', 'One', '<p>Hi.</p>', '2016-01-02T00:00:00.000Z'],
  ] as const;
  it.each([
    [
      'RSS',
      `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>t</title><link>https://a.example</link><description>d</description><item><title>One</title><link>https://a.example/x/one</link><guid>g1</guid><pubDate>Sat, 02 Jan 2016 00:00:00 GMT</pubDate><category>Sea</category><content:encoded><![CDATA[<p>Hi.</p>]]></content:encoded></item></channel></rss>`,
    ],
    [
      'Atom',
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>i</id><title>t</title><updated>2016-01-02T00:00:00Z</updated><entry><id>g1</id><title>One</title><link href="https://a.example/x/one"/><published>2016-01-02T00:00:00Z</published><updated>2016-01-03T00:00:00Z</updated><category term="Sea"/><content type="html">&lt;p&gt;Hi.&lt;/p&gt;</content></entry></feed>`,
    ],
    [
      'JSON',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 't',
        items: [
          {
            id: 'g1',
            url: items[0][0],
            title: 'One',
            content_html: '<p>Hi.</p>',
            date_published: '2016-01-02T00:00:00Z',
            tags: ['Sea'],
          },
        ],
      }),
    ],
  ])('a feed in %s', (_name, text) => {
    expect(readFeed(text, 'feed')).toMatchObject([
      {
        key: 'feed:g1',
        title: 'One',
        body: 'Hi.',
        slug: 'one',
        date: '2016-01-02T00:00:00.000Z',
        tags: ['Sea'],
      },
    ]);
  });

  it('takes an address as it is where it cannot be decoded', () => {
    const url = 'https://a.example/100%-sure';
    const text = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 't',
      items: [{ id: 'g1', url, title: 'One', content_html: '<p>Hi.</p>' }],
    });
    expect(readFeed(text, 'feed')).toMatchObject([{ key: 'feed:g1', slug: '100%-sure' }]);
  });

  it.each([
    ['<html><body>Hello</body></html>', /should be an RSS, Atom or JSON feed/],
    ['{"a": 1', /begins like JSON and is not/],
  ])('says what is wrong with %j', async (content, message) => {
    const folder = await folderOf({ 'x.xml': content });
    await expect(readSource(`${folder}/x.xml`)).rejects.toThrow(message);
  });
});
