/**
 * The blog of this process: configuration, GitHub and the index put together once. Kept on
 * `globalThis`, because Next gives every page its own copy of a module.
 */
import path from 'node:path';
import { BASE_PATH } from '../base-path';
import { type Config, readConfig } from '../config';
import { isLow } from '../github/allowance';
import { createGitHub, type GitHub } from '../github/client';
import { GitHubRateLimitError } from '../github/errors';
import { createMovedFinder } from '../github/find-moved';
import type { IssueWithComments } from '../github/get-issue';
import { createImageFacts } from '../images/image-facts';
import { isOurImage } from '../images/image-hosts.js';
import { derivePreviewKey, type PreviewKey } from '../preview/token';
import { createPostSearch, type PostSearch } from '../search/keep-search';
import { type CommentReferences, createCommentReferences } from './comment-references';
import { hearNews } from './hear-news';
import { createIndexFile } from './index-file';
import { type Instances, openInstances } from './news';
import type { Post, PostLink, PostSummary } from './post';
import { createPostIndex, type PostIndex } from './post-index';
import { createPostTexts, type PostTexts } from './post-texts';
import { type BlogRules, isPublished } from './publication';
import { createIssueReader, type IssueReader } from './read-issue';
import { createTagRenames, type TagRenames } from './tag-renames';
import { type PostContext, postOfText, renderText, toPost } from './to-post';
import { slugOf } from './to-summary';

export interface Blog {
  config: Config;
  github: GitHub;
  rules: BlogRules;
  index: PostIndex;
  texts: PostTexts;
  search: PostSearch;
  issues: IssueReader;
  commentReferences: CommentReferences;
  /**
   * @param maxAge see `IssueReader.read`; what is older than the list of posts is never good enough
   * @param isForReader where few calls are left, a reader gets what is known, and deliveries the calls
   * @returns null when there is no such post (now)
   * @throws GitHubError
   */
  readPost(number: number, maxAge: number, isForReader?: boolean): Promise<Post | null>;
  /**
   * The post with its comments, from memory while the index knows of nothing newer.
   * @throws GitHubError
   */
  readDiscussion(post: Pick<PostSummary, 'number' | 'updatedAt'>): Promise<Post | null>;
  /**
   * The post without asking GitHub: as it was read last, where the list knows of nothing newer, else as
   * the list has it, without its discussion. Null where its text is not known.
   */
  recallPost(listed: PostSummary): Promise<Post | null>;
  /** A post's text as safe HTML, without asking GitHub; null where the text is not known. */
  renderText(number: number): Promise<string | null>;
  /** The published post that a transferred issue became, or null. It never rejects. */
  findMoved(number: number): Promise<PostLink | null>;
  /** The others that serve this blog; null without Redis. */
  instances: Instances | null;
  /** What tags used to be called. */
  tagRenames: TagRenames;
  /** What turns an issue into a post right now. */
  postContext(): PostContext;
  /** What signs the links of previews; null where there is no secret to make it from. */
  previewKey: PreviewKey | null;
}

declare global {
  var issuepressBlog: Blog | null | undefined;
}

/** @returns null while nothing is configured @throws ConfigError for a malformed setting */
export function getBlog(): Blog | null {
  if (globalThis.issuepressBlog === undefined) globalThis.issuepressBlog = createBlog(readConfig());
  return globalThis.issuepressBlog;
}

