/** One comment, as an h-cite; folded away with the reason where a moderator did so. */
import { fill } from '../../lib/i18n';
import type { Comment } from '../../lib/posts/post';
import { LiveHtml } from '../article/live-html';
import { Reactable } from '../post/reactable';
import { Avatar } from '../posts/avatar';
import { PostDate } from '../posts/post-date';
import { useSite } from '../site-context';
import styles from './comment.module.css';
import { useDesk } from './desk';
import { Role } from './role';

export interface CommentProps {
  comment: Comment;
  /** Who wrote the post. */
  postAuthors: string[];
  /** On its own page it is the subject: never folded, and an entry itself. */
  alone?: boolean;
  /** It has just been written here, and the site has not answered yet. */
  isSending?: boolean;
}

export function CommentItem({ comment, postAuthors, alone = false, isSending }: CommentProps) {
  const { messages } = useSite();
  if (comment.minimizedReason === null || alone) {
    return <CommentBody {...{ comment, postAuthors, alone, isSending }} />;
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

function CommentBody({ comment, postAuthors, alone = false, isSending = false }: CommentProps) {
  const { messages } = useSite();
  const desk = useDesk();
  const edited = desk?.state.own.edited.get(comment.id);
  const words = messages.discussion;
  const { author } = comment;
  const isPostAuthor = postAuthors.includes(author.login);
  return (
    <article
      id={`issuecomment-${comment.id}`}
      className={`${alone ? 'h-entry' : 'u-comment'} h-cite ${styles.comment}${isPostAuthor ? ` ${styles.byAuthor}` : ''}`}
      aria-label={fill(words.commentBy, { name: author.name })}
      data-comment={comment.id}
      aria-busy={isSending || undefined}
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
          <PostDate
            time={comment.createdAt}
            style="medium"
            className={comment.editedAt ? 'dt-published' : 'dt-published dt-updated'}
          />
        </a>
        {comment.editedAt && (
          <time className={`dt-updated ${styles.edited}`} dateTime={comment.editedAt}>
            {words.edited}
          </time>
        )}
      </header>
      {desk && edited ? (
        <div className={styles.content}>
          <desk.EditForm comment={comment} source={edited.source} />
        </div>
      ) : (
        <LiveHtml
          key={comment.id}
          text={comment}
          className={`e-content article ${styles.content}`}
          dir="auto"
        />
      )}
      <footer className={styles.footer}>
        {isSending ? (
          <span className={styles.sending}>{desk?.words.sending}</span>
        ) : (
          <>
            <Reactable subject={String(comment.id)} reactions={comment.reactions} />
            {desk && !edited && <desk.CommentTools comment={comment} />}
            <a className={`u-syndication ${styles.source}`} href={comment.url}>
              {words.onGitHub}
            </a>
          </>
        )}
      </footer>
    </article>
  );
}
