/** One comment on its own page, under the post it answers. */
import { commentData } from '../../lib/feeds/structured-data';
import { fill } from '../../lib/i18n';
import { cardPath } from '../../lib/paths';
import type { Comment, PostSummary } from '../../lib/posts/post';
import { CommentItem } from '../discussion/comment';
import { DocumentHead } from '../document-head';
import { Icon } from '../icons';
import { Layout } from '../layout/layout';
import { languageAttributes } from '../posts/post-text';
import { useSite } from '../site-context';
import { structuredData } from '../structured-data';
import styles from './comment-view.module.css';

export interface CommentViewProps {
  post: Pick<PostSummary, 'number' | 'title' | 'path' | 'excerpt' | 'language' | 'authors'>;
  comment: Comment;
}

export function CommentView({ post, comment }: CommentViewProps) {
  const { site, messages } = useSite();
  const words = messages.discussion;
  const title = fill(words.commentBy, { name: comment.author.name });
  return (
    <Layout>
      <DocumentHead
        title={`${title} · ${post.title}`}
        description={comment.excerpt}
        path={comment.path}
        kind="article"
        card={cardPath('comment', `${post.number}-${comment.id}`)}
        trail={[{ title: post.title, path: post.path }]}
      >
        {typeof window === 'undefined'
          ? structuredData('comment', commentData(site, comment))
          : null}
      </DocumentHead>
      <div className={styles.page}>
        <header className={styles.header}>
          <p className={styles.kind}>{title}</p>
          <h1 className={styles.title} {...languageAttributes(post.language)}>
            <span className="visually-hidden">{words.commentOn} </span>
            <a className="u-in-reply-to" href={post.path}>
              {post.title}
            </a>
          </h1>
          {post.excerpt && (
            <p className={styles.excerpt} {...languageAttributes(post.language)}>
              {post.excerpt}
            </p>
          )}
        </header>
        <CommentItem
          comment={comment}
          postAuthors={post.authors.map((author) => author.login)}
          alone
        />
        <p>
          <a className="button" href={`${post.path}#issuecomment-${comment.id}`}>
            <Icon name="comment" />
            {words.backToPost}
          </a>
        </p>
      </div>
    </Layout>
  );
}