function createBlog(config: Config): Blog | null {
  const { repository, credentials } = config;
  if (!repository || !credentials) return null;
  const github = createGitHub({ ...config, repository, credentials });
  const rules: BlogRules = config;
  const texts = createPostTexts(path.resolve(config.cacheDirectory, 'texts.jsonl'));
  const instances = openInstances();
  const index = createPostIndex({
    github,
    rules,
    storage: indexStorage(config),
    texts,
    tell: (news) => void instances?.tell(news),
  });
  const commentReferences = createCommentReferences();
  const issues = createIssueReader(github, commentReferences.learn);
  const tagRenames = createTagRenames(path.resolve(config.cacheDirectory, 'tag-renames.json'));
  instances?.onNews((news) => hearNews(news, { index, issues, tagRenames }));
  instances?.onGap(() => {
    index.doubt();
    issues.forget();
  });
  const { webhookSecret } = config;
  const findMoved = createMovedFinder({ ...config, repository, credentials });

  const imageFacts = createImageFacts();
  const lookAtImages = (addresses: readonly string[]) =>
    imageFacts.look(addresses.filter((address) => isOurImage(address, config.imageServer)));

  function postContext(): PostContext {
    const now = new Date();
    const posts = index.peek()?.posts;
    const findPost = (other: number) => {
      const post = posts?.get(other);
      const isVisible = post && Date.parse(post.publishedAt) <= now.getTime();
      return isVisible ? { title: post.title, path: post.path } : null;
    };
    return { repository: github.repository, rules, now, findPost, lookAtImages };
  }

  /** What GitHub said last, without asking. */
  function known(number: number): IssueWithComments {
    const last = issues.last(number);
    if (last) return last;
    const resetAt = new Date(github.allowance()?.resetAt ?? Date.now());
    throw new GitHubRateLimitError('The calls that are left are kept for what changes.', resetAt);
  }

  /**
   * Reads anew what was read before the change that the list tells of, be it of the same second, or
   * after one that the list does not know yet. Either learns of it, or addresses would lead in circles.
   */
  async function readListed(number: number, maxAge: number): Promise<IssueWithComments | null> {
    const issue = await issues.read(number, maxAge);
    const listed = index.peek()?.posts.get(number);
    if (!issue || !listed || isAsListed(issue, listed)) return issue;
    const fresh = await issues.read(number, 0);
    if (fresh) index.put(fresh);
    return fresh;
  }

  function isAsListed(issue: IssueWithComments, listed: PostSummary): boolean {
    const isBehind = Date.parse(issue.updatedAt) < Date.parse(listed.updatedAt);
    return !isBehind && isPublished(issue, rules) && slugOf(issue) === listed.slug;
  }

  return {
    config,
    github,
    rules,
    index,
    texts,
    search: createPostSearch((number) => texts.get(number)),
    issues,
    commentReferences,
    postContext,
    tagRenames,
    instances,
    async findMoved(number) {
      const today = await findMoved(number);
      return today === null ? null : postContext().findPost(today);
    },
    previewKey: webhookSecret ? derivePreviewKey(webhookSecret, repository) : null,
    async readPost(number, maxAge, isForReader = false) {
      const isSaving = isForReader && isLow(github.allowance());
      const issue = isSaving ? known(number) : await readListed(number, maxAge);
      return issue && withDiscussion(await toPost(issue, postContext()), config);
    },
    async readDiscussion({ number, updatedAt }) {
      const last = issues.last(number);
      const isCurrent = last && Date.parse(last.updatedAt) >= Date.parse(updatedAt);
      const isSaving = last !== null && isLow(github.allowance());
      const issue = isCurrent || isSaving ? last : await issues.read(number, 0);
      return issue && withDiscussion(await toPost(issue, postContext()), config);
    },
    async recallPost(listed) {
      const last = issues.last(listed.number);
      const text = texts.get(listed.number);
      if (last && isAsListed(last, listed)) {
        return withDiscussion(await toPost(last, postContext()), config);
      }
      const post = text === null ? null : await postOfText(listed, text, postContext());
      return withDiscussion(post, config);
    },
    async renderText(number) {
      const text = texts.get(number);
      return text === null ? null : renderText(number, text, postContext());
    },
  };
}

function indexStorage(config: Config) {
  const { repository, publishLabel, publishAuthors, apiUrl, build } = config;
  const file = path.resolve(config.cacheDirectory, 'index.json');
  const key = JSON.stringify([4, repository, publishLabel, publishAuthors, apiUrl, BASE_PATH]);
  return createIndexFile({ file, key, build });
}

/** Where comments are switched off, a post has none. */
function withDiscussion(post: Post | null, { site }: Config): Post | null {
  return post && !site.comments ? { ...post, comments: [], commentCount: 0 } : post;
}
