/** One comment, as an h-cite; folded away with the reason where a moderator did so. */
import { fill } from '../../lib/i18n';
import type { Comment } from '../../lib/posts/post';
import { LiveHtml } from '../article/live-html';
import { ReactionBar } from '../post/reaction-bar';
import { Avatar } from '../posts/avatar';
import { PostDate } from '../posts/post-date';
import { useSite } from '../site-context';
import styles from './comment.module.css';
import { Role } from './role';

export interface CommentProps {
  comment: Comment;
  /** Who wrote the post. */
  postAuthors: string[];
  /** On its own page it is the subject: never folded, and an entry itself. */
  alone?: boolean;
}

export function CommentItem({ comment, postAuthors, alone = false }: CommentProps) {
  const { messages } = useSite();
  if (comment.minimizedReason === null || alone) {
    return <CommentBody comment={comment} postAuthors={postAuthors} alone={alone} />;
  }
  return (
    <details className={styles.minimised}>
      <summary>
        {fill(messages.discussion.foldedWhy, {
          name: comment.author.name,
          reason: reasonIn(messages.foldedReasons, comment.minimizedReason),
        })}
      </summary>
      <CommentBody comment={comment} postAuthors={postAuthors} alone={false} />
    </details>
  );
}

/** GitHub writes `OFF_TOPIC` in one place and `off-topic` in another. */
function reasonIn(reasons: Record<string, string>, reason: string): string {
  return reasons[reason.toLowerCase().replace('_', '-')] ?? reason;
}

function CommentBody({ comment, postAuthors, alone = false }: CommentProps) {
  const { messages } = useSite();
  const words = messages.discussion;
  const { author } = comment;
  const isPostAuthor = postAuthors.includes(author.login);
  return (
    <article
      id={`issuecomment-${comment.id}`}
      className={`${alone ? 'h-entry' : 'u-comment'} h-cite ${styles.comment}${isPostAuthor ? ` ${styles.byAuthor}` : ''}`}
      aria-label={fill(words.commentBy, { name: author.name })}
      data-comment={comment.id}
    >
      <header className={styles.header}>
        <span className={`p-author h-card ${styles.author}`}>
          <Avatar person={author} />
          {author.url ? (
            <a className="p-name u-url" href={author.url}>
              <bdi>{author.name}</bdi>
            </a>
          ) : (
            <span className="p-name">{author.name}</span>
          )}
        </span>
        <Role comment={comment} isPostAuthor={isPostAuthor} />
        <a className={`u-url ${styles.date}`} href={comment.path}>
          <PostDate time={comment.createdAt} style="medium" className="dt-published" />
        </a>
        {comment.editedAt && (
          <time className={`dt-updated ${styles.edited}`} dateTime={comment.editedAt}>
            {words.edited}
          </time>
        )}
      </header>
      <LiveHtml
        key={comment.id}
        text={comment}
        className={`e-content article ${styles.content}`}
        dir="auto"
      />
      <footer className={styles.footer}>
        <ReactionBar reactions={comment.reactions} />
        <a className={`u-syndication ${styles.source}`} href={comment.url}>
          {words.onGitHub}
        </a>
      </footer>
    </article>
  );
}
