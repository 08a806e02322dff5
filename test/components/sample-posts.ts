/** Posts and comments to show the views with: a usual blog, and the worst that may come. */
import type { Comment, Person, Post, PostSummary, Tag } from '../../lib/posts/post';

export const octocat: Person = {
  login: 'octocat',
  name: 'Mona Lisa Octocat',
  avatarUrl: '/avatar.svg',
  url: 'https://github.com/octocat',
  kind: 'user',
};

export const hubot: Person = { ...octocat, login: 'hubot', name: 'Hubot', avatarUrl: '' };

export const ghost: Person = {
  login: 'ghost',
  name: 'Deleted user',
  avatarUrl: '/missing.png',
  url: null,
  kind: 'ghost',
};

function tag(name: string, color: string): Tag {
  return { name, slug: name.toLowerCase().replace(/ /g, '-'), color, description: null };
}

const tags = [tag('emacs', '7f5ab6'), tag('publishing', 'e4b429'), tag('type design', '1d76db')];

const summary: PostSummary = {
  number: 12,
  title: 'A blog that is a pile of issues',
  slug: 'a-blog-that-is-a-pile-of-issues',
  path: '/post/12/a-blog-that-is-a-pile-of-issues',
  excerpt:
    'Every post here began as an issue. It was written in an editor, read by a few friends, given one label, and a second later it was in print. This is how the press works, what it costs, and why nothing was lost on the way.',
  authors: [octocat],
  tags,
  series: null,
  publishedAt: '2026-03-14T09:26:53Z',
  editedAt: null,
  updatedAt: '2026-03-15T10:00:00Z',
  readingMinutes: 7,
  commentCount: 12,
  reactionCount: 31,
  pinned: false,
  locked: false,
  cover: null,
  language: null,
  canonicalUrl: null,
  refersTo: [],
};

const titles = [
  'What we learned from a year of unikernels',
  'Small caps, large margins',
  'Notes on a language that has no word for “draft”',
  'Reading a kernel trace by candlelight',
  'The label is the button',
  'Six thousand comments, one database, no database',
  'How to publish from inside Emacs without leaving your chair, your buffer or your senses',
];

const ARABIC = {
  title: 'الكتابة من اليمين في عالم الشيفرة',
  excerpt:
    'أكتب العربية من اليمين إلى اليسار، وأكتب الشيفرة من اليسار إلى اليمين، وبين الاتجاهين أعيش يومي كله. حين أضع اسم دالة مثل renderPost وسط جملة عربية يمزّق السطر.',
  authors: [ghost],
};

export const posts: PostSummary[] = titles.map((title, index) => ({
  ...summary,
  number: 11 - index,
  title,
  path: `/post/${11 - index}/${index}`,
  excerpt: index === 3 ? '' : summary.excerpt.slice(0, 230 - index * 20),
  authors: index % 3 === 1 ? [octocat, hubot] : [index % 2 ? hubot : octocat],
  tags: tags.slice(0, (index + 2) % 4),
  publishedAt: `2026-0${(6 - index > 0 ? 6 - index : 1).toString()}-1${index}T08:00:00Z`,
  commentCount: index * 3,
  reactionCount: index === 2 ? 0 : 40 - index * 5,
  readingMinutes: 2 + index,
  ...(index === 2 ? ARABIC : {}),
}));

export const pinned: PostSummary = { ...summary, pinned: true };

const comment: Comment = {
  id: 345,
  author: hubot,
  html: '<p>This is lovely. I tried it from <em>magit-forge</em> and it took eleven seconds, of which nine were my title. Does the bot answer in the buffer as well?</p>',
  excerpt: 'This is lovely. I tried it from magit-forge …',
  createdAt: '2026-03-14T11:00:00Z',
  editedAt: null,
  minimizedReason: null,
  reactions: [{ content: 'HEART', count: 3 }],
  path: '/post/12/comment/345',
  url: 'https://github.com/octocat/blog/issues/12#issuecomment-345',
  association: 'CONTRIBUTOR',
};

