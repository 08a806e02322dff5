/** A post's page. */
import { blogPosting } from '../../lib/feeds/structured-data';
import { absoluteUrl, cardPath, commentsPath, markdownPath } from '../../lib/paths';
import type { SeriesWindow } from '../../lib/posts/list-posts';
import type { Post, PostLink } from '../../lib/posts/post';
import { Discussion } from '../discussion/discussion';
import { TakePart } from '../discussion/take-part';
import { DocumentHead } from '../document-head';
import { Layout } from '../layout/layout';
import { PostArticle } from '../post/post-article';
import { useSite } from '../site-context';
import { structuredData } from '../structured-data';

export interface PostViewProps {
  post: Post;
  previous: PostLink | null;
  next: PostLink | null;
  /** Posts to read next. */
  related: PostLink[];
  /** The parts of the series around this one. */
  series: SeriesWindow;
}

export function PostView({ post, ...around }: PostViewProps) {
  const { site } = useSite();
  return (
    <Layout source={{ number: post.number, url: post.url }}>
      <DocumentHead
        title={post.title}
        description={post.description ?? post.excerpt}
        path={post.path}
        canonicalUrl={post.canonicalUrl}
        feedsOf={commentsPath(post.number)}
        kind="article"
        image={post.cover}
        card={cardPath('post', String(post.number))}
        article={post}
        markdown={markdownPath(post.number)}
      >
        {typeof window === 'undefined'
          ? structuredData(
              'post',
              blogPosting(
                site,
                post,
                post.cover ?? absoluteUrl(site.url, cardPath('post', String(post.number))),
              ),
            )
          : null}
      </DocumentHead>
      <TakePart post={post}>
        <PostArticle post={post} {...around}>
          {site.comments ? <Discussion post={post} /> : null}
        </PostArticle>
      </TakePart>
    </Layout>
  );
}
