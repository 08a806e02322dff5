/** All that was said about a post. New comments are announced as they appear. */
import { formatPlural } from '../../lib/i18n';
import { signInPath } from '../../lib/paths';
import type { Post } from '../../lib/posts/post';
import { Icon } from '../icons';
import { useSite } from '../site-context';
import { CommentItem } from './comment';
import { useDesk } from './desk';
import styles from './discussion.module.css';

export function Discussion({ post }: { post: Post }) {
  const { messages, locale } = useSite();
  const words = messages.discussion;
  const desk = useDesk();
  const comments = desk
    ? desk.showComments(post.comments, desk.state.own)
    : post.comments.map((comment) => ({ key: String(comment.id), comment, isSending: false }));
  // While GitHub fails, there may be more than is known; see `recallPost`.
  const count = comments.length + (post.comments.length === 0 ? post.commentCount : 0);
  const postAuthors = post.authors.map((author) => author.login);
  return (
    <section id="discussion" className={styles.discussion} aria-labelledby="discussion-title">
      <header className={styles.header}>
        <h2 id="discussion-title" className={styles.title}>
          {words.title}
        </h2>
        <p className={styles.count}>
          {count === 0 ? words.empty : formatPlural(messages.post.comments, count, locale)}
        </p>
      </header>
      <ol className={styles.comments} aria-live="polite" aria-relevant="additions">
        {comments.map(({ key, comment, isSending }) => (
          <li key={key}>
            <CommentItem comment={comment} postAuthors={postAuthors} isSending={isSending} />
          </li>
        ))}
      </ol>
      <div id="comment-form" className={styles.form} data-viewer-controls="">
        {desk ? <desk.CommentForm post={post} /> : <WaysToComment post={post} />}
      </div>
    </section>
  );
}

/** For whoever is not signed in, and for everybody without JavaScript. */
function WaysToComment({ post }: { post: Post }) {
  const { site, messages } = useSite();
  const words = messages.discussion;
  const desk = useDesk();
  if (post.locked) {
    return (
      <p className={styles.closed}>
        <Icon name="lock" />
        {words.closed}
      </p>
    );
  }
  return (
    <p className={styles.ways}>
      {desk === null && site.canSignIn && (
        <a
          className={`button primary ${styles.signIn}`}
          href={signInPath(`${post.path}#comment-form`)}
          rel="nofollow"
          data-sign-in=""
        >
          {words.signInToComment}
        </a>
      )}
      <a className="button" href={`${post.url}#new_comment_field`}>
        <Icon name="github" />
        {words.commentOnGitHub}
      </a>
    </p>
  );
}
