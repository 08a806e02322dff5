/** Every kind of page, made from the views and the sample posts. Bundled by `rendered-views.ts`. */
import { type ReactElement, StrictMode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { SiteProvider } from '../../components/site-context';
import { ArchiveView } from '../../components/views/archive-view';
import { CommentView } from '../../components/views/comment-view';
import { ErrorView } from '../../components/views/error-view';
import { HomeView } from '../../components/views/home-view';
import { ListView } from '../../components/views/list-view';
import { PostView } from '../../components/views/post-view';
import { SearchView } from '../../components/views/search-view';
import { SetupCreatedView } from '../../components/views/setup-created-view';
import { SetupView } from '../../components/views/setup-view';
import { WelcomeView } from '../../components/views/welcome-view';
import { directionOf } from '../../lib/i18n';
import { messagesFor } from '../../lib/i18n/languages';
import { setupWords } from '../../lib/i18n/setup';
import { THEME_SCRIPT } from '../../lib/security/theme-script';
import type { Finding } from '../../lib/setup/finding';
import { comments, emojiPost, pinned, post, posts, worstPost } from './sample-posts';

const around = {
  previous: { title: 'What we learned from a year of unikernels', path: '/post/11/x' },
  next: { title: 'Small caps, large margins', path: '/post/13/y' },
  related: [
    { title: 'Small caps, large margins', path: '/post/13/y' },
    { title: 'The label is the button', path: '/post/7/z' },
  ],
  series: {
    posts: [
      { title: 'Before the press', path: '/post/9/a' },
      { title: post.title, path: post.path },
      { title: 'After the press', path: '/post/14/b' },
    ],
    index: 1,
    before: 0,
    total: 3,
  },
};

const SETTINGS = [
  { name: 'GITHUB_REPOSITORY', value: 'octocat/blog' },
  {
    name: 'GITHUB_APP_PRIVATE_KEY',
    value: 'LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQ'.repeat(40),
  },
];

const FINDINGS: Finding[] = [
  { id: 'settings', state: 'ok', sentence: 'All settings are well formed.', fix: null, link: null },
  {
    id: 'label',
    state: 'fail',
    sentence: 'There is no label “Publish” in octocat/blog, so nothing can be published.',
    fix: 'Create it.',
    link: 'https://github.com/octocat/blog/labels',
  },
  {
    id: 'template',
    state: 'warn',
    sentence: 'The repository has no issue template.',
    fix: 'Add it.',
    link: 'https://github.com/octocat/blog/new/HEAD',
  },
  {
    id: 'sign-in',
    state: 'off',
    sentence: 'Signing in is off: readers discuss on GitHub.',
    fix: 'Set GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET, SESSION_SECRET; the App’s callback is https://blog.example.com/api/auth/callback.',
    link: null,
  },
];

const VIEWS = {
  home: () => <HomeView posts={posts} pinned={[pinned]} page={1} pageCount={14} />,
  'home-2': () => <HomeView posts={posts} pinned={[]} page={2} pageCount={14} />,
  post: () => <PostView post={post} {...around} />,
  comment: () => <CommentView post={post} comment={comments[0] ?? fail()} />,
  list: () => (
    <ListView
      kind="Tag"
      title="emacs"
      description="Writing, publishing and answering without leaving the editor."
      count="7 posts"
      posts={posts}
      page={1}
      pageCount={2}
      basePath="/tag/emacs"
      hasFeeds
    />
  ),
  archive: () => (
    <ArchiveView
      posts={[pinned, ...posts]}
      years={[{ year: '2026', count: posts.length + 1 }]}
      year={null}
      count={posts.length + 1}
      page={1}
      pageCount={1}
    />
  ),
  search: () => (
    <SearchView
      query="press"
      refusal={null}
      results={[
        {
          path: '/post/7/z',
          title: [
            { text: 'The ', found: false },
            { text: 'press', found: true },
          ],
          names: [{ text: 'Octocat', found: false }],
          passage: [{ text: 'This is how it works.', found: false }],
          date: '2026-03-14T09:26:53Z',
        },
      ]}
    />
  ),
  'not-found': () => <ErrorView kind="not-found" />,
  server: () => <ErrorView kind="server" />,
  unconfigured: () => (
    <WelcomeView kind="unconfigured" missing={['GITHUB_REPOSITORY', 'GITHUB_TOKEN']} />
  ),
  empty: () => <WelcomeView kind="empty" missing={[]} />,
  'setup-repository': (language) => (
    <SetupView {...setupOf(language)} kind="repository" given="my blog" />
  ),
  'setup-connect': (language) => (
    <SetupView
      {...setupOf(language)}
      kind="connect"
      repository="octocat/a-repository-with-a-rather-long-name-for-a-small-phone"
      siteUrl="http://localhost:3000"
      isReachable={false}
      registerUrl="https://github.com/settings/apps/new?state=x"
      manifest="{}"
      appName="blog.example.com"
      token={{
        makeUrl: 'https://github.com/settings/personal-access-tokens/new',
        hookUrl: 'https://github.com/octocat/blog/settings/hooks/new',
        deliveriesTo: 'https://blog.example.com/api/webhook',
        events: 'issues, issue_comment',
        settings: SETTINGS,
      }}
    />
  ),
  'setup-door': (language) => (
    <SetupView {...setupOf(language)} kind="door" visitor={{ kind: 'nobody' }} tried={null} />
  ),
  'setup-checks': (language) => (
    <SetupView
      {...setupOf(language)}
      kind="checks"
      label="Publish"
      templateUrl="https://github.com/octocat/blog/new/HEAD"
      findings={FINDINGS}
    />
  ),
  'setup-created': (language) => (
    <SetupCreatedView
      {...setupOf(language)}
      kind="created"
      name="blog.example.com"
      repository="octocat/blog"
      settings={SETTINGS}
      file="GITHUB_REPOSITORY=octocat/blog"
      installUrl="https://github.com/apps/blog/installations/new"
      isVercel={false}
    />
  ),
  'setup-failed': (language) => (
    <SetupCreatedView
      {...setupOf(language)}
      kind="failed"
      reason="used"
      appsUrl="https://github.com/settings/apps"
    />
  ),
  'worst-post': () => <PostView post={worstPost} {...around} />,
  'worst-home': () => <HomeView posts={posts} pinned={[worstPost]} page={1} pageCount={999} />,
  emoji: () => <PostView post={emojiPost} {...around} previous={null} />,
} satisfies Record<string, (language: string) => ReactElement>;

function setupOf(language: string) {
  return { site: siteIn(language), words: setupWords(language) };
}

export type PageName = keyof typeof VIEWS;

export const pageNames = Object.keys(VIEWS) as PageName[];

/** The whole document of a page. @param language the interface's */
export function renderPage(name: PageName, language = 'en'): string {
  const site = siteIn(language);
  const markup = renderToStaticMarkup(
    <StrictMode>
      <html lang={language} dir={directionOf(language)}>
        {/* biome-ignore lint/style/noHeadElement: this is the document itself */}
        <head>
          <meta charSet="utf-8" />
          <link rel="stylesheet" href="/styles.css" />
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant */}
          <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
          <script defer src="/comforts.js" />
        </head>
        <body>
          <SiteProvider
            site={site}
            messages={messagesFor(site.language)}
            page={{ route: '/post/[number]', asPath: '/post/12' }}
          >
            {VIEWS[name](language)}
          </SiteProvider>
        </body>
      </html>
    </StrictMode>,
  );
  return `<!DOCTYPE html>${markup}`;
}

function siteIn(language: string) {
  return {
    url: 'https://blog.example.com',
    title: 'The Daily Issue',
    description: 'Notes on software, type and the pleasure of small tools',
    language,
    repositoryUrl: 'https://github.com/octocat/blog',
    canSignIn: true,
    comments: true,
    links: [],
    logo: null,
    footer: null,
  };
}

function fail(): never {
  throw new Error('The sample has no comment.');
}
