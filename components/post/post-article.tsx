/** A post as an h-entry: its head, its text, what belongs to it, and the discussion inside. */
import './reading-aids.module.css';
import type { ReactNode } from 'react';
import { fill } from '../../lib/i18n';
import { absoluteUrl, commentsPath, feedPath, markdownPath } from '../../lib/paths';
import type { SeriesWindow } from '../../lib/posts/list-posts';
import type { Post, PostLink } from '../../lib/posts/post';
import { LiveHtml } from '../article/live-html';
import { Icon } from '../icons';
import { Served } from '../layout/served';
import { servedHtml } from '../layout/served-html';
import { languageAttributes } from '../posts/post-text';
import { useSite } from '../site-context';
import { AuthorCards } from './author-card';
import styles from './post-article.module.css';
import { PostHeader } from './post-header';
import { PostNeighbours } from './post-neighbours';
import { Reactable } from './reactable';
import { ReadingAids } from './reading-aids';
import { RelatedPosts } from './related-posts';
import { ContentsAside, FoldedContents } from './table-of-contents';

export interface PostArticleProps {
  post: Post;
  previous: PostLink | null;
  next: PostLink | null;
  related: PostLink[];
  series: SeriesWindow;
  /** Whether it is not public yet, and so not to be had in other forms. */
  isPreview?: boolean;
  /** The discussion. */
  children: ReactNode;
}

export function PostArticle(props: PostArticleProps) {
  const { post, previous, next, related, series, isPreview = false, children } = props;
  const value = useSite();
  return (
    <article className={`h-entry ${styles.post}`} data-post={post.number}>
      <data className="u-url" value={absoluteUrl(value.site.url, post.path)} />
      <PostPaper post={post} series={series} />
      <div className={styles.after} data-below="">
        <div id="reactions" className={styles.reactions} data-viewer-controls="">
          <Reactable subject="post" reactions={post.reactions} path={post.path} />
        </div>
        <Served
          name="source"
          html={
            typeof window === 'undefined'
              ? servedHtml(value, <PostSource post={post} isPreview={isPreview} />)
              : ''
          }
        />
        <AuthorCards authors={post.authors} />
        <PostNeighbours previous={previous} next={next} />
        <RelatedPosts posts={related} />
        {children}
      </div>
      <Served
        name="aids"
        html={typeof window === 'undefined' ? servedHtml(value, <ReadingAids />) : ''}
      />
    </article>
  );
}

/** What is the post itself: its head, its cover, its text. */
export function PostPaper({ post, series }: Pick<PostArticleProps, 'post' | 'series'>) {
  return (
    <>
      <PostHeader post={post} series={series} />
      {post.cover && (
        <figure className={styles.cover}>
          <img className="u-featured" src={post.cover} alt="" fetchPriority="high" />
        </figure>
      )}
      <div className={styles.columns}>
        <div className={styles.text}>
          <FoldedContents entries={post.tableOfContents} />
          <LiveHtml
            key={post.number}
            text={post}
            id="article"
            className="e-content article"
            data-article=""
            // Its parts choose for themselves; what holds them runs as the page does.
            {...(post.language ? languageAttributes(post.language) : {})}
          />
        </div>
        <ContentsAside entries={post.tableOfContents} />
      </div>
    </>
  );
}

/** Where the text comes from and in which other forms it is had. */
function PostSource({ post, isPreview }: { post: Post; isPreview: boolean }) {
  const { messages } = useSite();
  const words = messages.post;
  return (
    <ul className={styles.source}>
      {post.canonicalUrl && (
        <li>
          <a href={post.canonicalUrl} rel="canonical">
            {fill(words.originalAt, { site: hostOf(post.canonicalUrl) })}
          </a>
        </li>
      )}
      <li>
        <a className="u-syndication" href={post.url}>
          <Icon name="github" />
          {fill(words.onGitHub, { number: post.number })}
        </a>
      </li>
      {!isPreview && (
        <>
          <li>
            <a href={markdownPath(post.number)} type="text/markdown">
              <Icon name="markdown" />
              {words.markdownSource}
            </a>
          </li>
          <li>
            <a href={feedPath('atom', commentsPath(post.number))} type="application/atom+xml">
              <Icon name="feed" />
              {words.feedOfComments}
            </a>
          </li>
        </>
      )}
      <li data-share={messages.comforts.copied} hidden>
        <button type="button">
          <Icon name="share" />
          {words.share}
        </button>
      </li>
    </ul>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