export const comments: Comment[] = [
  comment,
  {
    ...comment,
    id: 346,
    author: octocat,
    html: '<blockquote><p>Does the bot answer in the buffer as well?</p></blockquote><p>It does: press <kbd>f</kbd> and there it is, with the address. <code>forge-pull</code> fetches the comment like any other.</p>',
    createdAt: '2026-03-14T12:30:00Z',
    editedAt: '2026-03-14T12:40:00Z',
    reactions: [],
    association: 'OWNER',
    path: '/post/12/comment/346',
  },
  {
    ...comment,
    id: 347,
    author: ghost,
    html: '<p>Buy cheap issues.</p>',
    minimizedReason: 'SPAM',
    reactions: [],
    association: 'NONE',
    path: '/post/12/comment/347',
  },
  {
    ...comment,
    id: 348,
    author: { ...octocat, login: 'issuepress[bot]', name: 'issuepress', kind: 'bot' },
    html: '<p>A short one.</p>',
    reactions: [
      { content: 'THUMBS_UP', count: 1 },
      { content: 'ROCKET', count: 2 },
    ],
    association: 'NONE',
    path: '/post/12/comment/348',
  },
];

const PARAGRAPH =
  '<p>There is a certain kind of tool that asks nothing of you. You write where you always write; you save as you always save; and somewhere behind the wall a <a href="https://example.com">press</a> begins to turn. The issue tracker is such a place. It has titles, it has authors, it has a history of <em>every single edit</em>, and nobody ever had to be taught how to use one. A blog asks for exactly these things and then, out of habit, builds them all again.</p>';

const SECTIONS = ['What an issue already is', 'The label is the button', 'A comment is a letter'];

const articleHtml =
  PARAGRAPH +
  SECTIONS.map(
    (title, index) =>
      `<h2 id="post-12-s${index}">${title}</h2>${PARAGRAPH}<h3 id="post-12-s${index}-a">In practice</h3>${PARAGRAPH}` +
      '<pre><code>(use-package forge\n  :after magit)</code></pre>' +
      '<ul><li>An author, with a face and a page.</li><li>A date that nobody can forget to set.</li></ul>' +
      '<blockquote><p>The best interface is the one that was already open.</p></blockquote>' +
      '<table><thead><tr><th>GitHub</th><th>Blog</th></tr></thead><tbody><tr><td>label</td><td>tag</td></tr><tr><td>milestone</td><td>series</td></tr></tbody></table>',
  ).join('');

export const post: Post = {
  ...summary,
  authors: [octocat, hubot],
  series: { number: 3, title: 'The making of this blog', slug: 'making', description: null },
  editedAt: '2026-03-15T10:00:00Z',
  url: 'https://github.com/octocat/blog/issues/12',
  html: articleHtml,
  tableOfContents: SECTIONS.flatMap((text, index) => [
    { id: `post-12-s${index}`, text, depth: 2 },
    { id: `post-12-s${index}-a`, text: 'In practice', depth: 3 },
  ]),
  reactions: [
    { content: 'THUMBS_UP', count: 14 },
    { content: 'HEART', count: 12 },
    { content: 'ROCKET', count: 5 },
  ],
  comments,
  description: null,
};

const endless = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(7).slice(0, 256);

/** As bad as input gets: see the reading issue. */
export const worstPost: Post = {
  ...post,
  number: 99_999,
  title: endless,
  path: '/post/99999/x',
  excerpt: endless,
  language: 'ar',
  locked: true,
  authors: [
    { ...ghost, name: endless, login: 'x'.repeat(39) },
    { ...hubot, name: '🤖' },
  ],
  tags: Array.from({ length: 40 }, (_, index) =>
    tag(
      index === 7 ? endless.slice(0, 50) : `tag number ${index}`,
      index % 2 ? 'ffffff' : '000000',
    ),
  ),
  series: { number: 1, title: endless, slug: '', description: null },
  commentCount: 1_234_567,
  reactionCount: 98_765,
  html: `<p>👋</p><p>${endless}${endless}</p><p dir="rtl">نص عربي داخل <span dir="ltr">left to right</span> نص</p>`,
  tableOfContents: Array.from({ length: 5 }, (_, index) => ({
    id: `h${index}`,
    text: endless,
    depth: 2,
  })),
  comments: [{ ...comment, author: { ...ghost, name: endless }, html: `<p>${endless}</p>` }],
};

/** A post that is one emoji. */
export const emojiPost: Post = {
  ...post,
  number: 1,
  title: '🎉',
  cover: '/avatar.svg',
  excerpt: '',
  html: '<p>🎉</p>',
  tags: [],
  series: null,
  tableOfContents: [],
  comments: [],
  commentCount: 0,
  reactions: [],
  reactionCount: 0,
};
