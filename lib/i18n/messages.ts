/**
 * The one shape of the interface's words. A language is a file beside this one; messages are plain
 * data, so that they can be compared, counted and sent. `{name}` marks a place to fill.
 */

/** One text per plural category of the language (`Intl.PluralRules`); `{count}` is the number. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export interface Messages {
  layout: {
    skipToContent: string;
    navigation: string;
    home: string;
    archive: string;
    search: string;
    feed: string;
    siteMenu: string;
    source: string;
    /** `{license}` is a link's text. */
    license: string;
    poweredBy: string;
    theme: string;
    themeSystem: string;
    themeLight: string;
    themeDark: string;
  };
  list: {
    pinned: string;
    postNumber: string;
    noPosts: string;
    pages: string;
    page: string;
    newer: string;
    older: string;
    taggedWith: string;
    writtenBy: string;
    series: string;
    allPosts: string;
    posts: Plural;
    searchResults: Plural;
    searchLabel: string;
    searchHint: string;
    searchNothing: string;
    searchLoading: string;
    searchFailed: string;
    searchAll: string;
    years: string;
    website: string;
  };
  post: {
    readingTime: Plural;
    comments: Plural;
    reactions: Plural;
    tags: string;
    edited: string;
    contents: string;
    seriesPosition: string;
    inThisSeries: string;
    previous: string;
    next: string;
    previousAndNext: string;
    aboutAuthor: string;
    morePosts: string;
    profileOnGitHub: string;
    onGitHub: string;
    originalAt: string;
    markdownSource: string;
    feedOfComments: string;
    share: string;
    /** Heads posts with tags in common. */
    related: string;
  };
  preview: {
    title: string;
    note: string;
    gone: string;
    scheduled: string;
    expiredTitle: string;
    expiredText: string;
  };
  revisions: {
    title: string;
    of: string;
    edited: string;
    first: string;
    deleted: string;
    tooMuch: string;
    none: string;
    same: string;
    added: string;
    removed: string;
    skipped: string;
    back: string;
    older: Plural;
  };
  discussion: {
    title: string;
    empty: string;
    closed: string;
    commentOnGitHub: string;
    signInToComment: string;
    signInToReact: string;
    onGitHub: string;
    edited: string;
    foldedWhy: string;
    commentBy: string;
    commentOn: string;
    backToPost: string;
    author: string;
    owner: string;
    member: string;
    collaborator: string;
    contributor: string;
    bot: string;
    deletedAccount: string;
  };
  /** GitHub's reasons for folding a comment away, by its own words in lower case. */
  foldedReasons: Record<
    'abuse' | 'off-topic' | 'outdated' | 'resolved' | 'duplicate' | 'spam',
    string
  >;
  reactions: Record<
    'THUMBS_UP' | 'THUMBS_DOWN' | 'LAUGH' | 'HOORAY' | 'CONFUSED' | 'HEART' | 'ROCKET' | 'EYES',
    string
  >;
  error: {
    notFoundTitle: string;
    notFoundText: string;
    serverTitle: string;
    serverText: string;
    /** For whoever runs the blog. */
    serverHint: string;
    backHome: string;
  };
  welcome: {
    unconfiguredTitle: string;
    unconfiguredText: string;
    missing: string;
    setUp: string;
    emptyTitle: string;
    emptyText: string;
    emptySteps: [string, string, string];
    writeFirst: string;
  };
  comforts: {
    shortcuts: string;
    shortcutHelp: string;
    shortcutSearch: string;
    shortcutHome: string;
    shortcutNext: string;
    shortcutPrevious: string;
    shortcutComments: string;
    shortcutTheme: string;
    close: string;
    continueReading: string;
    copied: string;
    quote: string;
  };
  session: {
    signIn: string;
    offline: string;
    failed: string;
  };
}
