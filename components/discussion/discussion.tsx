/** All that was said about a post. New comments are announced as they appear. */
import type { ReactNode } from 'react';
import { formatPlural } from '../../lib/i18n';
import type { Post } from '../../lib/posts/post';
import { Icon } from '../icons';
import { useSite } from '../site-context';
import { CommentItem } from './comment';
import styles from './discussion.module.css';

export interface DiscussionProps {
  post: Post;
  /** A form to comment here; without one a link leads to GitHub. */
  children?: ReactNode;
}

export function Discussion({ post, children }: DiscussionProps) {
  const { messages, locale } = useSite();
  const words = messages.discussion;
  const postAuthors = post.authors.map((author) => author.login);
  return (
    <section id="discussion" className={styles.discussion} aria-labelledby="discussion-title">
      <header className={styles.header}>
        <h2 id="discussion-title" className={styles.title}>
          {words.title}
        </h2>
        <p className={styles.count}>
          {post.comments.length === 0
            ? words.empty
            : formatPlural(messages.post.comments, post.commentCount, locale)}
        </p>
      </header>
      <ol className={styles.comments} aria-live="polite" aria-relevant="additions">
        {post.comments.map((comment) => (
          <li key={comment.id}>
            <CommentItem comment={comment} postAuthors={postAuthors} />
          </li>
        ))}
      </ol>
      {post.locked ? (
        <p className={styles.closed}>
          <Icon name="lock" />
          {words.closed}
        </p>
      ) : (
        (children ?? (
          <p>
            <a className="button" href={`${post.url}#new_comment_field`}>
              <Icon name="github" />
              {words.commentOnGitHub}
            </a>
          </p>
        ))
      )}
    </section>
  );
}
